namespace HealthCode.Domain.People;

/// <summary>谁的号码 — these people often have no phone of their own.</summary>
public enum PhoneOwner
{
    /// <summary>本人.</summary>
    Self = 0,

    /// <summary>家人代接.</summary>
    Family = 1,

    /// <summary>邻居代接.</summary>
    Neighbour = 2,
}
