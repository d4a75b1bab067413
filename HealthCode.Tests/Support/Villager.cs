using System.Globalization;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Support;

/// <summary>Invented people, each with a different ID number.</summary>
public static class Villager
{
    /// <summary>The form fields that turn a declaration into that of the i-th person.</summary>
    public static (string Field, string? Value)[] At(int i)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"640104{new DateOnly(1938, 1, 1).AddDays(i % 9_000):yyyyMMdd}{1 + (2 * (i / 9_000)):000}");
        return [("Name", "马" + "德福寿喜安平康宁乐"[i % 9] + "山海川江河湖"[i % 6]), ("DocumentNumber", body + CheckCharacter.Mod11Radix2(body)), ("BirthDate", null), ("Sex", null)];
    }
}
