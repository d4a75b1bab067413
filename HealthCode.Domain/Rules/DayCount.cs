namespace HealthCode.Domain.Rules;

/// <summary>天数 — how many days of a required number have passed since a first day, counted so that everybody can check it.</summary>
/// <remarks>
/// The first day is not counted (民法典 第二百零一条) and 满 includes the last (第一千二百五十九条; DECISIONS.md D15):
/// 14 days from March 1 are full on March 15, and not before.
/// </remarks>
/// <param name="FirstDay">The day it began.</param>
/// <param name="Required">Days required, at least 1.</param>
/// <param name="Today">The day of counting.</param>
public sealed record DayCount(DateOnly FirstDay, int Required, DateOnly Today)
{
    /// <summary>Days passed; negative when the first day lies ahead.</summary>
    public int Passed => Today.DayNumber - FirstDay.DayNumber;

    /// <summary>Days still missing, never negative.</summary>
    public int Missing => Math.Max(0, Required - Passed);

    /// <summary>满.</summary>
    public bool IsFull => Passed >= Required;

    /// <summary>The first day on which it is full.</summary>
    public DateOnly FullOn => FirstDay.AddDays(Required);

    /// <summary>「2026年3月1日起，到今天 13 天，还差 1 天，2026年3月15日满 14 天」.</summary>
    public string Sentence => Passed < 0
        ? $"{FirstDay.Chinese()}起算，在今天之后，请核对日期"
        : IsFull
            ? $"{FirstDay.Chinese()}起，到今天 {Passed} 天，{FullOn.Chinese()}已满 {Required} 天"
            : $"{FirstDay.Chinese()}起，到今天 {Passed} 天，还差 {Missing} 天，{FullOn.Chinese()}满 {Required} 天";
}
