using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.PrintRuns;

/// <summary>张号 — parses typed sheet numbers: 3 or 3、5-7.</summary>
public static class SheetNumbers
{
    private const int LongestText = 2000;

    // A maximum run has at most one sheet per card, and each spoiled sheet adds another.
    private const int Last = 5 * PrintRules.Most;

    /// <summary>Parses a list of numbers and ranges, separated by commas of any kind, semicolons or blanks.</summary>
    /// <param name="text">The typed text; empty gives no numbers.</param>
    /// <param name="numbers">Distinct numbers in ascending order.</param>
    /// <param name="fault">Message for the user, or null if valid.</param>
    public static bool TryParse(string? text, out IReadOnlyList<int> numbers, out string? fault)
    {
        numbers = [];
        fault = null;
        var found = new HashSet<int>();
        var parts = text is { Length: > LongestText } ? ["…"] : HalfWidth.Normalize(text ?? "").Replace('－', '-').Replace('—', '-').Replace('~', '-').Replace('至', '-').Replace('到', '-')
            .Split([',', '，', '、', ' ', ';', '；', '\t'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !Number(ends[0], out var first) || !Number(ends[^1], out var last) || first > last)
            {
                fault = $"“{(part.Length > 20 ? part[..20] + "…" : part)}”看不懂，请写张号，例如 3 或 5-7";
                return false;
            }

            found.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        numbers = [.. found.Order()];
        return true;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Last;
}
