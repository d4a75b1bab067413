using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HealthCode.Web.Auditing;

/// <summary>原值→新值 — for non-personal fields the audit contains old and new value, for all others only the field name. Declared in the EF
/// mappings.</summary>
public static class AuditValuePolicy
{
    private const int Longest = 60;

    /// <summary>：原值→新值, or empty for a field that may be personal.</summary>
    public static string Change(PropertyEntry field) => field.Metadata.Audited() is { IsDisclosed: true } audited
        ? $"：{Format(field.OriginalValue, audited.Words)}→{Format(field.CurrentValue, audited.Words)}"
        : "";

    /// <summary>Formats a value for the user.</summary>
    /// <param name="value">Value of a column.</param>
    /// <param name="words">Converts the value to its display text; null for the default format.</param>
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
