namespace HealthCode.Web.Data.Entities;

/// <summary>签发密钥的私密一半, sealed by the keys of the data folder: a copied database alone signs nothing.</summary>
public sealed class StoredSigningKey
{
    /// <summary>Whose.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>As in the trust list.</summary>
    public required int Number { get; init; }

    /// <summary>PKCS #8, sealed.</summary>
    public required byte[] EncryptedPrivateKey { get; init; }

    /// <summary>From here on a year is counted.</summary>
    public required DateOnly MadeOn { get; init; }
}
