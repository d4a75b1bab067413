namespace HealthCode.Web.Data.Entities;

/// <summary>报送包的文件, byte for byte, until the township's receipt comes: a lost stick is replaced by the same file.</summary>
public sealed class PackageFile
{
    /// <summary>Whose.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>Of the package.</summary>
    public required int Number { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Bytes { get; init; }
}
