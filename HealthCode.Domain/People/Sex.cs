namespace HealthCode.Domain.People;

/// <summary>性别. The values are the codes of GB/T 2261.1; the form of 宁疫指办发〔2020〕63号 annex 1 has only 男/女.</summary>
public enum Sex
{
    /// <summary>男, code 1.</summary>
    Male = 1,

    /// <summary>女, code 2.</summary>
    Female = 2,
}

/// <summary>性别的名称: as printed on form and card for a <see cref="Sex"/>.</summary>
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
