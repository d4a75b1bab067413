namespace HealthCode.Web.Data.Entities;

/// <summary>报送包的文件, stored until the township's receipt arrives: a lost stick is replaced by the identical file.</summary>
public sealed class PackageFile
{
    /// <summary>Code of the office.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>Package number.</summary>
    public required int Number { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Bytes { get; init; }
}
