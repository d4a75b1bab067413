namespace HealthCode.Domain.People;

/// <summary>号码归属: who answers the telephone. Applicants without one may give a relative's or neighbour's number (DECISIONS.md D6).</summary>
public enum PhoneOwner
{
    /// <summary>本人.</summary>
    Self,

    /// <summary>家人代接.</summary>
    Family,

    /// <summary>邻居代接.</summary>
    Neighbour,
}

/// <summary>号码归属的名称: Chinese name of each <see cref="PhoneOwner"/>.</summary>
public static class PhoneOwnerNames
{
    /// <summary>本人, 家人代接 or 邻居代接.</summary>
    /// <param name="owner">A defined value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static string ChineseName(this PhoneOwner owner) => owner switch
    {
        PhoneOwner.Self => "本人",
        PhoneOwner.Family => "家人代接",
        PhoneOwner.Neighbour => "邻居代接",
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, "Not a phone owner."),
    };
}
