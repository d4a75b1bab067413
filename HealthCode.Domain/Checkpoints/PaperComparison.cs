namespace HealthCode.Domain.Checkpoints;

/// <summary>人证核对 — what came of comparing an identity paper with a card.</summary>
public enum PaperComparison
{
    /// <summary>No number was given, or nothing is known to compare it with.</summary>
    None = 1,

    /// <summary>一致.</summary>
    Fits = 2,

    /// <summary>不一致.</summary>
    Differs = 3,

    /// <summary>不再比对: too many numbers of today did not fit this card.</summary>
    Closed = 4,
}
