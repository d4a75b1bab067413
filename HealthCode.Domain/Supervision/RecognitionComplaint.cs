using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>不予认可 — somebody was not let in although he showed a card or a code that counts: to whom the office passed it on, what was answered, how it ended
/// (宁疫指办发〔2020〕73号 四(四): 不予认可的，一律及时纠正).</summary>
public sealed class RecognitionComplaint
{
    /// <summary>Characters of an answer and of an outcome.</summary>
    public const int LongestText = 200;

    /// <summary>Characters of the other fields.</summary>
    public const int LongestLine = 60;

    private RecognitionComplaint(string officeCode, string credential, string place, DateOnly refusedOn, string refusedAt, DateTimeOffset receivedAt, DateTimeOffset dueAt)
    {
        (OfficeCode, Credential, Place, RefusedOn, RefusedAt, ReceivedAt, DueAt) = (officeCode, credential, place, refusedOn, refusedAt, receivedAt, dueAt);
        (CardNumber, RefusedBy, ToldBy, WorkOrder, ReceivedBy) = ("", "", "", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that took it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Who was refused; null if unknown.</summary>
    public PersonName? Name { get; private set; }

    /// <summary>With which credential, in the province's words.</summary>
    public string Credential { get; private set; }

    /// <summary>卡号 as told: of a card of this office without blanks, any other number as typed; empty if unknown.</summary>
    public string CardNumber { get; private set; }

    /// <summary>The card of this office with that number; null if there is none.</summary>
    public long? PassId { get; private set; }

    /// <summary>Where.</summary>
    public string Place { get; private set; }

    /// <summary>哪天.</summary>
    public DateOnly RefusedOn { get; private set; }

    /// <summary>几点, e.g. 09:30; empty if not known.</summary>
    public string RefusedAt { get; private set; }

    /// <summary>By whom, as told; empty if not known.</summary>
    public string RefusedBy { get; private set; }

    /// <summary>Who told the office.</summary>
    public string ToldBy { get; private set; }

    /// <summary>12345 工单号; empty if there is none.</summary>
    public string WorkOrder { get; private set; }

    /// <summary>受理.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>受理人.</summary>
    public StaffMember ReceivedBy { get; private set; }

    /// <summary>The moment by which the office wants an answer; hours of its own (DECISIONS.md D56).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>转办, the last one; null while it was not passed on.</summary>
    public ComplaintStep? Forwarded { get; private set; }

    /// <summary>答复, the last one; null while there is none.</summary>
    public ComplaintStep? Answer { get; private set; }

    /// <summary>办结; null while it is open.</summary>
    public ComplaintStep? Closing { get; private set; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Still to be dealt with.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>Open, and the office's own hours are over.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsOpen && now > DueAt;

    /// <summary>The number of the card, of which three and four characters are shown.</summary>
    public string MaskedNumber => CardNumber.Length > 7 ? CardNumber[..3] + "…" + CardNumber[^4..] : CardNumber;

    /// <summary>受理.</summary>
    /// <param name="office">The office.</param>
    /// <param name="told">What was told.</param>
    /// <param name="passId">The card of this office with the number told, or null.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="hours">The office's own hours.</param>
    /// <param name="by">受理人.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Credential, place or who told it missing; in the future.</exception>
    public static RecognitionComplaint Receive(Office office, RefusalTold told, long? passId, RecognitionTerms terms, int hours, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(terms.Credentials.Contains(told.Credential), ComplaintRules.CredentialChosen, ComplaintField.Credential),
            .. Unless(told.Place.Length > 0, ComplaintRules.PlaceNamed, ComplaintField.Place),
            .. Unless(BeijingTime.StartOf(told.On) + (told.At?.ToTimeSpan() ?? TimeSpan.Zero) <= now, ComplaintRules.NotInFuture, ComplaintField.RefusedOn),
            .. Unless(told.ToldBy.Length > 0, ComplaintRules.TellerNamed, ComplaintField.ToldBy),
        ]);

        return new(office.Code, told.Credential, told.Place, told.On, told.At?.Typed() ?? "", now, now.AddHours(hours))
        {
            Name = told.Name, CardNumber = told.CardNumber, PassId = passId, RefusedBy = told.RefusedBy, ToldBy = told.ToldBy, WorkOrder = told.WorkOrder, ReceivedBy = by,
        };
    }

    /// <summary>转办.</summary>
    /// <exception cref="RuleBrokenException">Closed already; not said to whom.</exception>
    public void Forward(string to, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        ComplaintRules.ForwardedToNamed.Require(to.Length > 0);

        Forwarded = new(to, BeijingTime.DayOf(now), by, now);
    }

    /// <summary>登记答复.</summary>
    /// <exception cref="RuleBrokenException">Closed already; before it was received or in the future; nothing said.</exception>
    public void Reply(string words, DateOnly on, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(words.Length > 0, ComplaintRules.HasReply, ComplaintField.Reply),
            .. Unless(on >= BeijingTime.DayOf(ReceivedAt) && on <= BeijingTime.DayOf(now), ComplaintRules.ReplyAfterComplaint, ComplaintField.RepliedOn),
        ]);

        Answer = new(words, on, by, now);
    }

    /// <summary>办结.</summary>
    /// <exception cref="RuleBrokenException">Closed already; not said how it ended.</exception>
    public void Close(string outcome, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        ComplaintRules.HasOutcome.Require(outcome.Length > 0);

        (Closing, ClosedAt) = (new(outcome, BeijingTime.DayOf(now), by, now), now);
    }

    private void RequireOpen() => ComplaintRules.StillOpen.Require(IsOpen);

    private static Breach[] Unless(bool holds, Rule rule, Field field) => holds ? [] : [rule.Broken(field: field)];
}

/// <summary>What was told of a refusal.</summary>
public sealed record RefusalTold
{
    /// <summary>Who was refused; null if unknown.</summary>
    public PersonName? Name { get; init; }

    /// <summary>With which credential.</summary>
    public string Credential { get; init; } = "";

    /// <summary>卡号.</summary>
    public string CardNumber { get; init; } = "";

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>哪天.</summary>
    public DateOnly On { get; init; }

    /// <summary>几点.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>By whom.</summary>
    public string RefusedBy { get; init; } = "";

    /// <summary>谁说的.</summary>
    public string ToldBy { get; init; } = "";

    /// <summary>12345 工单号.</summary>
    public string WorkOrder { get; init; } = "";
}

/// <summary>A step of a complaint.</summary>
/// <param name="Words">To whom, what was answered, or how it ended.</param>
/// <param name="On">The day of the step.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">When it was written down.</param>
public sealed record ComplaintStep(string Words, DateOnly On, StaffMember By, DateTimeOffset At);
