namespace HealthCode.Domain.Seals;

/// <summary>卡片库存 — stock of one paper at the end of a day, in sheets: left = received + differences − good − spoiled.</summary>
/// <param name="Stock">Name of the paper.</param>
/// <param name="Received">领入.</param>
/// <param name="Good">印好.</param>
/// <param name="Spoiled">印坏和作废.</param>
/// <param name="Differences">清点盈亏: sum of the count differences, surplus (+) and shortage (−).</param>
public sealed record StockBalance(string Stock, int Received, int Good, int Spoiled, int Differences)
{
    /// <summary>结存: negative if paper was used that was never entered.</summary>
    public int Left => Received + Differences - Good - Spoiled;

    /// <summary>Computes the balance.</summary>
    /// <param name="stock">Name of the paper.</param>
    /// <param name="entries">Entries of this paper up to the day.</param>
    /// <param name="good">Good sheets of the print runs.</param>
    /// <param name="spoiled">Spoiled sheets of the print runs.</param>
    public static StockBalance Of(string stock, IReadOnlyCollection<StockEntry> entries, int good, int spoiled) => new(
        stock,
        entries.Where(entry => entry.Kind == StockEntryKind.Received).Sum(entry => entry.Sheets),
        good,
        spoiled + entries.Where(entry => entry.Kind == StockEntryKind.Spoiled).Sum(entry => entry.Sheets),
        entries.Sum(entry => entry.Difference));
}
