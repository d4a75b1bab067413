using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Residents;

/// <summary>个人时间线 — all that the office keeps of a resident in one line of time, the newest first. It says that something was written down and where it lies; numbers, addresses and
/// findings stay on the pages it leads to, which write down who opened them. Nothing is opened from the encrypted columns.</summary>
public static class Timeline
{
    /// <summary>The whole line.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="resident">Whose.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    public static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(this OfficeDb db, Resident resident, RulePack pack, DateOnly today, CancellationToken cancellationToken = default)
    {
        var (keys, ids) = await db.KnownAsAsync(resident, cancellationToken);
        List<TimelineEntry> line =
        [
            .. await PapersAsync(db, resident, keys, cancellationToken),
            .. await CheckInsAsync(db, resident.Id, ids, cancellationToken),
            .. await CareAsync(db, resident.Id, ids, today, cancellationToken),
            .. await RegistersAsync(db, keys, pack, cancellationToken),
            .. pack.Passages == PassageKeeping.Tally ? [] : await PassagesAsync(db, resident, cancellationToken),
        ];
        return [.. line.OrderByDescending(entry => entry.At)];
    }

    private static async Task<IEnumerable<TimelineEntry>> PapersAsync(OfficeDb db, Resident resident, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var declarations = await db.Declarations.Where(each => keys.Contains(each.PersonKey)).Select(each => new { each.Id, each.SubmittedOn, each.State }).ToListAsync(cancellationToken);
        var passes = await db.Passes.AsNoTracking().OfResident(db, resident).Select(each => new { each.Id, each.State, each.Validity, each.PrintedAt, each.HandedOverAt, each.EndedAt }).ToListAsync(cancellationToken);
        return
        [
            .. declarations.Select(each => new TimelineEntry(OfficeClock.StartOf(each.SubmittedOn), "申报", each.State.ChineseName(), "/Declarations/Details", each.Id)),
            .. passes.Where(each => each.HandedOverAt is not null).Select(each => new TimelineEntry(each.HandedOverAt!.Value, "通行卡", $"发放，有效到{each.Validity.LastDay.ChineseShort()}", "/Passes/Details", each.Id)),
            .. passes.Where(each => each.EndedAt is not null).Select(each => new TimelineEntry(each.EndedAt!.Value, "通行卡", each.State.ChineseName(), "/Passes/Details", each.Id)),
        ];
    }

    private static async Task<IEnumerable<TimelineEntry>> CheckInsAsync(OfficeDb db, long residentId, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        (await db.CheckIns.Where(each => ids.Contains(each.ResidentId)).Select(each => new { each.Day, each.At, each.Channel }).ToListAsync(cancellationToken))
            .Select(each => new TimelineEntry(each.At, "打卡", each.Channel.ChineseName() + (BeijingTime.DayOf(each.At) == each.Day ? "" : $"，补{each.Day.ChineseShort()}的"), "/HealthStatuses/Details", residentId));

    private static async Task<IEnumerable<TimelineEntry>> CareAsync(OfficeDb db, long residentId, IReadOnlyList<long> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var observations = await db.Observations.AsNoTracking().Where(each => ids.Contains(each.ResidentId)).ToListAsync(cancellationToken);
        var visits = await db.Visits.Where(each => ids.Contains(each.ResidentId)).Select(each => new { each.At, each.Outcome }).ToListAsync(cancellationToken);
        var rounds = await db.OutreachVisits.Where(each => ids.Contains(each.ResidentId) && each.VisitedOn != null)
            .Select(each => new { each.RoundId, each.VisitedOn, each.Result }).ToListAsync(cancellationToken);
        var tasks = await db.FollowUps.Where(each => each.ResidentId != null && ids.Contains(each.ResidentId.Value)).Select(each => new { each.OpenedAt, each.ClosedAt }).ToListAsync(cancellationToken);
        return
        [
            .. observations.Select(each => new TimelineEntry(OfficeClock.StartOf(each.StartedOn), "医学观察", each.EndedOn is null ? $"开始，今天第 {each.DayOn(today)} 天" : "开始", "/HealthStatuses/Details", residentId)),
            .. observations.Where(each => each.EndedOn is not null).Select(each => new TimelineEntry(OfficeClock.StartOf(each.EndedOn!.Value), "医学观察", "解除", "/HealthStatuses/Details", residentId)),
            .. visits.Select(each => new TimelineEntry(each.At, "随访", each.Outcome.ChineseName(), "/HealthStatuses/Details", residentId)),
            .. tasks.Select(each => new TimelineEntry(each.OpenedAt, "待随访", each.ClosedAt is null ? "还没有办" : "已办", "/HealthStatuses/FollowUps", 0)),
            .. rounds.Select(each => new TimelineEntry(OfficeClock.StartOf(each.VisitedOn!.Value), "上门", each.Result?.ChineseName() ?? "", "/Residents/Outreach/Round", each.RoundId)),
        ];
    }

    private static async Task<IEnumerable<TimelineEntry>> RegistersAsync(OfficeDb db, IReadOnlyList<string> keys, RulePack pack, CancellationToken cancellationToken)
    {
        return (await db.RegisterEntries.OfPerson(keys).Select(each => new { each.Id, each.Kind, each.Number, each.On, each.VoidedOn, IsBuyer = each.Kind == RegisterKind.Medicines && keys.Contains(each.PersonKey!) && !keys.Contains(each.SubjectKey!) })
                .ToListAsync(cancellationToken))
            .Select(each => new TimelineEntry(
                OfficeClock.StartOf(each.On), pack.Register(each.Kind)?.Name ?? each.Kind.ChineseName(), $"第 {each.Number} 号{(each.IsBuyer ? "，替别人买的" : "")}{(each.VoidedOn is null ? "" : "，已作废")}", "/Registers/Details", each.Id));
    }

    private static async Task<IEnumerable<TimelineEntry>> PassagesAsync(OfficeDb db, Resident resident, CancellationToken cancellationToken)
    {
        var cards = await db.Passes.OfResident(db, resident).Select(pass => pass.Number).ToListAsync(cancellationToken);
        return cards.Count == 0 ? [] : (await db.Passages.Where(each => cards.Contains(each.Number)).Select(each => new { each.At, each.CheckpointName, each.Direction }).ToListAsync(cancellationToken))
            .Select(each => new TimelineEntry(each.At, "通行", each.CheckpointName + (each.Direction is { } direction ? "，" + direction.ChineseName() : ""), null, 0));
    }
}

/// <summary>One line of a timeline.</summary>
/// <param name="At">When; the start of the day where only the day is known.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">In a few words, without numbers, addresses and findings.</param>
/// <param name="Page">The page that says more; null if none does.</param>
/// <param name="Id">Its id there.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Words, string? Page, long Id);
