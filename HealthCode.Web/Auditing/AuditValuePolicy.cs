using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HealthCode.Web.Auditing;

/// <summary>原值→新值 — of a field that holds nothing personal, the audit says what it was and what it is; of every other only that it was changed. Which they are is declared in the mappings.</summary>
public static class AuditValuePolicy
{
    private const int Longest = 60;

    /// <summary>：原值→新值, or nothing for a field that may hold something personal.</summary>
    public static string Change(PropertyEntry field) => field.Metadata.Audited() is { IsDisclosed: true } audited
        ? $"：{Format(field.OriginalValue, audited.Words)}→{Format(field.CurrentValue, audited.Words)}"
        : "";

    /// <summary>A value as the office reads it.</summary>
    /// <param name="value">Of a column.</param>
    /// <param name="words">The office's words for it, where the column has its own.</param>
    public static string Format(object? value, Func<object, string>? words = null)
    {
        var said = value switch
        {
            null or "" => "空",
            _ when words is not null => words(value),
            bool yes => yes ? "是" : "否",
            DateOnly day => day.Chinese(),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTimeOffset moment => BeijingTime.At(moment).ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return said.Length > Longest ? said[..Longest] + "…" : said;
    }
}
