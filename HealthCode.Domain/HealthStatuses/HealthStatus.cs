using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>健康状态 — what the office keeps of one resident: whether it keeps up his official code, the official results it was shown, the grounds it knows.</summary>
public sealed class HealthStatus
{
    /// <summary>Characters of who told a ground.</summary>
    public const int LongestLine = 60;

    /// <summary>Characters of who agreed.</summary>
    public const int LongestConsent = 30;

    private HealthStatus(string officeCode, long residentId)
    {
        (OfficeCode, ResidentId) = (officeCode, residentId);
        (Grounds, Official, Consent) = ([], [], "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The resident of its roster; once each.</summary>
    public long ResidentId { get; private set; }

    /// <summary>The day since which the office keeps up his official code; null when it keeps none.</summary>
    public DateOnly? KeptSince { get; private set; }

    /// <summary>本人 or 监护人 with the name: who asked the office to keep up the code.</summary>
    public string Consent { get; private set; }

    /// <summary>缘由, in the order they were written down, the withdrawn ones among them.</summary>
    public IReadOnlyList<NotedGround> Grounds { get; private set; }

    /// <summary>官方结果, the newest last.</summary>
    public IReadOnlyList<OfficialResult> Official { get; private set; }

    /// <summary>The last day with a check-in; null when there is none.</summary>
    public DateOnly? LastReportedOn { get; private set; }

    /// <summary>Whether a ground was ever noted: only then are the days of check-ins looked at.</summary>
    public bool HasGrounds { get; private set; }

    /// <summary>The newest official result is one that the notices want reported on daily; kept beside the results for lists that open none of them.</summary>
    public bool OfficialAsksDaily { get; private set; }

    /// <summary>The day of the newest official result; kept beside the results for counting who has a code.</summary>
    public DateOnly? OfficialSeenOn { get; private set; }

    /// <summary>A case is noted that is not cured.</summary>
    public bool AwaitsCure => Grounds.Any(IsUncured);

    /// <summary>The newest official result, of several at one moment the one written down last; null when none was shown.</summary>
    public OfficialResult? LatestOfficial => Official.OrderBy(result => result.SeenAt).LastOrDefault();

    /// <summary>开始记录.</summary>
    public static HealthStatus Of(Resident resident) => new(resident.OfficeCode, resident.Id);

    /// <summary>代为打卡 — the office keeps up his official code from today.</summary>
    /// <param name="resident">Whose record it is.</param>
    /// <param name="consent">Who asked for it.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Nobody agreed; he has left.</exception>
    public void KeepUp(Resident resident, string consent, DateOnly today)
    {
        HealthStatusRules.HasConsent.Require(consent.Length > 0);
        HealthStatusRules.IsHere.Require(resident.IsHere);

        (KeptSince, Consent) = (today, consent);
    }

    /// <summary>不再代为打卡.</summary>
    public void StopKeepingUp() => (KeptSince, Consent) = (null, "");

    /// <summary>登记官方结果.</summary>
    /// <exception cref="RuleBrokenException">Nobody agreed; not a value of the province; in the future.</exception>
    public void Note(OfficialResult result, RulePack pack, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. result.Consent.Length == 0 ? [HealthStatusRules.HasConsent.Broken(field: HealthStatusField.Consent)] : Array.Empty<Breach>(),
            .. pack.HealthCode.Values.All(value => value.Result != result.Result)
                ? [HealthStatusRules.IsOfProvince.Broken($"{string.Join('、', pack.HealthCode.Values.Select(value => value.Words))}。", HealthStatusField.Result)] : Array.Empty<Breach>(),
            .. result.SeenAt > now ? [HealthStatusRules.SeenAlready.Broken(field: HealthStatusField.SeenAt)] : Array.Empty<Breach>(),
        ]);

        Keep([.. Official, result], pack);
    }

    /// <summary>收回 results that stood on a register entry which says something else now; what the entry said is kept there.</summary>
    public void TakeBackOfficial(string reference, RulePack pack) => Keep([.. Official.Where(result => result.Reference != reference)], pack);

