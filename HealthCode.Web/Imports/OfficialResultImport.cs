using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Imports;

/// <summary>官方结果导入 — notes what people of the roster were shown by the official platform, one result per row, as it stands there.</summary>
public sealed class OfficialResultImport : Import
{
    private const string Result = "官方结果";
    private const string SeenOn = "看到日期";
    private const string SeenAt = "看到时间";
    private const string Consent = "同意人";
    private const int Step = 500;

    private readonly HealthCodeTerms? _terms;

    /// <summary>Before the office is known: any word is a result.</summary>
    public OfficialResultImport()
        : this(null)
    {
    }

    private OfficialResultImport(HealthCodeTerms? terms)
    {
        _terms = terms;
        Columns =
        [
            PersonColumns.OfNumber with { IsRequired = true },
            PersonColumns.OfName with { Hint = "用来核对号码：和名册里这个号码的姓名不一样的不导入。" },
            new(Result, 12, true, "官方平台上显示的，照写，不要换算。", ImportColumnKind.Words, [.. Words]),
            new(SeenOn, 13, true, "哪一天看到的，例如 20200305。", ImportColumnKind.Day),
            new(SeenAt, 12, true, "几点看到的，例如 9:30。", ImportColumnKind.Time),
            new(Consent, 16, true, "谁同意登记的：本人，或者监护人和他的姓名。没有同意就不要登记，也不影响他办任何事。"),
        ];
    }

    public override string Code => "official-results";

    public override string Name => "官方结果导入";

    public override string Purpose => "本人同意登记的官方健康码结果，一次一行。照官方平台上的登记，本程序不另外发码、不换算。";

    public override IReadOnlyList<ImportColumn> Columns { get; }

    public override Import For(RulePack pack) => new OfficialResultImport(pack.HealthCode);

    public override string ColumnOf(Field? field) => field?.Name switch
    {
        HealthStatusField.Consent => Consent,
        HealthStatusField.Result => Result,
        HealthStatusField.SeenAt => SeenAt,
        _ => PersonColumns.DocumentNumber,
    };

    private IEnumerable<string> Words => _terms?.Values.Select(value => value.Words) ?? [];

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        var lookup = await ResidentLookup.OpenAsync(context, cancellationToken);
        List<Line> lines = [];
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = Read(row, context);
            row.Faults.Need(PersonColumns.DocumentNumber, row[PersonColumns.DocumentNumber].Length == 0, "请填写证件号码，不能只凭姓名找人");
            row.Faults.Need(PersonColumns.Name, row[PersonColumns.Name].Length == 0, "请填写姓名，用来核对号码");
            if (lookup.Find(row) is { } resident && result is not null)
            {
                lines.Add(new(row, resident, result));
            }
        }

        // One parameter for all ids, because a sheet has thousands.
        var ids = lines.Select(line => line.Resident.Id).Distinct().ToList();
        var statuses = await context.Db.HealthStatuses.Where(status => EF.Parameter(ids).Contains(status.ResidentId)).ToDictionaryAsync(status => status.ResidentId, cancellationToken);
        var open = (await context.Db.ResultCases.AsNoTracking().Where(each => EF.Parameter(ids).Contains(each.ResidentId) && each.ClosedAt == null).ToListAsync(cancellationToken)).ToLookup(each => each.ResidentId);
        var verifications = Note(context, lines, statuses, open, done, cancellationToken);
        if (rows.All(row => row.Faults.Count == 0))
        {
            context.Db.ResultCases.AddRange(verifications);
            context.Db.HealthStatuses.AddRange(statuses.Values.Where(status => status.Id == 0));
            await context.Db.SaveChangesAsync(cancellationToken);
            done.Report(rows.Count);
        }
    }

    private OfficialResult? Read(ImportRow row, ImportContext context)
    {
        var cells = new RowParser(row, context.Clock.Today);
        var (day, time) = (cells.Day(SeenOn), cells.Time(SeenAt, "请写看到的时间，例如 9:30"));
        row.Faults.Need(SeenOn, day is null, "请填写看到的日期");
        var consent = cells.Text(Consent, HealthStatus.LongestConsent);
        var value = _terms?.Values.FirstOrDefault(each => each.Words == row[Result]);
        if (value is null && !row.Faults.Has(Result))
        {
            row.AddError(Result, HealthStatusRules.IsOfProvince.Broken($"{string.Join('、', Words)}。"));
        }

        return cells.IsFaultless ? new(value!.Result, OfficialSource.File, BeijingTime.StartOf(day!.Value).Add(time!.Value.ToTimeSpan()), context.By, consent) : null;
    }

    /// <summary>Notes every result in the statuses and returns the 核验 that they call for.</summary>
    private List<ResultCase> Note(
        ImportContext context, IReadOnlyList<Line> lines, Dictionary<long, HealthStatus> statuses, ILookup<long, ResultCase> open, IProgress<int> done, CancellationToken cancellationToken)
    {
        Dictionary<long, ResultCase> called = [];
        var (now, pack) = (context.Clock.Now, context.Office.RulesOn(context.Clock.Today));
        Dictionary<(long Resident, DateTimeOffset SeenAt), int> seen = [];
        foreach (var (place, (row, resident, result)) in lines.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var status = statuses.TryGetValue(resident.Id, out var kept) ? kept : statuses[resident.Id] = HealthStatus.Of(resident);
            if (!seen.TryAdd((resident.Id, result.SeenAt), row.Number))
            {
                row.AddError(SeenAt, ImportRules.SeenOnce.Broken($"第 {seen[(resident.Id, result.SeenAt)]} 行。"));
            }
            else if (status.Official.FirstOrDefault(each => each.SeenAt == result.SeenAt) is { } earlier)
            {
                row.AddError(SeenAt, ImportRules.SeenOnce.Broken($"{earlier.By.Name}，{earlier.Source.ChineseName()}。"));
            }
            else
            {
                try
                {
                    status.Note(result, pack, now);
                    if (!called.ContainsKey(resident.Id) && ResultCase.CalledForBy(result, resident, [.. open[resident.Id]], pack.HealthCode) is { } verification)
                    {
                        called.Add(resident.Id, verification);
                    }
                }
                catch (RuleBrokenException broken)
                {
                    row.Faults.Add(broken.Breaches, ColumnOf);
                }
            }

            if ((place + 1) % Step == 0)
            {
                done.Report(place + 1);
            }
        }

        return [.. called.Values];
    }

    private sealed record Line(ImportRow Row, Resident Resident, OfficialResult Result);
}
