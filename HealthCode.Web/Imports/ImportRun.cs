using HealthCode.Domain.Auditing;

namespace HealthCode.Web.Imports;

/// <summary>一次导入 — one upload with its user, progress and result. Kept in memory only; imported data is in the database.</summary>
/// <param name="import">Kind of import.</param>
/// <param name="officeCode">Office the rows belong to.</param>
/// <param name="by">User and address of the upload.</param>
/// <param name="at">Time of the upload.</param>
public sealed class ImportRun(Import import, string officeCode, AuditActor by, DateTimeOffset at)
{
    private const int MostNamed = 30;

    /// <summary>Id in the URL; random, so that it cannot be guessed.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Kind of import.</summary>
    public Import Import => import;

    /// <summary>Office the rows belong to.</summary>
    public string OfficeCode => officeCode;

    /// <summary>User and address of the upload.</summary>
    public AuditActor By => by;

    /// <summary>Time of the upload.</summary>
    public DateTimeOffset At => at;

    /// <summary>Current state.</summary>
    public ImportState State { get; private set; }

    /// <summary>Number of rows; 0 until the file has been read.</summary>
    public int Total { get; private set; }

    /// <summary>Rows processed so far.</summary>
    public int Done { get; private set; }

    /// <summary>Remarks about what the user may not expect: ignored columns, hidden rows.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <summary>Why the file was refused; else empty.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>The first errors, for the page.</summary>
    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    /// <summary>Number of rows with errors.</summary>
    public int WrongRows { get; private set; }

    /// <summary>Whether it is queued or running.</summary>
    public bool IsOpen => State is ImportState.Waiting or ImportState.Reading or ImportState.Applying;

    internal void Read() => State = ImportState.Reading;

    internal void Apply(SheetRows sheet) => (Total, Remarks, State) = (sheet.Rows.Count, [.. RemarksOn(sheet)], ImportState.Applying);

    internal void Reach(int done) => Done = done;

    internal void Finish() => (State, Done) = (ImportState.Done, Total);

    internal void Refuse(string sentence) => (State, Refusal) = (ImportState.Refused, sentence);

    internal void Fail() => State = ImportState.Failed;

    internal void Fault(IReadOnlyList<ImportFault> first, int wrongRows) => (State, Faults, WrongRows) = (ImportState.Faulty, first, wrongRows);

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
