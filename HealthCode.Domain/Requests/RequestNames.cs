namespace HealthCode.Domain.Requests;

/// <summary>查阅纠错用语.</summary>
public static class RequestNames
{
    /// <summary>查阅, 纠错.</summary>
    public static string ChineseName(this RequestKind kind) => kind switch
    {
        RequestKind.Access => "查阅",
        RequestKind.Correction => "纠错",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>同意, 不办.</summary>
    public static string ChineseName(this RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Granted => "同意",
        RequestOutcome.Declined => "不办",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
