namespace HealthCode.Domain.Passes;

/// <summary>What a scanned code is worth.</summary>
public enum TokenValidity
{
    /// <summary>Not written as a token: another code, or not all of it.</summary>
    NoToken = 1,

    /// <summary>An office or key that is not in the list.</summary>
    UnknownIssuer = 2,

    /// <summary>Written as one, but nobody of the list signed it so.</summary>
    Forged = 3,

    /// <summary>Signed by a stolen key for the day of the theft or a later one: its office alone can tell its own card from the thief's.</summary>
    StolenKey = 5,

    /// <summary>真.</summary>
    Genuine = 4,
}