    /// <summary>登记缘由.</summary>
    /// <exception cref="RuleBrokenException">Not said who told it; in the future; not in the province's notices; noted already.</exception>
    public void Note(NotedGround ground, RulePack pack, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. pack.HealthCode.Grounds.All(each => each.Ground != ground.Ground) ? [HealthStatusRules.GroundKnown.Broken(field: HealthStatusField.Ground)] : Array.Empty<Breach>(),
            .. ground.Since > today ? [HealthStatusRules.GroundHasBegun.Broken(field: HealthStatusField.Since)] : Array.Empty<Breach>(),
            .. ground.ToldBy.Length == 0 ? [HealthStatusRules.GroundHasSource.Broken(field: HealthStatusField.ToldBy)] : Array.Empty<Breach>(),
            .. Grounds.Any(each => each.Holds && (each.Ground, each.Since, each.Reference) == (ground.Ground, ground.Since, ground.Reference)) ? [HealthStatusRules.GroundOnce.Broken(field: HealthStatusField.Ground)] : Array.Empty<Breach>(),
        ]);

        (Grounds, HasGrounds) = ([.. Grounds, ground], true);
    }

    /// <summary>撤回 a ground that was noted by mistake; it stays in the record with the reason, and nothing follows from it.</summary>
    /// <param name="index">Its place in <see cref="Grounds"/>, from 0.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleBrokenException">No reason; no such ground, or withdrawn already.</exception>
    public void Withdraw(int index, string reason)
    {
        HealthStatusRules.WithdrawnOnce.Require(index >= 0 && index < Grounds.Count && Grounds[index].Holds);
        HealthStatusRules.WithdrawalHasReason.Require(reason.Length > 0);

        Grounds = [.. Grounds.Select((each, place) => place == index ? each with { WithdrawnFor = reason } : each)];
        HasGrounds = Grounds.Any(each => each.Holds);
    }

    /// <summary>医院治愈 of a case.</summary>
    /// <exception cref="RuleBrokenException">No such case is noted; before it began; in the future.</exception>
    public void Cure(DateOnly curedOn, DateOnly today)
    {
        var index = Grounds.ToList().FindLastIndex(IsUncured);
        HealthStatusRules.CuredCase.Require(index >= 0);
        HealthStatusRules.CuredInTime.Require(curedOn >= Grounds[index].Since && curedOn <= today);

        Grounds = [.. Grounds.Select((each, place) => place == index ? each with { CuredOn = curedOn } : each)];
    }

    /// <summary>What the engine is given.</summary>
    /// <param name="days">His days with a check-in; may be left out when no ground is noted, see <see cref="HasGrounds"/>.</param>
    public HealthFacts Facts(IEnumerable<ReportedDay> days) => new()
    {
        Grounds = [.. Grounds.Where(each => each.Holds).Select(each => new RecordedGround(each.Ground, each.Since, each.CuredOn))],
        Days = HasGrounds ? [.. days] : LastReportedOn is { } last ? [new(last, false, true)] : [],
        KeptSince = KeptSince,
    };

    /// <summary>A check-in has been written down for this day.</summary>
    internal void TakeReport(DateOnly day) => LastReportedOn = LastReportedOn > day ? LastReportedOn : day;

    private void Keep(IReadOnlyList<OfficialResult> results, RulePack pack)
    {
        Official = results;
        OfficialSeenOn = LatestOfficial is { } latest ? BeijingTime.DayOf(latest.SeenAt) : null;
        OfficialAsksDaily = pack.HealthCode.Transitions.Any(transition => transition.From == LatestOfficial?.Result);
    }

    private static bool IsUncured(NotedGround ground) => ground.Holds && ground.Ground is HealthGround.Case or HealthGround.FeverCase && ground.CuredOn is null;
}

/// <summary>登记的缘由.</summary>
/// <param name="Ground">Which.</param>
/// <param name="Since">The day from which it holds.</param>
/// <param name="CuredOn">医院治愈, of a case; null while not.</param>
/// <param name="ToldBy">Who told the office, or the document it saw.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">When.</param>
/// <param name="WithdrawnFor">撤回: why it was a mistake; empty while it holds.</param>
/// <param name="Reference">The register entry it follows from, several of which may give the same ground on one day; empty when it was noted by itself.</param>
public sealed record NotedGround(HealthGround Ground, DateOnly Since, DateOnly? CuredOn, string ToldBy, StaffMember By, DateTimeOffset At, string WithdrawnFor = "", string Reference = "")
{
    /// <summary>It was not withdrawn.</summary>
    public bool Holds => WithdrawnFor.Length == 0;
}
