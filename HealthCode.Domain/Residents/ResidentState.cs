namespace HealthCode.Domain.Residents;

/// <summary>Whether a resident still belongs to the roster. Nothing is deleted before the destruction of everything.</summary>
public enum ResidentState
{
    /// <summary>在村.</summary>
    Here = 1,

    /// <summary>迁出.</summary>
    MovedAway = 2,

    /// <summary>去世.</summary>
    Died = 3,

    /// <summary>已合并: a double of another entry, see <see cref="Resident.MergedInto"/>.</summary>
    Merged = 4,
}
