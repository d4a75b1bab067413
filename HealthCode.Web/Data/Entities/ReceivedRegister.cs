namespace HealthCode.Web.Data.Entities;

/// <summary>收到的台账, still encrypted: not readable from a copied database.</summary>
public sealed class ReceivedRegister
{
    /// <summary>Code of the office.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>Package number.</summary>
    public required int Number { get; init; }

    /// <summary>As received in the package.</summary>
    public required byte[] Ciphertext { get; init; }
}
