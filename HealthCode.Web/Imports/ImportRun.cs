using HealthCode.Domain.Auditing;

namespace HealthCode.Web.Imports;

/// <summary>一次导入 — one upload with its user, progress and result. Kept for a day; imported data is in the database.</summary>
/// <param name="Id">Id in the URL; random, so that it cannot be guessed.</param>
/// <param name="Kind">Code of the import.</param>
/// <param name="Name">Display name of the import.</param>
/// <param name="OfficeCode">Office the rows belong to.</param>
/// <param name="By">User and address of the upload.</param>
/// <param name="At">Time of the upload.</param>
public sealed record ImportRun(Guid Id, string Kind, string Name, string OfficeCode, AuditActor By, DateTimeOffset At)
{
    private const int MostNamed = 30;

    /// <summary>Current state.</summary>
    public ImportState State { get; init; }

    /// <summary>Number of rows; 0 until the file has been read.</summary>
    public int Total { get; init; }

    /// <summary>Rows processed so far.</summary>
    public int Done { get; init; }

    /// <summary>Remarks about what the user may not expect: ignored columns, hidden rows.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Why the file was refused; else empty.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The first errors, for the page.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>Number of rows with errors.</summary>
    public int WrongRows { get; init; }

    /// <summary>Whether it is queued or running.</summary>
    public bool IsOpen => State is ImportState.Waiting or ImportState.Reading or ImportState.Applying;

    internal static ImportRun Of(Import import, string officeCode, AuditActor by, DateTimeOffset at) => new(Guid.NewGuid(), import.Code, import.Name, officeCode, by, at);

    internal ImportRun Applying(SheetRows sheet) => this with { Total = sheet.Rows.Count, Remarks = [.. RemarksOn(sheet)], State = ImportState.Applying };

    internal ImportRun Finished() => this with { State = ImportState.Done, Done = Total };

    internal ImportRun Refused(string sentence) => this with { State = ImportState.Refused, Refusal = sentence };

    internal ImportRun Faulty(IReadOnlyList<ImportFault> first, int wrongRows) => this with { State = ImportState.Faulty, Faults = first, WrongRows = wrongRows };

    private static IEnumerable<string> RemarksOn(SheetRows sheet)
    {
        if (sheet.Unread.Count > 0)
        {
            var named = string.Join('、', sheet.Unread.Take(MostNamed)) + (sheet.Unread.Count > MostNamed ? "……" : "");
            yield return $"有 {sheet.Unread.Count} 栏没有读：{named}。要导入其中的内容，请照模板改好标题，再上传。";
        }

        if (sheet.Hidden > 0)
        {
            yield return $"有 {sheet.Hidden} 行在表里是隐藏的（筛选掉了，或者手工隐藏），也一起读了。不该导入的，请从表里删去。";
        }
    }
}
