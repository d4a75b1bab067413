using HealthCode.Domain.Auditing;

namespace HealthCode.Web.Imports;

/// <summary>一次导入 — a file on its way in: who handed it in, how far it is, what came of it. Kept in memory; what it changed is in the database.</summary>
/// <param name="import">What kind of sheet.</param>
/// <param name="officeCode">Whose papers the rows become.</param>
/// <param name="by">Who handed it in, from where.</param>
/// <param name="at">When.</param>
public sealed class ImportRun(Import import, string officeCode, AuditActor by, DateTimeOffset at)
{
    private const int MostNamed = 30;

    /// <summary>In its address; nobody guesses another's.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>What kind of sheet.</summary>
    public Import Import => import;

    /// <summary>Whose papers the rows become.</summary>
    public string OfficeCode => officeCode;

    /// <summary>Who handed it in, from where.</summary>
    public AuditActor By => by;

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset At => at;

    /// <summary>How far it is.</summary>
    public ImportState State { get; private set; }

    /// <summary>Rows of the file; 0 until it has been read.</summary>
    public int Total { get; private set; }

    /// <summary>Rows dealt with.</summary>
    public int Done { get; private set; }

    /// <summary>What one does not expect who sees only the sheet: columns that were not read, rows that are hidden.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <summary>Why nothing was taken in.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>The first faults, for the page.</summary>
    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    /// <summary>Rows with a fault.</summary>
    public int WrongRows { get; private set; }

    /// <summary>Whether it is still being worked on.</summary>
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
