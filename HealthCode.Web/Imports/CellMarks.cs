namespace HealthCode.Web.Imports;

/// <summary>
/// 标记 — prefix of a cell in the 错误表 whose content cannot be trusted; still recognised when the corrected sheet comes back with text cells only.
/// </summary>
internal static class CellMarks
{
    /// <summary>The value is known to be wrong and must be typed again.</summary>
    public const string Refill = "【重填】";

    /// <summary>The value may be damaged and must be checked against the original.</summary>
    public const string Check = "【核对】";

    /// <summary>Column in which the user confirms that all marked values of the row are right.</summary>
    public const string Confirmed = "已核对";

    private static readonly string[] All = [Refill, Check];

    /// <summary>Splits a cell into its mark (or an empty string) and the remaining text.</summary>
    public static (string Mark, string Text) Split(string text)
    {
        var trimmed = text.TrimStart();
        foreach (var mark in All)
        {
            if (trimmed.StartsWith(mark, StringComparison.Ordinal))
            {
                return (mark, trimmed[mark.Length..]);
            }
        }

        return ("", text);
    }
}
