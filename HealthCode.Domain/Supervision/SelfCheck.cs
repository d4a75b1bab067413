using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>自查表 — one sheet: for each problem the notice names, whether the office has it and what was seen. A sheet is kept as it was written; what was put
/// right later stands beside it (宁疫指办发〔2020〕73号 三).</summary>
public sealed class SelfCheck
{
    /// <summary>Characters of what was seen and of how it was put right.</summary>
    public const int LongestText = 200;

    /// <summary>Characters of who checked.</summary>
    public const int LongestLine = 60;

    private SelfCheck(string officeCode, DateOnly checkedOn, string checkedBy, string source, DateTimeOffset at)
    {
        (OfficeCode, CheckedOn, CheckedBy, Source, At) = (officeCode, checkedOn, checkedBy, source, at);
        (Answers, Remedies, By) = ([], [], null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>自查日期.</summary>
    public DateOnly CheckedOn { get; private set; }

    /// <summary>自查人, in words; there may be several.</summary>
    public string CheckedBy { get; private set; }

    /// <summary>The notice that named the problems on that day.</summary>
    public string Source { get; private set; }

    /// <summary>One for each problem, in the notice's order.</summary>
    public IReadOnlyList<SelfCheckAnswer> Answers { get; private set; }

    /// <summary>整改: what was put right since, in the order it was written down.</summary>
    public IReadOnlyList<Remedy> Remedies { get; private set; }

    /// <summary>Problems that are not put right yet.</summary>
    public int ProblemsLeft { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Problems that are not put right yet, in the notice's order.</summary>
    public IReadOnlyList<SelfCheckAnswer> Left => [.. Answers.Where(answer => answer.HasProblem && RemedyOf(answer.Code) is null)];

    /// <summary>登记一张自查表.</summary>
    /// <param name="office">The office.</param>
    /// <param name="on">Day of the check.</param>
    /// <param name="checkedBy">Who checked.</param>
    /// <param name="findings">One for each question of the pack, in its order.</param>
    /// <param name="pack">The rules of that day.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">In the future; nobody named; a question without an answer or without what was seen; a problem without a day by which
    /// it is put right.</exception>
    public static SelfCheck Enter(Office office, DateOnly on, string checkedBy, IReadOnlyList<SelfCheckFinding> findings, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        var questions = pack.Supervision.SelfCheck;
        ArgumentOutOfRangeException.ThrowIfNotEqual(findings.Count, questions.Count);
        List<Breach> breaches =
        [
            .. Unless(on <= BeijingTime.DayOf(now), SelfCheckRules.NotInFuture, SelfCheckField.CheckedOn),
            .. Unless(checkedBy.Length > 0, SelfCheckRules.CheckerNamed, SelfCheckField.CheckedBy),
        ];
        foreach (var (place, finding) in findings.Index())
        {
            breaches.AddRange(
            [
                .. Unless(finding.HasProblem is not null, SelfCheckRules.EveryQuestionAnswered, new(SelfCheckField.HasProblem, place + 1)),
                .. Unless(finding.Evidence.Length > 0, SelfCheckRules.HasEvidence, new(SelfCheckField.Evidence, place + 1)),
                .. Unless(finding.HasProblem != true || finding.RemedyBy >= on, SelfCheckRules.ProblemHasRemedyDay, new(SelfCheckField.RemedyBy, place + 1)),
                .. Unless(finding.HasProblem != false || finding.RemedyBy is null, SelfCheckRules.NoRemedyWithoutProblem, new(SelfCheckField.RemedyBy, place + 1)),
            ]);
        }

        RuleBrokenException.ThrowIfAny(breaches);

        return new(office.Code, on, checkedBy, pack.Supervision.SelfCheckCitation!.Place, now)
        {
            Answers = [.. questions.Zip(findings, (question, finding) => new SelfCheckAnswer(question.Code, question.Text, finding.HasProblem!.Value, finding.Evidence, finding.RemedyBy))],
            ProblemsLeft = findings.Count(finding => finding.HasProblem == true),
            By = by,
        };
    }

    /// <summary>整改: writes down that a problem has been put right.</summary>
    /// <exception cref="RuleBrokenException">No such problem, or put right already; before the check or in the future; not said how.</exception>
    public void PutRight(string code, DateOnly on, string how, StaffMember by, DateTimeOffset now)
    {
        SelfCheckRules.StillAProblem.Require(Left.Any(answer => answer.Code == code));
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(on >= CheckedOn && on <= BeijingTime.DayOf(now), SelfCheckRules.RemedyAfterCheck, SelfCheckField.DoneOn),
            .. Unless(how.Length > 0, SelfCheckRules.RemedySaysHow, SelfCheckField.How),
        ]);

        Remedies = [.. Remedies, new(code, on, how, by, now)];
        ProblemsLeft = Left.Count;
    }

    /// <summary>How a problem was put right; null while it is not.</summary>
    public Remedy? RemedyOf(string code) => Remedies.FirstOrDefault(remedy => remedy.Code == code);

    private static Breach[] Unless(bool holds, Rule rule, Field field) => holds ? [] : [rule.Broken(field: field)];
}

/// <summary>What was found about one question, as written on the sheet.</summary>
/// <param name="HasProblem">Null if not answered.</param>
/// <param name="Evidence">看到了什么.</param>
/// <param name="RemedyBy">整改期限; null without a problem.</param>
public sealed record SelfCheckFinding(bool? HasProblem, string Evidence, DateOnly? RemedyBy);

/// <summary>An answer as it is kept.</summary>
/// <param name="Code">Code of the question.</param>
/// <param name="Question">The question as it was then.</param>
/// <param name="HasProblem">有这个问题.</param>
/// <param name="Evidence">看到了什么.</param>
/// <param name="RemedyBy">整改期限.</param>
public sealed record SelfCheckAnswer(string Code, string Question, bool HasProblem, string Evidence, DateOnly? RemedyBy);

/// <summary>整改.</summary>
/// <param name="Code">Code of the question.</param>
/// <param name="On">Day on which it was done.</param>
/// <param name="How">How.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">When.</param>
public sealed record Remedy(string Code, DateOnly On, string How, StaffMember By, DateTimeOffset At);
