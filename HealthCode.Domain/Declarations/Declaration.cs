using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>申报 — one submitted 《健康通行卡办理申报表》: its content, versions, temperatures and decisions.</summary>
public sealed class Declaration
{
    private readonly List<DeclarationVersion> _versions = [];
    private readonly List<ReviewDecision> _decisions = [];

    private Declaration(string officeCode, string number, string formKey, DeclarationContent content)
    {
        (OfficeCode, Number, FormKey) = (officeCode, number, formKey);
        (Content, Reason) = (content, content.Reason);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office it was submitted to.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>申报编号, see <see cref="DeclarationNumber"/>.</summary>
    public string Number { get; private set; }

    /// <summary>Unique key of the entry form; prevents saving the same form twice.</summary>
    public string FormKey { get; private set; }

    /// <summary>一户一次办: key shared by the declarations that one household handed in together, see <see cref="HouseholdSitting"/>; null if handed in alone.</summary>
    public string? SittingKey { get; private set; }

    /// <summary>Content of the latest version.</summary>
    public DeclarationContent Content { get; private set; }

    /// <summary>Identifies the applicant, see <c>Person.Key</c>.</summary>
    public string PersonKey
    {
        get => Content.Person.Key;
        // Stored in its own column as a hash, so that it can be searched; the stored value cannot be converted back.
        private set { }
    }

    /// <summary>学生的申报: true if a school class is given. Stored in its own column, because the encrypted content cannot be queried.</summary>
    public bool HasSchoolClass
    {
        get => Content.SchoolClass.Length > 0;
        private set { }
    }

    /// <summary>办卡缘由, copied from the content into its own column, so that it can be counted without decrypting the content.</summary>
    public CardReason? Reason { get; private set; }

    /// <summary>体温异常: true if any temperature was ticked 不正常 by a staff member.</summary>
    public bool FoundAbnormal { get; private set; }

    /// <summary>Current state.</summary>
    public DeclarationState State { get; private set; }

    /// <summary>The number of the latest version, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Day of submission, Beijing time.</summary>
    public DateOnly SubmittedOn { get; private set; }

    /// <summary>Time since when it awaits review: submission, or correction after a return.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>Temperatures taken so far, oldest first.</summary>
    public IReadOnlyList<TemperatureReading> TemperatureReadings { get; private set; } = [];

    /// <summary>The versions, as far as loaded.</summary>
    public IReadOnlyList<DeclarationVersion> Versions => _versions;

    /// <summary>The decisions, as far as loaded, oldest first.</summary>
    public IReadOnlyList<ReviewDecision> Decisions => _decisions;

    /// <summary>The latest decision, or null.</summary>
    public ReviewDecision? Decision => _decisions.Count == 0 ? null : _decisions[^1];

    /// <summary>递交 — creates the declaration from the keyed form; it then awaits temperature and review.</summary>
    /// <param name="office">The office it is handed in to.</param>
    /// <param name="number">The office's next declaration number.</param>
    /// <param name="formKey">Key of the entry form.</param>
    /// <param name="content">What stands on the form.</param>
    /// <param name="clerk">Who keyed it.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <param name="sittingKey">Key of the household's sitting, or null.</param>
    /// <exception cref="RuleBrokenException">The office's province issues no cards; see <see cref="DeclarationRules.Validate"/>.</exception>
    public static Declaration Submit(
        Office office, DeclarationNumber number, string formKey, DeclarationContent content, StaffMember clerk, DateTimeOffset at, DateOnly today, string? sittingKey = null)
    {
        DeclarationRules.ProvinceIssuesPasses.Require(office.RulesOn(today).IssuesPasses);
        RuleBrokenException.ThrowIfAny(DeclarationRules.Validate(content, today));

        var declaration = new Declaration(office.Code, number.Value, formKey, content) { SubmittedOn = today, SittingKey = sittingKey };
        declaration.AddVersion(content, "首次录入", clerk, at);
        return declaration;
    }

    /// <summary>修改或补正 — adds a version with its reason; a returned declaration awaits review again.</summary>
    /// <exception cref="RuleBrokenException">Already decided, no reason, or the content breaks a rule.</exception>
    public void Correct(DeclarationContent content, string reason, StaffMember clerk, DateTimeOffset at, DateOnly today)
    {
        DeclarationRules.NotDecided.Require(State is DeclarationState.AwaitingReview or DeclarationState.Returned);
        DeclarationRules.ChangeHasReason.Require(reason.Length > 0);
        RuleBrokenException.ThrowIfAny(DeclarationRules.Validate(content, today));

        AddVersion(content, reason, clerk, at);
    }

    /// <summary>已宣读 at the review — notes that the reviewer has read the form to the applicant, as a version of his own; nothing if it was read at entry.</summary>
    /// <returns>The number of the latest version, which a decision made with this page names.</returns>
    /// <exception cref="RuleBrokenException">Already decided or changed meanwhile.</exception>
    public int NoteReadAloud(int readVersion, StaffMember reviewer, DateTimeOffset at)
    {
        RequireAwaitsReview(readVersion);

        if (!Content.ReadAloud)
        {
            AddVersion(Content with { ReadAloud = true }, "审核时已向本人宣读", reviewer, at);
        }

        return Version;
    }

    /// <summary>测温 — adds a temperature measured before the decision.</summary>
    /// <exception cref="RuleBrokenException">The declaration does not await review.</exception>
    public void RecordTemperature(TemperatureReading reading)
    {
        RequireAwaitsReview(Version);

        Add(reading);
    }

    /// <summary>符合.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="ReviewRules.ValidateApproval"/>; or already decided or changed meanwhile.</exception>
    public void Approve(ReviewFindings findings, int readVersion, RulePack pack, StaffMember reviewer, DateTimeOffset at, DateOnly today)
    {
        RequireAwaitsReview(readVersion);
        RuleBrokenException.ThrowIfAny(ReviewRules.ValidateApproval(Content, findings, pack, today));

        Decide(DeclarationState.Approved, ReviewDecision.Of(ReviewOutcome.Approve, findings, "", reviewer, at, today, Version));
    }

    /// <summary>不予办理 — only on the grounds of the clauses and conditions found.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="ReviewRules.ValidateRefusal"/>; or already decided or changed meanwhile.</exception>
    public void Refuse(ReviewFindings findings, string reason, int readVersion, RulePack pack, StaffMember reviewer, DateTimeOffset at, DateOnly today)
    {
        RequireAwaitsReview(readVersion);
        RuleBrokenException.ThrowIfAny(ReviewRules.ValidateRefusal(findings, reason, pack, today));

        Decide(DeclarationState.Refused, ReviewDecision.Of(ReviewOutcome.Refuse, findings, reason, reviewer, at, today, Version));
    }

    /// <summary>退回补正 — returns an incomplete form to the applicant; not a refusal.</summary>
    /// <exception cref="RuleBrokenException">Neither items nor a reason given; or already decided or changed meanwhile.</exception>
    public void ReturnForCorrection(ReviewFindings findings, IReadOnlyList<string> items, string reason, int readVersion, StaffMember reviewer, DateTimeOffset at, DateOnly today)
    {
        RequireAwaitsReview(readVersion);
        RuleBrokenException.ThrowIfAny(ReviewRules.ValidateReturn(items, reason));

        Decide(DeclarationState.Returned, ReviewDecision.Of(ReviewOutcome.ReturnForCorrection, findings, reason, reviewer, at, today, Version, items));
    }

    private void RequireAwaitsReview(int readVersion)
    {
        DeclarationRules.AwaitsReview.Require(State == DeclarationState.AwaitingReview, Decision is { } decision
            ? $"{decision.By.Name} 已于 {decision.At:HH:mm} 作出“{decision.Outcome.ChineseName()}”。"
            : null);
        DeclarationRules.ReadLatest.Require(readVersion == Version);
    }

    private void Decide(DeclarationState state, ReviewDecision decision)
    {
        State = state;
        _decisions.Add(decision);
        if (decision.Findings.Temperature is { } reading && !TemperatureReadings.Contains(reading))
        {
            Add(reading);
        }
    }

    private void Add(TemperatureReading reading) =>
        (TemperatureReadings, FoundAbnormal) = ([.. TemperatureReadings, reading], FoundAbnormal || !reading.FoundNormal);

    private void AddVersion(DeclarationContent content, string reason, StaffMember clerk, DateTimeOffset at)
    {
        (Content, Reason) = (content, content.Reason);
        (State, Version, WaitingSince) = (DeclarationState.AwaitingReview, Version + 1, State == DeclarationState.AwaitingReview ? WaitingSince : at);
        _versions.Add(DeclarationVersion.Of(Version, content, reason, clerk, at));
    }
}
