namespace HealthCode.Domain.People;

/// <summary>性别的名称: what the form and the card print for a <see cref="Sex"/>.</summary>
public static class SexNames
{
    /// <summary>男 or 女.</summary>
    /// <param name="sex">A defined value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static string ChineseName(this Sex sex) => sex switch
    {
        Sex.Male => "男",
        Sex.Female => "女",
        _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "Not a sex of GB/T 2261.1."),
    };
}
