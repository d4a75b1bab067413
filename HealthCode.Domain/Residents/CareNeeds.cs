namespace HealthCode.Domain.Residents;

/// <summary>What makes a resident need a visit rather than a notice; several may hold. Age and school are known from other columns, see <see cref="SpecialGroup"/>.</summary>
[Flags]
public enum CareNeeds
{
    /// <summary>None known.</summary>
    None = 0,

    /// <summary>独居.</summary>
    LivesAlone = 1,

    /// <summary>残疾.</summary>
    Disabled = 2,

    /// <summary>卧床.</summary>
    Bedridden = 4,
}
