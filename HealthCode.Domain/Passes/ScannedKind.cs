namespace HealthCode.Domain.Passes;

/// <summary>What was found in a scanned or typed text.</summary>
public enum ScannedKind
{
    /// <summary>Blanks only.</summary>
    Nothing = 1,

    /// <summary>A whole code of a card. Whether it is believed is another question.</summary>
    Token = 2,

    /// <summary>A whole card number; its check character is right.</summary>
    Number = 3,

    /// <summary>没读全: too short, cut off, or a number that fails its check character. Another reading may succeed.</summary>
    Part = 4,

    /// <summary>Whole, and no code of a card.</summary>
    Other = 5,
}
