using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Tips;

/// <summary>线索、监督举报 — something that somebody told the office, from the desk to the township: 待派, 已派, 已上门, 已反馈, 已上报 (琼肺炎指〔2020〕29号 系统使用说明 三(三);
/// DECISIONS.md D67, D68).</summary>
/// <remarks>It refuses nobody a card and changes nobody's status: what is found at the door is a task for the office, see <c>FollowUp</c>.</remarks>
public sealed class Tip
{
    /// <summary>Characters of the description.</summary>
    public const int LongestDescription = 1000;

    /// <summary>Characters of a feedback.</summary>
    public const int LongestFeedback = 300;

    /// <summary>Characters of the other fields.</summary>
    public const int LongestLine = 60;

    private Tip(string officeCode, int number, DateTimeOffset receivedAt)
    {
        (OfficeCode, Number, ReceivedAt) = (officeCode, number, receivedAt);
        (Topic, Condition, Place, PlaceKey, Description, Reporter, ReceivedBy) = ("", "", "", "", "", null!, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that took it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>编号, unique within the office and never given again.</summary>
    public int Number { get; private set; }

    /// <summary>The number as printed, four digits at least, e.g. 0007.</summary>
    public string NumberText => Number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>线索 or 监督.</summary>
    public TipKind Kind { get; private set; }

    /// <summary>上报类型 of a 监督, in the notice's words; empty for a 线索.</summary>
    public string Topic { get; private set; }

    /// <summary>身体状况 of whom a 线索 tells: the code of one of the four; empty for a 监督.</summary>
    public string Condition { get; private set; }

    /// <summary>被反映的人 of a 线索; null if unknown.</summary>
    public PersonName? Suspect { get; private set; }

    /// <summary>所在地.</summary>
    public string Place { get; private set; }

    /// <summary>The place for telling equal ones, see <see cref="TipAreaMatcher.Plain"/>.</summary>
    public string PlaceKey { get; private set; }

    /// <summary>What a place is compared by; with kind and colon, because it is stored as a hash.</summary>
    public static string PlaceKeyOf(string place) => "place:" + TipAreaMatcher.Plain(place);

    /// <summary>情况.</summary>
    public string Description { get; private set; }

    /// <summary>举报人: for the dispatcher alone.</summary>
    public TipReporter Reporter { get; private set; }

    /// <summary>实名: the reporter left his name. All that anybody else is told of him.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>辖区: found by the place when it was taken, or chosen by the dispatcher; null before.</summary>
    public long? AreaId { get; private set; }

    /// <summary>待派、已派、已上门、已反馈、已上报、已并入.</summary>
    public TipState State { get; private set; } = TipState.Received;

    /// <summary>受理.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>受理人.</summary>
    public StaffMember ReceivedBy { get; private set; }

    /// <summary>The moments by which the office wants the steps, of its own hours when the tip was taken (DECISIONS.md D68).</summary>
    public DateTimeOffset DispatchDueAt { get; private set; }

    /// <inheritdoc cref="DispatchDueAt"/>
    public DateTimeOffset VisitDueAt { get; private set; }

    /// <inheritdoc cref="DispatchDueAt"/>
    public DateTimeOffset FeedbackDueAt { get; private set; }

    /// <summary>The moment by which the next step is wanted; null when none has one.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>派给谁, the last one; null before.</summary>
    public TipDispatch? Dispatched { get; private set; }

    /// <summary>派发, the last one; null before.</summary>
    public DateTimeOffset? DispatchedAt { get; private set; }

    /// <summary>派发, the first one: a later one to another area makes nothing late; null before.</summary>
    public DateTimeOffset? FirstDispatchedAt { get; private set; }

    /// <summary>上门; null before.</summary>
    public DateTimeOffset? VisitedAt { get; private set; }

    /// <summary>反馈; null before.</summary>
    public TipStep? Feedback { get; private set; }

    /// <summary>When it was written down; null before.</summary>
    public DateTimeOffset? FeedbackAt { get; private set; }

    /// <summary>疑似, as whoever went there says; null before.</summary>
    public bool? IsSuspected { get; private set; }

    /// <summary>上报给谁; null before.</summary>
    public TipStep? Reported { get; private set; }

    /// <summary>上报; null before.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>并入: the tip with which it goes; null if it goes by itself.</summary>
    public long? LinkedToId { get; private set; }

    /// <summary>What stood there before corrections, the oldest first.</summary>
    public IReadOnlyList<TipCorrection> Corrections { get; private set; } = [];

    /// <summary>What was told.</summary>
    public TipContent Content => new(Kind, Topic, Condition, Suspect, Place, Description);

    /// <summary>The next step is wanted, and the office's own hours for it are over.</summary>
    public bool IsOverdue(DateTimeOffset now) => now > DueAt;

    /// <summary>受理.</summary>
    /// <param name="office">The office.</param>
    /// <param name="number">The next number of its series.</param>
    /// <param name="content">What was told.</param>
    /// <param name="reporter">Who told it; each part may be missing.</param>
    /// <param name="area">The area in which the place lies, if one alone was found.</param>
    /// <param name="settings">The office's own hours.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="by">受理人.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">See <see cref="TipRules.Validate"/>.</exception>
    public static Tip Receive(Office office, int number, TipContent content, TipReporter reporter, TipArea? area, TipSettings settings, TipTerms terms, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(TipRules.Validate(content, terms));

        var tip = new Tip(office.Code, number, now)
        {
            Reporter = reporter, IsNamed = reporter.Name is not null, ReceivedBy = by,
            DispatchDueAt = now.AddHours(settings.DispatchHours), VisitDueAt = now.AddHours(settings.VisitHours), FeedbackDueAt = now.AddHours(settings.FeedbackHours),
        };
        tip.Describe(content, area);
        tip.DueAt = tip.DispatchDueAt;
        return tip;
    }

    /// <summary>更正, with the reason, while it is not dispatched; what stood there is kept.</summary>
    /// <exception cref="RuleBrokenException">Dispatched or linked already; no reason; see <see cref="TipRules.Validate"/>.</exception>
    public void Correct(TipContent content, string reason, TipArea? area, TipTerms terms, StaffMember by, DateTimeOffset now)
    {
        TipRules.NotDispatchedYet.Require(State == TipState.Received);
        RuleBrokenException.ThrowIfAny(
        [
            .. TipRules.Validate(content, terms),
            .. reason.Length == 0 ? [TipRules.CorrectionExplained.Broken(field: TipField.Reason)] : Array.Empty<Breach>(),
        ]);

        Corrections = [.. Corrections, new(Content, reason, by, now)];
        Describe(content, area);
    }

    /// <summary>派发, or 改派 to another area while nobody has been there.</summary>
    /// <param name="area">The area, whose worker goes.</param>
    /// <param name="seen">派发时间 that was on the screen; null when it was not dispatched there.</param>
    /// <param name="by">派发人.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Visited or linked already; dispatched meanwhile by another; no area; its worker has left or has not begun.</exception>
    public void Dispatch(TipArea? area, DateTimeOffset? seen, StaffMember by, DateTimeOffset now)
    {
        TipRules.AwaitsDispatch.Require(State is TipState.Received or TipState.Dispatched);
        TipRules.NotDispatchedMeanwhile.Require(seen?.ToUnixTimeMilliseconds() == DispatchedAt?.ToUnixTimeMilliseconds(), Dispatched is { } other ? $"{other.By.Name}派给了{other.Worker.Value}。" : null);
        RuleBrokenException.ThrowIfAny(
            area is null || area.OfficeCode != OfficeCode ? [TipRules.AreaChosen.Broken(field: TipField.Area)]
            : !area.Serves(BeijingTime.DayOf(now)) ? [TipRules.WorkerStillThere.Broken($"{area.Name} {area.Worker.Value}。", TipField.Area)]
            : []);

        (State, AreaId, Dispatched, DispatchedAt, DueAt) = (TipState.Dispatched, area!.Id, new(area.Name, area.Role, area.Worker, area.Phone, by), now, VisitDueAt);
        FirstDispatchedAt ??= now;
    }

    /// <summary>登记上门.</summary>
    /// <param name="at">When somebody was there.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="RuleBrokenException">Not dispatched, or visited already; before the dispatch or in the future.</exception>
    public void NoteVisit(DateTimeOffset at, DateTimeOffset now)
    {
        TipRules.AwaitsVisit.Require(State == TipState.Dispatched);
        Require(TipRules.VisitAfterDispatch, TipField.VisitedAt, at >= ToMinute(DispatchedAt!.Value) && at <= now);

        (State, VisitedAt, DueAt) = (TipState.Visited, at, FeedbackDueAt);
    }

    /// <summary>登记反馈.</summary>
    /// <param name="text">What was found and done.</param>
    /// <param name="isSuspected">疑似, as whoever was there says; the program judges nothing. Null if not answered.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Before the visit, or given already; nothing said; not said whether suspected.</exception>
    public void NoteFeedback(string text, bool? isSuspected, StaffMember by, DateTimeOffset now)
    {
        TipRules.FeedbackAfterVisit.Require(State is not (TipState.Received or TipState.Dispatched));
        TipRules.FeedbackOnce.Require(State == TipState.Visited);
        RuleBrokenException.ThrowIfAny(
        [
            .. text.Length == 0 ? [TipRules.HasFeedback.Broken(field: TipField.Feedback)] : Array.Empty<Breach>(),
            .. isSuspected is null ? [TipRules.SuspicionAnswered.Broken(field: TipField.IsSuspected)] : Array.Empty<Breach>(),
        ]);

        (State, Feedback, FeedbackAt, IsSuspected, DueAt) = (TipState.Answered, new(text, by), now, isSuspected, null);
    }

    /// <summary>登记上报.</summary>
    /// <param name="to">To whom.</param>
    /// <param name="at">When it was reported.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="RuleBrokenException">Before the feedback, or reported already; not said to whom; before the tip was taken or in the future.</exception>
    public void Report(string to, DateTimeOffset at, StaffMember by, DateTimeOffset now)
    {
        TipRules.AwaitsReport.Require(State == TipState.Answered);
        RuleBrokenException.ThrowIfAny(
        [
            .. to.Length == 0 ? [TipRules.ReportedToNamed.Broken(field: TipField.ReportedTo)] : Array.Empty<Breach>(),
            // A suspected case may have been reported from the door, before the feedback was written down.
            .. at < VisitedAt || at > now ? [TipRules.ReportAfterVisit.Broken(field: TipField.ReportedAt)] : Array.Empty<Breach>(),
        ]);

        (State, Reported, ReportedAt) = (TipState.Reported, new(to, by), at);
    }

    /// <summary>并入: the same thing was told twice; this one goes with the other and is not dispatched (DECISIONS.md D69).</summary>
    /// <param name="other">The tip it goes with.</param>
    /// <param name="hasDoubles">Whether others go with this one.</param>
    /// <exception cref="RuleBrokenException">Dispatched or linked already; itself; the other goes with a third; others go with this one.</exception>
    public void LinkTo(Tip other, bool hasDoubles)
    {
        TipRules.LinkedBeforeDispatch.Require(State == TipState.Received);
        Require(TipRules.LinkedToAnother, TipField.LinkedTo, other.Number != Number && other.OfficeCode == OfficeCode);
        Require(TipRules.NoChain, TipField.LinkedTo, other.State != TipState.Linked && !hasDoubles);
        Require(TipRules.LinkedToOpen, TipField.LinkedTo, other.State is TipState.Received or TipState.Dispatched or TipState.Visited);

        (State, LinkedToId, DueAt) = (TipState.Linked, other.Id, null);
    }

    /// <summary>不再并入: it was another thing after all; it waits for its dispatch again, since its own first moment.</summary>
    /// <exception cref="RuleBrokenException">It goes by itself.</exception>
    public void Separate()
    {
        TipRules.IsLinked.Require(State == TipState.Linked);

        (State, LinkedToId, DueAt) = (TipState.Received, null, DispatchDueAt);
    }

    private void Describe(TipContent content, TipArea? area)
    {
        (Kind, Topic, Place, Description, AreaId) = (content.Kind!.Value, content.Kind == TipKind.Supervision ? content.Topic : "", content.Place, content.Description, area?.Id);
        (Condition, Suspect) = content.Kind == TipKind.Clue ? (content.Condition, content.Suspect) : ("", null);
        PlaceKey = PlaceKeyOf(content.Place);
    }

    // What is typed has no seconds.
    private static DateTimeOffset ToMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));

