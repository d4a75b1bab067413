namespace HealthCode.Domain.People;

/// <summary>号码归属: who answers the telephone. Many applicants own none, so a number may be the family's or a neighbour's (rule table section 2, 手机号码).</summary>
public enum PhoneOwner
{
    /// <summary>本人.</summary>
    Self,

    /// <summary>家人代接.</summary>
    Family,

    /// <summary>邻居代接.</summary>
    Neighbour,
}
