using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Imports;

/// <summary>健康打卡批量导入 — imports check-ins, one per row, by the rules of the desk.</summary>
public sealed class CheckInImport : Import
{
    private const int Step = 500;

    private readonly CheckInColumns _columns;

    /// <summary>Before the office is known: the columns of every form.</summary>
    public CheckInImport()
        : this(CheckInForm.OwnWordsAlone)
    {
    }

    private CheckInImport(CheckInForm form) => _columns = new(form);

    public override string Code => "check-ins";

    public override string Name => "健康打卡批量导入";

    public override string Purpose => "上门、打电话记在纸上的打卡，一人一天一行。只有本省打卡表上有的栏；规矩和一个一个记的一样。";

    public override IReadOnlyList<ImportColumn> Columns => _columns.All;

    public override Import For(RulePack pack) => new CheckInImport(pack.HealthCode.CheckIn);

    public override string ColumnOf(Field? field) => _columns.TitleOf(field);

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        var lookup = await ResidentLookup.OpenAsync(context, cancellationToken);
        List<Line> lines = [];
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reading = _columns.Read(row, context.Clock.Today);
            if (lookup.Find(row) is { } resident && reading is not null)
            {
                lines.Add(new(row, resident, reading));
            }
        }

        var kept = await Kept.LoadAsync(context, lines, cancellationToken);
        var checkIns = Enter(context, lines, kept, cancellationToken);
        if (rows.All(row => row.Faults.Count == 0))
        {
            await SaveAsync(context.Db, kept, checkIns, done, cancellationToken);
        }
    }

    private List<DailyCheckIn> Enter(ImportContext context, IReadOnlyList<Line> lines, Kept kept, CancellationToken cancellationToken)
    {
        List<DailyCheckIn> checkIns = [];
        Dictionary<(long Resident, DateOnly Day, CheckInChannel Channel, DateTimeOffset? ToldAt), int> seen = [];
        var (now, packs) = (context.Clock.Now, new Dictionary<DateOnly, RulePack>());
        foreach (var (row, resident, said) in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ofDay = kept.OfDay(resident, said.Day);
            if (!seen.TryAdd((resident.Id, said.Day, said.Channel, said.Late?.ToldAt), row.Number))
            {
                row.AddError(ColumnOf(null), ImportRules.OneRowEach.Broken($"第 {seen[(resident.Id, said.Day, said.Channel, said.Late?.ToldAt)]} 行。"));
            }
            else if (ofDay.Find(said.IsStoredAs) is { } stored)
            {
                row.AddError(ColumnOf(null), ImportRules.CheckedInOnce.Broken($"{stored.By.Name}，{BeijingTime.DayOf(stored.At).ChineseShort()}。"));
            }
            else
            {
                try
                {
                    var pack = packs.TryGetValue(said.Day, out var known) ? known : packs[said.Day] = context.Office.RulesOn(said.Day);
                    ofDay.Add(DailyCheckIn.Enter(resident, kept.StatusOf(resident), kept.ObservationOf(resident, said.Day), said.Day, said.Channel, said.Content, said.Late, ofDay, pack, context.By, now));
                    checkIns.Add(ofDay[^1]);
                }
                catch (RuleBrokenException broken)
                {
                    row.Faults.Add(broken.Breaches, ColumnOf);
                }
            }
        }

        return checkIns;
    }

    private static async Task SaveAsync(OfficeDb db, Kept kept, List<DailyCheckIn> checkIns, IProgress<int> done, CancellationToken cancellationToken)
    {
        var detected = db.ChangeTracker.AutoDetectChangesEnabled;
        // What has changed is known here: comparing every status again for each batch would take most of the time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            kept.Mark(db);
            var saved = 0;
            foreach (var batch in checkIns.Chunk(Step))
            {
                cancellationToken.ThrowIfCancellationRequested();
                db.CheckIns.AddRange(batch);
                await db.SaveChangesAsync(cancellationToken);
                done.Report(saved += batch.Length);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detected;
        }
    }

    private sealed record Line(ImportRow Row, Resident Resident, CheckInReading Said);

    /// <summary>What the office keeps of the people of a sheet, each kind read once.</summary>
    private sealed class Kept
    {
        private readonly Dictionary<long, HealthStatus> _statuses;
        private readonly Dictionary<(long Resident, DateOnly Day), List<DailyCheckIn>> _ofDay;
        private readonly ILookup<long, Observation> _observations;

        private Kept(IEnumerable<HealthStatus> statuses, IEnumerable<DailyCheckIn> checkIns, IEnumerable<Observation> observations)
        {
            _statuses = statuses.ToDictionary(status => status.ResidentId);
            _ofDay = checkIns.GroupBy(checkIn => (checkIn.ResidentId, checkIn.Day)).ToDictionary(group => group.Key, group => group.ToList());
            _observations = observations.ToLookup(observation => observation.ResidentId);
        }

        public static async Task<Kept> LoadAsync(ImportContext context, IReadOnlyList<Line> lines, CancellationToken cancellationToken)
        {
            if (lines.Count == 0)
            {
                return new([], [], []);
            }

            var db = context.Db;
            // One parameter for all ids, because a sheet has thousands.
            var ids = lines.Select(line => line.Resident.Id).Distinct().ToList();
            var inInstitutions = lines.Where(line => line.Said.Channel == CheckInChannel.Institution).Select(line => line.Resident.Id).Distinct().ToList();
            var (first, last) = (lines.Min(line => line.Said.Day), lines.Max(line => line.Said.Day));
            return new(
                await db.HealthStatuses.Where(status => EF.Parameter(ids).Contains(status.ResidentId)).ToListAsync(cancellationToken),
                await db.CheckIns.AsNoTracking().Where(checkIn => EF.Parameter(ids).Contains(checkIn.ResidentId) && checkIn.Day >= first && checkIn.Day <= last).ToListAsync(cancellationToken),
                await db.Observations.AsNoTracking().Where(observation => EF.Parameter(inInstitutions).Contains(observation.ResidentId)).CurrentFirst().ToListAsync(cancellationToken));
        }

        public HealthStatus StatusOf(Resident resident) => _statuses.TryGetValue(resident.Id, out var status) ? status : _statuses[resident.Id] = HealthStatus.Of(resident);

        public Observation? ObservationOf(Resident resident, DateOnly day) => _observations[resident.Id].ToList().OfDay(day);

        public List<DailyCheckIn> OfDay(Resident resident, DateOnly day) => _ofDay.TryGetValue((resident.Id, day), out var ofDay) ? ofDay : _ofDay[(resident.Id, day)] = [];

        /// <summary>Tells the database which statuses are new and which have a later report.</summary>
        public void Mark(OfficeDb db)
        {
            db.HealthStatuses.AddRange(_statuses.Values.Where(status => status.Id == 0));
            foreach (var status in _statuses.Values.Where(status => status.Id != 0))
            {
                var last = db.Entry(status).Property(each => each.LastReportedOn);
                if (last.CurrentValue != last.OriginalValue)
                {
                    last.IsModified = true;
                }
            }
        }
    }
}
