using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>纠错、核验 — what somebody disputes about his official result, or what the office verifies because of it: to whom it was passed on, what was
/// answered, how it was closed. The office judges no result; only the platform changes it (宁疫指办发〔2020〕71号 三).</summary>
public sealed class ResultCase
{
    /// <summary>Characters of an item, a reply and an outcome.</summary>
    public const int LongestText = 200;

    /// <summary>Characters of to whom it was passed on.</summary>
    public const int LongestLine = 60;

    private ResultCase(string officeCode, long residentId, ResultCaseKind kind, DateTimeOffset openedAt)
    {
        (OfficeCode, ResidentId, Kind, OpenedAt) = (officeCode, residentId, kind, openedAt);
        (Item, Evidence, OpenedBy) = ("", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The resident of its roster.</summary>
    public long ResidentId { get; private set; }

    /// <summary>纠错 or 健康状态核验.</summary>
    public ResultCaseKind Kind { get; private set; }

    /// <summary>What is not right, or what is to be verified.</summary>
    public string Item { get; private set; }

    /// <summary>材料: what was seen; may be empty, because none may be demanded.</summary>
    public string Evidence { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember OpenedBy { get; private set; }

    /// <summary>转办: to whom it was passed on last; null while it was not.</summary>
    public CaseStep? Forwarded { get; private set; }

    /// <summary>答复, the last one; null while there is none.</summary>
    public CaseStep? Reply { get; private set; }

    /// <summary>办结: how it ended; null while it is open.</summary>
    public CaseStep? Closing { get; private set; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Still to be dealt with.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>登记 a case.</summary>
    /// <param name="resident">Whose result.</param>
    /// <param name="kind">纠错 or 核验.</param>
    /// <param name="item">What is not right, or what is to be verified.</param>
    /// <param name="evidence">What was seen; may be empty.</param>
    /// <param name="earlier">His cases so far.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Nothing said; one of the kind is open.</exception>
    public static ResultCase Open(Resident resident, ResultCaseKind kind, string item, string evidence, IReadOnlyList<ResultCase> earlier, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. item.Length == 0 ? [ResultCaseRules.HasItem.Broken(field: ResultCaseField.Item)] : Array.Empty<Breach>(),
            .. earlier.Any(each => each.IsOpen && each.Kind == kind) ? [ResultCaseRules.OneOpen.Broken($"{kind.ChineseName()}。", ResultCaseField.Kind)] : Array.Empty<Breach>(),
        ]);

        return new(resident.OfficeCode, resident.Id, kind, now) { Item = item, Evidence = evidence, OpenedBy = by };
    }

    /// <summary>The 核验 that an official result calls for; null when it calls for none or one is open already.</summary>
    /// <param name="result">The result just written down.</param>
    /// <param name="resident">Whose.</param>
    /// <param name="earlier">His cases so far.</param>
    /// <param name="terms">What the notices say.</param>
    public static ResultCase? CalledForBy(OfficialResult result, Resident resident, IReadOnlyList<ResultCase> earlier, HealthCodeTerms terms) =>
        terms.VerifiedResults.Contains(result.Result) && !earlier.Any(each => each.IsOpen && each.Kind == ResultCaseKind.Verification)
            ? Open(resident, ResultCaseKind.Verification, $"{result.SeenAt.ChineseShort()}看到的官方结果要核验", "", earlier, result.By, result.SeenAt) : null;

    /// <summary>转办.</summary>
    /// <exception cref="RuleBrokenException">Closed already; not said to whom.</exception>
    public void Forward(string to, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        ResultCaseRules.ForwardedToNamed.Require(to.Length > 0);

        Forwarded = new(to, by, now);
    }

    /// <summary>登记答复.</summary>
    /// <exception cref="RuleBrokenException">Closed already; nothing said.</exception>
    public void Answer(string reply, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        ResultCaseRules.HasReply.Require(reply.Length > 0);

        Reply = new(reply, by, now);
    }

    /// <summary>办结.</summary>
    /// <exception cref="RuleBrokenException">Closed already; not said how it ended.</exception>
    public void Close(string outcome, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        ResultCaseRules.HasOutcome.Require(outcome.Length > 0);

        (Closing, ClosedAt) = (new(outcome, by, now), now);
    }

    private void RequireOpen() => ResultCaseRules.StillOpen.Require(IsOpen);
}

/// <summary>Kind of a case about an official result.</summary>
public enum ResultCaseKind
{
    /// <summary>纠错: the person says that the result is wrong (联防联控机制综发〔2020〕123号 问题五).</summary>
    Correction = 1,

    /// <summary>健康状态核验: the result calls for it (冀防领办〔2020〕169号 附件 一).</summary>
    Verification = 2,
}

/// <summary>A step of a case.</summary>
/// <param name="Words">To whom, what was answered, or how it ended.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">When.</param>
public sealed record CaseStep(string Words, StaffMember By, DateTimeOffset At);
