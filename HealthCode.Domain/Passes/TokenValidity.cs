namespace HealthCode.Domain.Passes;

/// <summary>Result of verifying a scanned code.</summary>
public enum TokenValidity
{
    /// <summary>Not a token: another kind of code, or incomplete.</summary>
    NoToken = 1,

    /// <summary>Office or key is not in the trust list.</summary>
    UnknownIssuer = 2,

    /// <summary>A token whose signature or issue day is not valid for the key.</summary>
    Forged = 3,

    /// <summary>Signed with a stolen key, for an issue day the key no longer signs for; only its office can tell genuine from forged cards.</summary>
    StolenKey = 5,

    /// <summary>真: signature valid.</summary>
    Genuine = 4,
}
