namespace HealthCode.Domain.Declarations;

/// <summary>出行范围.</summary>
public enum TravelScope
{
    /// <summary>出行到省内.</summary>
    WithinProvince = 1,

    /// <summary>出行到省外. The card is valid inside Ningxia only (rule-table G14).</summary>
    OutsideProvince = 2,
}
