namespace HealthCode.Domain.Checkpoints;

/// <summary>人证核对 — result of comparing an identity paper with a card.</summary>
public enum PaperComparison
{
    /// <summary>Not compared: no number was entered, or none is known for the card.</summary>
    None = 1,

    /// <summary>一致.</summary>
    Fits = 2,

    /// <summary>不一致.</summary>
    Differs = 3,

    /// <summary>不再比对: blocked after too many mismatches with this card today, see <see cref="GateRules.MostMismatches"/>.</summary>
    Closed = 4,
}
