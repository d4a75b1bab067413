namespace HealthCode.Web.Data.Entities;

/// <summary>收到的台账, still closed: a copied database opens none.</summary>
public sealed class ReceivedRegister
{
    /// <summary>Whose residents.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>Of the package.</summary>
    public required int Number { get; init; }

    /// <summary>As it lay in the package.</summary>
    public required byte[] Ciphertext { get; init; }
}