    private static void Require(Rule rule, TipField field, bool holds) => RuleBrokenException.ThrowIfAny(holds ? [] : [rule.Broken(field: field)]);
}

/// <summary>线索 or 监督举报.</summary>
public enum TipKind
{
    /// <summary>线索: somebody may be ill.</summary>
    Clue = 1,

    /// <summary>监督举报: somebody does what he must not.</summary>
    Supervision = 2,
}

/// <summary>线索的状态.</summary>
public enum TipState
{
    /// <summary>待派.</summary>
    Received = 1,

    /// <summary>已派.</summary>
    Dispatched = 2,

    /// <summary>已上门.</summary>
    Visited = 3,

    /// <summary>已反馈.</summary>
    Answered = 4,

    /// <summary>已上报.</summary>
    Reported = 5,

    /// <summary>已并入 another one.</summary>
    Linked = 6,
}

/// <summary>What was told.</summary>
/// <param name="Kind">线索 or 监督; null if not chosen.</param>
/// <param name="Topic">上报类型 of a 监督.</param>
/// <param name="Condition">Code of the 身体状况 of a 线索.</param>
/// <param name="Suspect">被反映的人 of a 线索; null if unknown.</param>
/// <param name="Place">所在地.</param>
/// <param name="Description">情况.</param>
public sealed record TipContent(TipKind? Kind, string Topic, string Condition, PersonName? Suspect, string Place, string Description);

/// <summary>举报人.</summary>
/// <param name="Name">姓名; null if he left none.</param>
/// <param name="Phone">电话; null if he left none.</param>
public sealed record TipReporter(PersonName? Name, PhoneNumber? Phone);

/// <summary>派给谁.</summary>
/// <param name="Area">The area's name.</param>
/// <param name="Role">网格员 or 联络员.</param>
/// <param name="Worker">Who goes.</param>
/// <param name="Phone">电话; null if unknown.</param>
/// <param name="By">派发人.</param>
public sealed record TipDispatch(string Area, TipAreaRole Role, PersonName Worker, PhoneNumber? Phone, StaffMember By);

/// <summary>A step of a tip.</summary>
/// <param name="Words">What was found, or to whom it was reported.</param>
/// <param name="By">Who wrote it down.</param>
public sealed record TipStep(string Words, StaffMember By);

/// <summary>更正.</summary>
/// <param name="Before">What stood there.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record TipCorrection(TipContent Before, string Reason, StaffMember By, DateTimeOffset At);
