namespace HealthCode.Domain.Supervision;

/// <summary>督查与自查用语.</summary>
public static class SupervisionNames
{
    /// <summary>好, 不好, 不适用.</summary>
    public static string ChineseName(this InspectionOutcome outcome) => outcome switch
    {
        InspectionOutcome.InOrder => "好",
        InspectionOutcome.NotInOrder => "不好",
        InspectionOutcome.NotApplicable => "不适用",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>领入, 领出, 盘点.</summary>
    public static string ChineseName(this SupplyEntryKind kind) => kind switch
    {
        SupplyEntryKind.Received => "领入",
        SupplyEntryKind.Issued => "领出",
        SupplyEntryKind.Counted => "盘点",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
