using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Tips;

/// <summary>线索的时限 — hours of the office's own, each from the moment the tip was taken: the notice says 立即 and 及时 and gives none (DECISIONS.md D68).</summary>
public sealed class TipSettings
{
    private const int UsualDispatch = 2;
    private const int UsualVisit = 24;
    private const int UsualFeedback = 48;
    private const int MostHours = 720;

    private TipSettings(string officeCode) => OfficeCode = officeCode;

    /// <summary>The office; also the key.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>几小时内派发.</summary>
    public int DispatchHours { get; private set; } = UsualDispatch;

    /// <summary>几小时内上门.</summary>
    public int VisitHours { get; private set; } = UsualVisit;

    /// <summary>几小时内反馈.</summary>
    public int FeedbackHours { get; private set; } = UsualFeedback;

    /// <summary>2, 24 and 48 hours, until the office says otherwise.</summary>
    public static TipSettings Usual(Office office) => new(office.Code);

    /// <summary>改时限; tips taken so far keep their moments.</summary>
    /// <exception cref="RuleBrokenException">Not 1 to 720; a later step has fewer hours than the one before.</exception>
    public void Want(int dispatch, int visit, int feedback)
    {
        var all = new[] { (dispatch, TipField.DispatchHours), (visit, TipField.VisitHours), (feedback, TipField.FeedbackHours) };
        RuleBrokenException.ThrowIfAny([.. all.Where(each => each.Item1 is < 1 or > MostHours).Select(each => TipRules.HoursInRange.Broken(field: each.Item2))]);
        RuleBrokenException.ThrowIfAny(
        [
            .. visit < dispatch ? [TipRules.HoursInOrder.Broken(field: TipField.VisitHours)] : Array.Empty<Breach>(),
            .. feedback < visit ? [TipRules.HoursInOrder.Broken(field: TipField.FeedbackHours)] : Array.Empty<Breach>(),
        ]);

        (DispatchHours, VisitHours, FeedbackHours) = (dispatch, visit, feedback);
    }
}
