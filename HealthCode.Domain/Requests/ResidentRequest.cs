using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Requests;

/// <summary>查阅、纠错申请 — a request for access to or correction of personal data, and the answer (个人信息保护法 第四十五条、第四十六条; DECISIONS.md D31).</summary>
public sealed class ResidentRequest
{
    /// <summary>Maximum length of a name in characters.</summary>
    public const int LongestName = 40;

    /// <summary>Maximum length in characters of 要求 and 答复.</summary>
    public const int LongestText = 200;

    // The law only says 及时; the office promises fifteen days.
    private const int DaysToAnswer = 15;

    private ResidentRequest(string officeCode, RequestKind kind, string applicant, string guardian, string identityCheck, string requestText, long? declarationId, DateTimeOffset receivedAt, DateOnly receivedOn)
    {
        (OfficeCode, Kind, Applicant, Guardian, IdentityCheck, RequestText, DeclarationId) = (officeCode, kind, applicant, guardian, identityCheck, requestText, declarationId);
        (ReceivedAt, ReceivedOn, DueOn, ReceivedBy) = (receivedAt, receivedOn, receivedOn.AddDays(DaysToAnswer), null!);
    }

    /// <summary>Key in the database; also the number printed on the slip.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>查阅 or 纠错.</summary>
    public RequestKind Kind { get; private set; }

    /// <summary>姓名 of the person whose data are requested.</summary>
    public string Applicant { get; private set; }

    /// <summary>监护人 with relation, if the guardian made the request; else empty.</summary>
    public string Guardian { get; private set; }

    /// <summary>怎样核对身份.</summary>
    public string IdentityCheck { get; private set; }

    /// <summary>要求.</summary>
    public string RequestText { get; private set; }

    /// <summary>Key of one of the person's declarations, by which the others are found; null if there are none.</summary>
    public long? DeclarationId { get; private set; }

    /// <summary>受理日.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Time of receipt.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>受理人.</summary>
    public StaffMember ReceivedBy { get; private set; }

    /// <summary>答复期限.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>同意 or 不办; null if not answered yet.</summary>
    public RequestOutcome? Outcome { get; private set; }

    /// <summary>答复: what was done, or the reason for 不办.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Number and version of the corrected declaration, e.g. 20200305-0001 第 2 版; else empty.</summary>
    public string CorrectedIn { get; private set; } = "";

    /// <summary>答复日.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>答复人.</summary>
    public StaffMember? AnsweredBy { get; private set; }

    /// <summary>受理: creates a request.</summary>
    /// <param name="office">The office that holds the data.</param>
    /// <param name="kind">查阅 or 纠错.</param>
    /// <param name="applicant">姓名.</param>
    /// <param name="guardian">监护人 and relation, or empty.</param>
    /// <param name="identityCheck">怎样核对身份.</param>
    /// <param name="requestText">要求.</param>
    /// <param name="declaration">One of the person's declarations, or null if there are none.</param>
    /// <param name="by">受理人.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">See <see cref="RequestRules.Validate"/>.</exception>
    public static ResidentRequest Receive(Office office, RequestKind kind, string applicant, string guardian, string identityCheck, string requestText, Declaration? declaration, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(RequestRules.Validate(kind, applicant, guardian, identityCheck, requestText, declaration, today));

        return new(office.Code, kind, applicant, guardian, identityCheck, requestText, declaration?.Id, at, today) { ReceivedBy = by };
    }

    /// <summary>已过几天: days since receipt.</summary>
    public int AgeOn(DateOnly today) => today.DayNumber - ReceivedOn.DayNumber;

    /// <summary>超期未答复.</summary>
    public bool IsLate(DateOnly today) => Outcome is null && today > DueOn;

    /// <summary>同意 — for 纠错 the correction must have been made before, as a new version or a new declaration.</summary>
    /// <param name="answer">答复.</param>
    /// <param name="corrected">The corrected declaration with its versions loaded; null for 查阅.</param>
    /// <param name="by">答复人.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Already answered; empty answer; no correction since receipt.</exception>
    public void Grant(string answer, Declaration? corrected, StaffMember by, DateOnly today)
    {
        RequestRules.AnsweredOnce.Require(Outcome is null);
        RequestRules.AnswerGiven.Require(answer.Length > 0);
        RequestRules.CorrectedFirst.Require(Kind == RequestKind.Access || corrected?.Versions.Any(version => version.At >= ReceivedAt) == true);

        CorrectedIn = Kind == RequestKind.Correction ? $"{corrected!.Number} 第 {corrected.Version} 版" : "";
        Settle(RequestOutcome.Granted, answer, by, today);
    }

    /// <summary>不办, with the reason.</summary>
    /// <exception cref="RuleBrokenException">Already answered; no reason.</exception>
    public void Decline(string reason, StaffMember by, DateOnly today)
    {
        RequestRules.AnsweredOnce.Require(Outcome is null);
        RequestRules.AnswerGiven.Require(reason.Length > 0);

        Settle(RequestOutcome.Declined, reason, by, today);
    }

    private void Settle(RequestOutcome outcome, string answer, StaffMember by, DateOnly today) =>
        (Outcome, Answer, AnsweredBy, AnsweredOn) = (outcome, answer, by, today);
}
