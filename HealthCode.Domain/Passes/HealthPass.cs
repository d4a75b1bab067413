using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>健康通行卡 — one card from its issue through 打印, 盖章, 发放 to its end.</summary>
public sealed class HealthPass
{
    private HealthPass(string officeCode, string number, long declarationId, Person holder, string residenceAddress, ValidityPeriod validity)
    {
        (OfficeCode, Number, DeclarationId) = (officeCode, number, declarationId);
        (Holder, ResidenceAddress) = (holder, residenceAddress);
        (Validity, State, IsCurrent) = (validity, PassState.AwaitingPrint, true);
    }

    private HealthPass()
    {
        (OfficeCode, Number, Holder, ResidenceAddress, Validity) = ("", "", null!, "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>核发机构: code of the issuing office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>编号, see <see cref="PassNumber"/>.</summary>
    public string Number { get; private set; }

    /// <summary>Key of the approved declaration.</summary>
    public long DeclarationId { get; private set; }

    /// <summary>持卡人.</summary>
    public Person Holder { get; private set; }

    /// <summary>Identifies the holder, see <c>Person.Key</c>.</summary>
    public string PersonKey
    {
        get => Holder.Key;
        // Stored in its own column as a hash, so that the database can enforce one card per person; the stored value cannot be converted back.
        private set { }
    }

    /// <summary>现居住住址.</summary>
    public string ResidenceAddress { get; private set; }

    /// <summary>有效期.</summary>
    public ValidityPeriod Validity { get; private set; }

    /// <summary>Current state.</summary>
    public PassState State { get; private set; }

    /// <summary>True if this is the holder's current card; the database allows one per person.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>Key of the print run it is in, or null.</summary>
    public long? PrintRunId { get; private set; }

    /// <summary>批准人: sign-in name of the reviewer who approved the declaration.</summary>
    public string ApprovedBy { get; private set; } = "";

    /// <summary>批准人, real name.</summary>
    public string ApproverName { get; private set; } = "";

    /// <summary>Time of the first print.</summary>
    public DateTimeOffset? PrintedAt { get; private set; }

    /// <summary>Time of 盖章.</summary>
    public DateTimeOffset? StampedAt { get; private set; }

    /// <summary>盖章人.</summary>
    public string StampedBy { get; private set; } = "";

    /// <summary>Time of 发放.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>领取人: 本人, or the name and relation.</summary>
    public string CollectedBy { get; private set; } = "";

    /// <summary>Time at which it ended by 停用, 遗失, 损毁, 续办收回 or 收回作废.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The clause, for 停用.</summary>
    public RefusalClause? RevocationClause { get; private set; }

    /// <summary>Reason of the end.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>Number of the card that this one replaces, or null.</summary>
    public string? ReprintOf { get; private set; }

    /// <summary>发卡 — issues a card for an approved declaration, valid for the days given in the rule pack.</summary>
    /// <param name="declaration">The approved declaration.</param>
    /// <param name="office">The issuing office.</param>
    /// <param name="number">The office's next card number.</param>
    /// <param name="previous">The holder's current card, or null; an expired one is superseded, a live one prevents the issue.</param>
    /// <param name="today">The day of issue.</param>
    /// <exception cref="RuleBrokenException">No cards in this province; not approved; a live card exists; too early; after 疫情解除.</exception>
    public static HealthPass Issue(Declaration declaration, Office office, PassNumber number, HealthPass? previous, DateOnly today)
    {
        var pack = office.RulesOn(today);
        DeclarationRules.ProvinceIssuesPasses.Require(pack.IssuesPasses);
        PassRules.DeclarationApproved.Require(declaration.State == DeclarationState.Approved);
        PassRules.NotBeforeFirstDay.Require(today >= pack.FirstDay, pack.FirstDay.Chinese() + "。");
        PassRules.NotAfterEnd.Require(!HasEnded(office, today));
        PassRules.OneLivePass.Require(previous is null || !previous.IsLive(today), previous is null ? null
            : $"编号 {PassNumber.Restore(previous.Number).Grouped}，有效期至 {previous.Validity.LastDay.Chinese()}。");

        previous?.Supersede();
        return new(office.Code, number.Value, declaration.Id, declaration.Content.Person, declaration.Content.CurrentAddress, ValidityPeriod.From(today, pack))
        {
            ApprovedBy = declaration.Decision?.By.UserName ?? "",
            ApproverName = declaration.Decision?.By.Name ?? "",
        };
    }

    /// <summary>True if the card has neither ended nor expired, in whatever step it is.</summary>
    public bool IsLive(DateOnly today) => State <= PassState.HandedOver && today <= Validity.LastDay;

    /// <summary>True if the card may be printed: live, and not after 疫情解除.</summary>
    public bool IsPrintable(Office office, DateOnly today) => IsLive(today) && !HasEnded(office, today);

    /// <summary>排入一批 — adds the card to a print run; at most one at a time, so that a paper jam cannot lead to two prints.</summary>
    /// <exception cref="RuleBrokenException">Already printed, in another run, ended or expired; after 疫情解除.</exception>
    public void Queue(long printRunId, Office office, DateOnly today)
    {
        RequireInUse(office, today);
        PassRules.StepInOrder.Require(State == PassState.AwaitingPrint && PrintRunId is null, "已经打印，或正在另一批里。");

        PrintRunId = printRunId;
    }

    /// <summary>离开这批: removes the card from the run, if it is in it.</summary>
    public void RemoveFromRun(long printRunId)
    {
        if (PrintRunId == printRunId)
        {
            PrintRunId = null;
        }
    }

    /// <summary>打印. Printing the same card again changes nothing.</summary>
    /// <exception cref="RuleBrokenException">Ended or expired; after 疫情解除.</exception>
    public void Print(Office office, DateTimeOffset at, DateOnly today)
    {
        RequireInUse(office, today);

        if (State == PassState.AwaitingPrint)
        {
            (State, PrintedAt) = (PassState.Printed, at);
        }
    }

    /// <summary>盖章 — the card is not valid before (盖章有效).</summary>
    /// <exception cref="RuleBrokenException">Not printed, already stamped, ended or expired; keeper must not be the approver; after 疫情解除.</exception>
    public void Stamp(StaffMember keeper, Office office, DateTimeOffset at, DateOnly today)
    {
        RequireInUse(office, today);
        PassRules.StepInOrder.Require(State == PassState.Printed, State == PassState.AwaitingPrint ? "先打印，再盖章。" : "已经盖过章。");
        PassRules.KeeperDidNotApprove.Require(!office.SeparatesSealKeeper || keeper.UserName != ApprovedBy);

        (State, StampedAt, StampedBy) = (PassState.Stamped, at, keeper.Name);
    }

    /// <summary>发放.</summary>
    /// <param name="collectedBy">本人, or name and relation of the person who collects it.</param>
    /// <param name="office">The office.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Not stamped, already handed over, ended or expired; no collector named; after 疫情解除.</exception>
    public void HandOver(string collectedBy, Office office, DateTimeOffset at, DateOnly today)
    {
        RequireInUse(office, today);
        PassRules.StepInOrder.Require(State == PassState.Stamped, State == PassState.HandedOver ? "已经发放。" : "先盖章，再发放（盖章有效）。");
        PassRules.CollectorNamed.Require(collectedBy.Length > 0);

        (State, HandedOverAt, CollectedBy) = (PassState.HandedOver, at, collectedBy);
    }

    /// <summary>撤销 — takes back the step that was recorded last by mistake: 已盖章 becomes 已打印, 已发放 becomes 已盖章.</summary>
    /// <param name="step">What was recorded.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="at">Current time.</param>
    /// <exception cref="RuleBrokenException">Recorded by somebody else or too long ago; something followed.</exception>
    public void Undo(RecordedStep step, StaffMember by, DateTimeOffset at)
    {
        PassRules.UndoneByRecorder.Require(step.ByUserName == by.UserName);
        PassRules.UndoneSoon.Require(step.At <= at && at - step.At <= RecordedStep.UndoableFor);
        PassRules.NothingFollowed.Require(State == step.State && step.At == (State == PassState.Stamped ? StampedAt : HandedOverAt));

        if (State == PassState.Stamped)
        {
            (State, StampedAt, StampedBy) = (PassState.Printed, null, "");
        }
        else
        {
            (State, HandedOverAt, CollectedBy) = (PassState.Stamped, null, "");
        }
    }

    /// <summary>停用 — the holder now falls under one of the five clauses (DECISIONS.md D3).</summary>
    /// <exception cref="RuleBrokenException">Ended or expired; no reason.</exception>
    public void Revoke(RefusalClause clause, string reason, DateTimeOffset at, DateOnly today)
    {
        RequireLive(today);
        PassRules.ReasonGiven.Require(reason.Length > 0);

        RevocationClause = clause;
        End(PassState.Revoked, reason, at);
    }

    /// <summary>遗失或损毁补打 — ends this card and returns a replacement with a new number and the same validity.</summary>
    /// <param name="lost">True for 遗失, false for 损毁.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="number">The office's next card number.</param>
    /// <param name="office">The office.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Ended or expired; no reason; after 疫情解除.</exception>
    public HealthPass Reprint(bool lost, string reason, PassNumber number, Office office, DateTimeOffset at, DateOnly today)
    {
        RequireLive(today);
        PassRules.ReasonGiven.Require(reason.Length > 0);
        PassRules.NotAfterEnd.Require(!HasEnded(office, today));

        End(lost ? PassState.Lost : PassState.Damaged, reason, at);
        return new(OfficeCode, number.Value, DeclarationId, Holder, ResidenceAddress, Validity with { }) { ReprintOf = Number, ApprovedBy = ApprovedBy, ApproverName = ApproverName };
    }

    /// <summary>续办收回 — ends the card when it is returned before its last day, so that the next one can be issued.</summary>
    /// <exception cref="RuleBrokenException">Ended or expired.</exception>
    public void TakeBackForRenewal(DateTimeOffset at, DateOnly today)
    {
        RequireLive(today);

        End(PassState.Renewed, "续办，旧卡收回", at);
    }

    /// <summary>收回作废 — the holder has died; by no clause, and also of a card that is not printed yet.</summary>
    /// <exception cref="RuleBrokenException">Ended or expired.</exception>
    public void TakeBackOnDeath(DateTimeOffset at, DateOnly today)
    {
        RequireLive(today);

        End(PassState.TakenBack, "持卡人去世，收回作废", at);
    }

    /// <summary>让给后发的卡 — two offices issued a card to one person before they had one database: the earlier one gives way (DECISIONS.md D71).</summary>
    /// <param name="later">The card that stays, see <see cref="StaysBefore"/>.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    public void GiveWayTo(HealthPass later, DateTimeOffset at, DateOnly today)
    {
        if (IsLive(today))
        {
            End(PassState.Renewed, $"两个村居都给本人发了卡，资料合到一处时留后发的 {later.Number}", at);
        }
        else
        {
            Supersede();
        }
    }

    /// <summary>Whether this card of a person stays and the other one gives way: a live one before one that is not, then the one issued later.</summary>
    public bool StaysBefore(HealthPass other, DateOnly today) => IsLive(today) != other.IsLive(today)
        ? IsLive(today)
        : (Validity.FirstDay, Validity.LastDay).CompareTo((other.Validity.FirstDay, other.Validity.LastDay)) > 0;

    private static bool HasEnded(Office office, DateOnly today) => office.EpidemicEndedOn is { } ended && today >= ended;

    private void RequireInUse(Office office, DateOnly today)
    {
        RequireLive(today);
        PassRules.NotAfterEnd.Require(!HasEnded(office, today));
    }

    private void RequireLive(DateOnly today)
    {
        PassRules.IsLive.Require(State <= PassState.HandedOver, State.ChineseName() + "。");
        PassRules.NotExpired.Require(today <= Validity.LastDay);
    }

    private void End(PassState state, string reason, DateTimeOffset at) =>
        (State, EndReason, EndedAt, IsCurrent, PrintRunId) = (state, reason, at, false, null);

    private void Supersede() => IsCurrent = false;
}
