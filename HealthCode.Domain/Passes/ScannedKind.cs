namespace HealthCode.Domain.Passes;

/// <summary>Kind of the content of a scanned or typed text.</summary>
public enum ScannedKind
{
    /// <summary>Empty or blank.</summary>
    Nothing = 1,

    /// <summary>A complete code of a card, not verified yet.</summary>
    Token = 2,

    /// <summary>A complete card number with a valid check character.</summary>
    Number = 3,

    /// <summary>没读全: too short, cut off, or a wrong check character; worth another try.</summary>
    Part = 4,

    /// <summary>Anything else: not a code of a card.</summary>
    Other = 5,
}
