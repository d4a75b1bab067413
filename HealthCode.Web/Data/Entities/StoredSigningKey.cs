namespace HealthCode.Web.Data.Entities;

/// <summary>签发密钥的私密一半, encrypted with the data keys: a copied database alone cannot sign.</summary>
public sealed class StoredSigningKey
{
    /// <summary>Purpose of data protection.</summary>
    public const string Protection = "签发密钥";

    /// <summary>Code of the office.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>Number in the trust list.</summary>
    public required int Number { get; init; }

    /// <summary>PKCS #8, encrypted.</summary>
    public required byte[] EncryptedPrivateKey { get; init; }

    /// <summary>Creation day; the key is renewed a year later.</summary>
    public required DateOnly MadeOn { get; init; }
}
