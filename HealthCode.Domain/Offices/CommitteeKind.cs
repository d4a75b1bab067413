namespace HealthCode.Domain.Offices;

/// <summary>委员会类别 — the kind of the issuing committee, as printed.</summary>
public enum CommitteeKind
{
    /// <summary>村民委员会.</summary>
    Village = 1,

    /// <summary>居民委员会.</summary>
    Residents = 2,
}
