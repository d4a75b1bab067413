using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Registers;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Imports;

/// <summary>The roster of an office during an import: read once at the start, saved once at the end.</summary>
internal sealed class Roster
{
    private const int Step = 100;

    private readonly ImportContext _context;
    private readonly Dictionary<string, Resident> _known;
    private readonly Dictionary<string, int> _rows = [];
    private readonly List<RosterLine> _lines = [];
    private int _taken;

    private Roster(ImportContext context, Dictionary<string, Resident> known) => (_context, _known) = (context, known);

    /// <summary>Reads the roster.</summary>
    public static async Task<Roster> OpenAsync(ImportContext context, CancellationToken cancellationToken) => new(
        context,
        await context.Db.Residents.Where(resident => resident.OfficeCode == context.Office.Code).ToDictionaryAsync(resident => resident.PersonKey, cancellationToken));

    /// <summary>Returns an existing resident, or null.</summary>
    public Resident? Find(string personKey) => _known.GetValueOrDefault(personKey) is not { } found ? null
        : found.MergedInto is { } kept ? _known.Values.First(resident => resident.Id == kept) : found;

    /// <summary>Checks a row and collects it for saving.</summary>
    /// <param name="row">The row, for errors.</param>
    /// <param name="line">Its content.</param>
    /// <param name="formerName">The person's former name, if it has changed.</param>
    public void Add(ImportRow row, RosterLine line, string formerName = "")
    {
        var known = Find(line.Person.Key);
        if (known is not null && known.PersonKey != line.Person.Key)
        {
            // The number of a double: the row is about the entry that stayed, which keeps its own.
            line = line with { Person = known.Person };
        }

        var key = line.Person.Key;
        if (!_rows.TryAdd(key, row.Number))
        {
            row.AddError(PersonColumns.DocumentNumber, RosterRules.OneLineEach.Broken($"第 {_rows[key]} 行是同一个证件号码或同一个人。"));
        }
        else if (known is { IsHere: false })
        {
            row.AddError(PersonColumns.DocumentNumber, RosterRules.IsHere.Broken($"{known.State.ChineseName()}。回来了的，先在他的页上点“恢复”。"));
        }
        else if (known is not null && known.Person.Name is var name && name.Key != line.Person.Name.Key && name.Key != PersonName.Restore(formerName).Key)
        {
            row.AddError(PersonColumns.Name, RosterRules.NumberIsOnesOwn.Broken($"{name.Value}。确已改名的，请在居民名册的“曾用名”栏写上原来的名字。"));
        }
        else
        {
            _lines.Add(line);
        }
    }

    /// <summary>Counts a processed row; reports every hundredth.</summary>
    public void ReportProgress(IProgress<int> done)
    {
        if (++_taken % Step == 0)
        {
            done.Report(_taken);
        }
    }

    /// <summary>Saves all collected rows if there are no errors: updates existing residents and adds new ones.</summary>
    public async Task SaveAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Any(row => row.Faults.Count > 0))
        {
            return;
        }

        var (db, clock) = (_context.Db, _context.Clock);
        List<Resident> entered = [], changed = [];
        foreach (var line in _lines)
        {
            if (Find(line.Person.Key) is not { } known)
            {
                entered.Add(Resident.Enter(_context.Office, line, clock.Today));
            }
            else if (known.Update(line, "导入表格", _context.By, clock.Now, clock.Today) is { } former)
            {
                db.ResidentVersions.Add(former);
                changed.Add(known);
            }
        }

        db.Residents.AddRange(entered);
        await db.SaveChangesAsync(cancellationToken);
        await db.IndexResidentsAsync(_context.Office.Code, entered, areNew: true);
        await db.IndexResidentsAsync(_context.Office.Code, changed);
        await RegisterEffects.CatchUpAsync(db, _context.Office, [.. entered.Select(resident => resident.PersonKey)], _context.By, clock.Now, cancellationToken);
    }
}
