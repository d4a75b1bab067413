using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.PrintRuns;

/// <summary>张号 — sheets as somebody writes them down: 3 or 3、5-7.</summary>
public static class SheetNumbers
{
    private const int LongestText = 2000;

    // A run of the most cards has as many sheets, and each spoiled one adds another.
    private const int Last = 5 * PrintRules.Most;

    /// <summary>Reads a list of numbers and ranges; commas of any kind and blanks stand between them.</summary>
    /// <param name="text">As typed; empty gives none.</param>
    /// <param name="numbers">In ascending order, each once.</param>
    /// <param name="fault">What to check, or null.</param>
    public static bool TryParse(string? text, out IReadOnlyList<int> numbers, out string? fault)
    {
        numbers = [];
        fault = null;
        var found = new HashSet<int>();
        var parts = text is { Length: > LongestText } ? ["…"] : HalfWidth.Of(text ?? "").Replace('－', '-').Replace('—', '-').Replace('~', '-').Replace('至', '-').Replace('到', '-')
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
