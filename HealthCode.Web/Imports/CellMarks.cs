namespace HealthCode.Web.Imports;

/// <summary>
/// 标记 — what stands before a cell in the 错误表, so that what was refused for its kind is known again when the sheet comes back as text.
/// </summary>
internal static class CellMarks
{
    /// <summary>What the cell says is not what was typed: it has to be typed again.</summary>
    public const string Refill = "【重填】";

    /// <summary>What the cell says may be damaged: it has to be compared.</summary>
    public const string Check = "【核对】";

    /// <summary>The column in which one answers that everything asked about in a row is right.</summary>
    public const string Confirmed = "已核对";

    private static readonly string[] All = [Refill, Check];

    /// <summary>A cell's words without its mark, and the mark or nothing.</summary>
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
