namespace HealthCode.Domain.Declarations;

/// <summary>出行范围.</summary>
public enum TravelScope
{
    /// <summary>出行到省内.</summary>
    WithinProvince = 1,

    /// <summary>出行到省外. Most cards are valid inside their province only, see <c>PassTerms.ValidWithin</c> (DECISIONS.md D19).</summary>
    OutsideProvince = 2,
}
