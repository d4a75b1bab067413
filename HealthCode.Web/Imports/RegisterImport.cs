using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Registers;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Imports;

/// <summary>台账导入 — the slips of one register, one per row, by the rules of the desk; its columns are the items of the province's paper.</summary>
public sealed class RegisterImport : Import
{
    private const string SlipNumber = "单子编号";
    private const int Step = 500;

    private readonly RegisterKind _kind;
    private readonly RegisterForm _form;
    private readonly RulePack _pack;

    /// <summary>Before the office is known: the columns of the province that asks most.</summary>
    public RegisterImport(RegisterKind kind)
        : this(kind, RulePacks.All.MaxBy(pack => pack.Register(kind)?.Items.Count ?? 0)!)
    {
    }

    private RegisterImport(RegisterKind kind, RulePack pack)
    {
        (_kind, _pack, _form) = (kind, pack, pack.Register(kind)!);
        Columns = [.. Facilities(), .. _form.Items.Select(Column), new(SlipNumber, 10, false, "单子右上角印的编号，没有编号的空着。")];
    }

    public override string Code => _kind switch
    {
        RegisterKind.Returnees => "returnees",
        RegisterKind.Work => "work",
        RegisterKind.FeverClinic => "fever-clinic",
        RegisterKind.Medicines => "medicines",
        _ => throw new InvalidOperationException($"{_kind}"),
    };

    public override string Name => _kind.ChineseName() + "导入";

    public override string Purpose => _kind.FacilityName() is { Length: > 0 } word ? $"{word}报来的表格，一人一行。先到“台账”里登记{word}。规矩和一张一张录的一样。" : "别处报来的表格，一人一行。规矩和一张一张录的一样。";

    public override IReadOnlyList<ImportColumn> Columns { get; }

    public override bool IsKnown(RulePack pack) => pack.Register(_kind) is not null;

    public override Import For(RulePack pack) => IsKnown(pack) ? new RegisterImport(_kind, pack) : this;

    public override string ColumnOf(Field? field) => field?.Name switch
    {
        RegisterField.Facility => _kind.FacilityName(),
        RegisterField.SlipNumber => SlipNumber,
        RegisterField name when _form.Asks(name) => _form.LabelOf(name),
        _ => _form.LabelOf(RegisterField.Name),
    };

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        RegisterRules.Kept.Require(context.Office.RulesOn(context.Clock.Today).Register(_kind) is not null);
        var facilities = await context.Db.Facilities.Where(facility => facility.OfficeCode == context.Office.Code && facility.Kind == _kind && facility.ClosedOn == null)
            .GroupBy(facility => facility.Name).Select(group => new { group.Key, Id = group.Min(facility => facility.Id) }).ToDictionaryAsync(each => each.Key, each => each.Id, cancellationToken);
        List<(ImportRow Row, Slip Slip, RegisterContent Content)> slips = [];
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(row, facilities, context.Clock.Today) is { } read)
            {
                slips.Add((row, read.Slip, read.Content));
            }
        }

        var keys = slips.SelectMany(each => new[] { each.Content.PersonKey, each.Content.SubjectKey }).OfType<string>().ToHashSet();
        var book = await RegisterBook.OpenAsync(context.Db, context.Office, _kind, keys, [.. slips.Select(each => each.Slip)], [], cancellationToken);
        var entries = await KeyAsync(context, slips, book, cancellationToken);
        if (rows.All(row => row.Faults.Count == 0))
        {
            await SaveAsync(context, book, entries, done, cancellationToken);
        }
    }

    private (Slip Slip, RegisterContent Content)? Read(ImportRow row, Dictionary<string, long> facilities, DateOnly today)
    {
        long? facility = null;
        if (_kind.FacilityName() is { Length: > 0 } word)
        {
            facility = facilities.TryGetValue(row[word], out var id) ? id : null;
            row.Faults.Need(word, facility is null && row[word].Length > 0, $"没有登记这个{word}，请先到“台账”里登记，名称要一样");
        }

        FieldFaults<Field> faults = [];
        var cells = new RegisterCells(_form.Items.Select(item => KeyValuePair.Create(item.Field, (string?)row[item.Label]))) { [RegisterField.SlipNumber] = row[SlipNumber] };
        var read = RegisterReader.Read(_form, _pack, cells, facility, faults, today, today);
        foreach (var fault in faults)
        {
            row.AddError(ColumnOf(fault.Field), fault.Sentence, fault.Code);
        }

        return row.Faults.Count > 0 ? null : read;
    }

    private async Task<List<RegisterEntry>> KeyAsync(ImportContext context, List<(ImportRow Row, Slip Slip, RegisterContent Content)> slips, RegisterBook book, CancellationToken cancellationToken)
    {
        List<RegisterEntry> entries = [];
        var numbers = slips.Count == 0 ? [] : await context.Db.NextEntryNumbersAsync(context.Office, _kind, slips.Count);
        foreach (var (place, (row, slip, content)) in slips.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                entries.Add(book.Key(context.Office, _form, _pack, numbers[place], slip, content, context.By, context.Clock.Now));
            }
            catch (RuleBrokenException broken)
            {
                row.Faults.Add(broken.Breaches, ColumnOf);
            }
        }

        return entries;
    }

    private static async Task SaveAsync(ImportContext context, RegisterBook book, List<RegisterEntry> entries, IProgress<int> done, CancellationToken cancellationToken)
    {
        var (db, saved) = (context.Db, 0);
        book.AddRecords(db);
        await db.SaveChangesAsync(cancellationToken);
        var detected = db.ChangeTracker.AutoDetectChangesEnabled;
        // Only new rows from here on: comparing every health record again for each batch would take most of the time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var batch in entries.Chunk(Step))
            {
                cancellationToken.ThrowIfCancellationRequested();
                db.RegisterEntries.AddRange(batch);
                await db.SaveChangesAsync(cancellationToken);
                await db.IndexEntriesAsync(context.Office.Code, batch, areNew: true);
                done.Report(saved += batch.Length);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detected;
        }
    }

    private IEnumerable<ImportColumn> Facilities() =>
        _kind.FacilityName() is { Length: > 0 } word ? [new(word, 20, true, $"“台账”里登记的{word}名称，要一样。")] : [];

    private ImportColumn Column(RegisterItem item)
    {
        var words = _pack.WordsOf(item.Field);
        return new(item.Label, Math.Clamp(item.Label.Length * 2, 10, 30), item.IsNeeded, item.Hint, item.Field switch
        {
            RegisterField.DocumentNumber or RegisterField.PatientNumber => ImportColumnKind.DocumentNumber,
            RegisterField.Phone or RegisterField.PatientPhone => ImportColumnKind.Telephone,
            _ when item.Field.IsDay() => ImportColumnKind.Day,
            _ => ImportColumnKind.Words,
        }, [.. words])
        {
            OtherTitles = item.Field switch
            {
                RegisterField.DocumentNumber => [.. PersonColumns.OfNumber.OtherTitles.Append(PersonColumns.DocumentNumber).Where(title => title != item.Label)],
                RegisterField.Name => [.. PersonColumns.OfName.OtherTitles.Append(PersonColumns.Name).Where(title => title != item.Label)],
                _ => [],
            },
        };
    }
}
