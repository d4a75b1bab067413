using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthCode.Web.Data.Entities;

/// <summary>归档的审计 — the audit chain that came with the data of a village, whole and under its own key; and what says from which backup it came.</summary>
public sealed partial record ArchivedAuditChain
{
    /// <summary>Purpose of data protection of its key.</summary>
    public const string Protection = "归档审计密钥";

    /// <summary>From 1, in the order in which they came.</summary>
    public required int Id { get; init; }

    /// <summary>来源: id of the village's set of data keys. All backups of one village have the same.</summary>
    public required string Origin { get; init; }

    /// <summary>Hash of the chain's first record, hexadecimal; empty if it has none. Another name of the same origin.</summary>
    public required string FirstHash { get; init; }

    /// <summary>Official names of its offices.</summary>
    public required string OfficeNames { get; init; }

    /// <summary>Codes of its offices, separated by blanks.</summary>
    public required string OfficeCodes { get; init; }

    /// <summary>When the backup was made.</summary>
    public required DateTimeOffset BackupMadeAt { get; init; }

    /// <summary>SHA-256 of the backup file, hexadecimal.</summary>
    public required string BackupHash { get; init; }

    /// <summary>When it was taken in.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Number of records.</summary>
    public required long Records { get; init; }

    /// <summary>Number and hash of the newest record as its own key signed them.</summary>
    public required string Head { get; init; }

    /// <summary>Its key, protected like <see cref="StoredSigningKey"/>: it stays verifiable after its contents are destroyed.</summary>
    public required byte[] SealedKey { get; init; }

    /// <summary>What was wrong with it when it came; empty if nothing was.</summary>
    public required string FaultsAtImport { get; init; }

    /// <summary>Added to every id of a row of the village. Its audit says the ids as they were.</summary>
    public required long IdOffset { get; init; }

    /// <summary>What the audit calls it.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"归档审计 {Id}");

    /// <summary>Whether the office is one of its offices.</summary>
    public bool Covers(string officeCode) => OfficeCodes.Split(' ').Contains(officeCode);

    /// <summary>How its records call what this database calls so: with the id that the row had in the village.</summary>
    /// <param name="subject">Kind and number, e.g. 居民名册 1000012.</param>
    public string SubjectThere(string subject) => IdIn().Replace(subject, match =>
        long.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > IdOffset ? (id - IdOffset).ToString(CultureInfo.InvariantCulture) : match.Value);

    [GeneratedRegex(@"(?<= )\d{1,18}(?= |$)")]
    private static partial Regex IdIn();
}
