using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Supervision;

/// <summary>各村居今天 — how an office stands today, for the township.</summary>
/// <param name="Code">Code of the office.</param>
/// <param name="Name">Its name.</param>
public sealed record VillageStanding(string Code, string Name)
{
    private const int DaysOfWaiting = 1;
    private const int DaysOfSilence = 3;

    /// <summary>待审核.</summary>
    public int AwaitingReview { get; private init; }

    /// <summary>Since when the first of them has waited.</summary>
    public DateTimeOffset? WaitingSince { get; private init; }

    /// <summary>待打印、盖章、发放.</summary>
    public int AwaitingPaper { get; private init; }

    /// <summary>今日申报.</summary>
    public int SubmittedToday { get; private init; }

    /// <summary>今日发放.</summary>
    public int HandedOverToday { get; private init; }

    /// <summary>The last day on which a declaration came in; null if none ever did.</summary>
    public DateOnly? LastSubmittedOn { get; private init; }

    /// <summary>Requests of residents that are past their day.</summary>
    public int LateRequests { get; private init; }

    /// <summary>Tips that are past their hour.</summary>
    public int LateTips { get; private init; }

    /// <summary>Those who have not reported though it was due.</summary>
    public int NotReported { get; private init; }

    /// <summary>It has a server of its own and reports by packages: of its open work nothing is known here.</summary>
    public bool IsElsewhere { get; private init; }

    /// <summary>The last day of which its packages tell; null if there was none.</summary>
    public DateOnly? LastReportedOn { get; private init; }

    /// <summary>疫情解除日.</summary>
    public DateOnly? EndedOn { get; private init; }

    /// <summary>What stands out, the worst first; each with whether it is overdue. Empty if nothing does.</summary>
    public IReadOnlyList<(string Sentence, bool IsOverdue)> StandsOut(DateTimeOffset now)
    {
        if (EndedOn is not null)
        {
            return [];
        }

        if (IsElsewhere)
        {
            return Silence(DateOnly.FromDateTime(now.DateTime));
        }

        var (today, waits) = (DateOnly.FromDateTime(now.DateTime), WaitingSince is { } since ? (int)(now - since).TotalDays : 0);
        var silent = LastSubmittedOn is { } last ? today.DayNumber - last.DayNumber : (int?)null;
        List<(string, bool)> all = [];
        Add(NotReported > 0, $"到了时间还有 {NotReported} 个没有报", true);
        Add(LateRequests > 0, $"{LateRequests} 件查阅纠错过了期", true);
        Add(LateTips > 0, $"{LateTips} 条线索过了期", true);
        Add(waits >= DaysOfWaiting, $"有人等审核等了 {waits} 天", true);
        Add(silent >= DaysOfSilence, $"{silent} 天没有录入", false);
        Add(silent is null, "还没有录入过", false);
        return all;

        void Add(bool holds, string sentence, bool isOverdue)
        {
            if (holds)
            {
                all.Add((sentence, isOverdue));
            }
        }
    }

    // The package of a day is made in its evening: until then yesterday's is the newest.
    private (string Sentence, bool IsOverdue)[] Silence(DateOnly today) => LastReportedOn switch
    {
        null => [("最近没有交来报送包", true)],
        { } last when last < today.AddDays(-1) => [($"{today.DayNumber - last.DayNumber} 天没有报", true)],
        _ => [],
    };

    /// <summary>An office with a server of its own, as its packages tell.</summary>
    /// <param name="code">Code of the office.</param>
    /// <param name="name">Its name.</param>
    /// <param name="days">The days that its latest packages tell of.</param>
    /// <param name="today">Today.</param>
    public static VillageStanding Elsewhere(string code, string name, IReadOnlyList<DayReport> days, DateOnly today) => new(code, name)
    {
        IsElsewhere = true,
        LastReportedOn = days.Count == 0 ? null : days.Max(day => day.On),
        SubmittedToday = days.Where(day => day.On == today).Sum(day => day.Submitted),
        HandedOverToday = days.Where(day => day.On == today).Sum(day => day.HandedOver),
    };

    /// <summary>Where something is overdue first, then where something stands out, then by code.</summary>
    public static IReadOnlyList<VillageStanding> Ordered(IEnumerable<VillageStanding> villages, DateTimeOffset now) =>
        [.. villages.OrderBy(village => village.StandsOut(now) switch { [] => 2, [(_, true), ..] => 0, _ => 1 }).ThenBy(village => village.Code, StringComparer.Ordinal)];

    /// <summary>All offices within reach that work on this server.</summary>
    public static async Task<IReadOnlyList<VillageStanding>> AllAsync(OfficeDb db, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var begin = OfficeClock.StartOf(today);
        // What is open is little, whatever the offices hold altogether: counted by its index in one go. The rest is one look into an index that begins with the office.
        var review = await CountedAsync(db.Declarations.Where(form => form.State == DeclarationState.AwaitingReview).Select(form => form.OfficeCode));
        var paper = await CountedAsync(db.Passes.NotHandedOver(today).Select(pass => pass.OfficeCode));
        var submitted = await CountedAsync(db.Declarations.Where(form => form.SubmittedOn == today).Select(form => form.OfficeCode));
        var requests = await CountedAsync(db.Requests.Where(request => request.Outcome == null && request.DueOn < today).Select(request => request.OfficeCode));
        var tips = await CountedAsync(db.Tips.Where(tip => tip.DueAt < now).Select(tip => tip.OfficeCode));
        var notReported = await NotReportedAsync(db, today, now);
        var rows = await db.Offices.AsNoTracking().OrderBy(office => office.Code).Select(office => new
        {
            office.Code,
            office.OfficialName,
            office.EpidemicEndedOn,
            WaitingSince = db.Declarations.Where(form => form.State == DeclarationState.AwaitingReview && form.OfficeCode == office.Code)
                .OrderBy(form => form.WaitingSince).Select(form => (DateTimeOffset?)form.WaitingSince).FirstOrDefault(),
            HandedOver = db.Passes.Count(pass => pass.OfficeCode == office.Code && pass.HandedOverAt >= begin),
            LastSubmittedOn = db.Declarations.Where(form => form.OfficeCode == office.Code).OrderByDescending(form => form.SubmittedOn).Select(form => (DateOnly?)form.SubmittedOn).FirstOrDefault(),
        }).ToListAsync();
        return
        [
            .. rows.Select(row => new VillageStanding(row.Code, row.OfficialName)
            {
                AwaitingReview = review.GetValueOrDefault(row.Code),
                WaitingSince = row.WaitingSince,
                AwaitingPaper = paper.GetValueOrDefault(row.Code),
                SubmittedToday = submitted.GetValueOrDefault(row.Code),
                HandedOverToday = row.HandedOver,
                LastSubmittedOn = row.LastSubmittedOn,
                LateRequests = requests.GetValueOrDefault(row.Code),
                LateTips = tips.GetValueOrDefault(row.Code),
                NotReported = notReported.GetValueOrDefault(row.Code),
                EndedOn = row.EpidemicEndedOn,
            }),
        ];
    }

    private static Task<Dictionary<string, int>> CountedAsync(IQueryable<string> offices) =>
        offices.GroupBy(office => office).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);

    private static async Task<Dictionary<string, int>> NotReportedAsync(OfficeDb db, DateOnly today, DateTimeOffset now) =>
        (await db.DueNowAsync(today)).Where(due => due.DueAt <= now && !due.IsComplete).GroupBy(due => due.Deadline.OfficeCode).ToDictionary(office => office.Key, office => office.Sum(due => due.Missing.Count));
}
