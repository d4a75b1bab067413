namespace HealthCode.Domain.Rules;

/// <summary>天数 — counts how many of a required number of days have passed since a first day.</summary>
/// <remarks>
/// The first day is not counted (民法典 第二百零一条) and 满 includes the last (第一千二百五十九条; DECISIONS.md D15):
/// 14 days from March 1 are full on March 15, not before.
/// </remarks>
/// <param name="FirstDay">First day of the period, not counted.</param>
/// <param name="Required">Days required, at least 1.</param>
/// <param name="Today">The day of counting.</param>
public sealed record DayCount(DateOnly FirstDay, int Required, DateOnly Today)
{
    /// <summary>Days passed; negative if the first day is in the future.</summary>
    public int Passed => Today.DayNumber - FirstDay.DayNumber;

    /// <summary>Days still missing, never negative.</summary>
    public int Missing => Math.Max(0, Required - Passed);

    /// <summary>满: the required days have passed.</summary>
    public bool IsFull => Passed >= Required;

    /// <summary>The first day on which <see cref="IsFull"/> is true.</summary>
    public DateOnly FullOn => FirstDay.AddDays(Required);

    /// <summary>The count as a sentence, e.g. 「2026年3月1日起，到今天 13 天，还差 1 天，2026年3月15日满 14 天」.</summary>
    public string Sentence => Passed < 0
        ? $"{FirstDay.Chinese()}起算，在今天之后，请核对日期"
        : IsFull
            ? $"{FirstDay.Chinese()}起，到今天 {Passed} 天，{FullOn.Chinese()}已满 {Required} 天"
            : $"{FirstDay.Chinese()}起，到今天 {Passed} 天，还差 {Missing} 天，{FullOn.Chinese()}满 {Required} 天";
}
