using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>有效期 — both days inclusive; last valid day = issue day + the pack's days (DECISIONS.md D2).</summary>
/// <param name="FirstDay">The issue day.</param>
/// <param name="LastDay">有效期至, the last valid day.</param>
public sealed record ValidityPeriod(DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>The period of a card issued on a day.</summary>
    public static ValidityPeriod From(DateOnly issuedOn, RulePack pack) => new(issuedOn, issuedOn.AddDays(pack.Pass.ValidityDays));

    /// <summary>True if the day is within the period.</summary>
    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>Days left after today, negative if expired.</summary>
    public int DaysLeft(DateOnly today) => LastDay.DayNumber - today.DayNumber;

    /// <summary>已过期, 今天到期 or 还有 3 天.</summary>
    public string LeftInWords(DateOnly today) => DaysLeft(today) switch { < 0 => "已过期", 0 => "今天到期", var days => $"还有 {days} 天" };
}
