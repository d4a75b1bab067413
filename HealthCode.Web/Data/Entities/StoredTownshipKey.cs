namespace HealthCode.Web.Data.Entities;

/// <summary>乡镇密钥的私密一半, encrypted with the data keys like <see cref="StoredSigningKey"/>.</summary>
public sealed class StoredTownshipKey
{
    /// <summary>Purpose of data protection.</summary>
    public const string Protection = "收件密钥";

    /// <summary>Code of the township, 12 digits.</summary>
    public required string Code { get; init; }

    /// <summary>From 1; the highest is in use, the others only decrypt.</summary>
    public required int Number { get; init; }

    /// <summary>Name in the key file.</summary>
    public required string Name { get; init; }

    /// <summary>PKCS #8, encrypted.</summary>
    public required byte[] EncryptedPrivateKey { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
