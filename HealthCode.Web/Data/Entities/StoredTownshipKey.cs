namespace HealthCode.Web.Data.Entities;

/// <summary>乡镇密钥的私密一半, sealed by the keys of the data folder as <see cref="StoredSigningKey"/> is.</summary>
public sealed class StoredTownshipKey
{
    /// <summary>The unit, 12 digits.</summary>
    public required string Code { get; init; }

    /// <summary>From 1; the highest is in use, the others open what was closed for them.</summary>
    public required int Number { get; init; }

    /// <summary>As the key file says it.</summary>
    public required string Name { get; init; }

    /// <summary>PKCS #8, sealed.</summary>
    public required byte[] EncryptedPrivateKey { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
