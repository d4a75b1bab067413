namespace HealthCode.Domain.Seals;

/// <summary>卡片库存 — one paper's sheets up to the end of a day: what came in, what the printer used, what is left. It balances: left = received + differences − good − spoiled.</summary>
/// <param name="Stock">The paper.</param>
/// <param name="Received">领入.</param>
/// <param name="Good">印好.</param>
/// <param name="Spoiled">印坏和作废.</param>
/// <param name="Differences">清点盈亏: over (+) and short (−), explained one by one.</param>
public sealed record StockBalance(string Stock, int Received, int Good, int Spoiled, int Differences)
{
    /// <summary>结存: may be below nought when paper was used that nobody entered.</summary>
    public int Left => Received + Differences - Good - Spoiled;

    /// <summary>The balance from its parts.</summary>
    /// <param name="stock">The paper.</param>
    /// <param name="entries">Of this paper, up to the day.</param>
    /// <param name="good">Sheets the print runs used well.</param>
    /// <param name="spoiled">Sheets the print runs spoiled.</param>
    public static StockBalance Of(string stock, IReadOnlyCollection<StockEntry> entries, int good, int spoiled) => new(
        stock,
        entries.Where(entry => entry.Kind == StockEntryKind.Received).Sum(entry => entry.Sheets),
        good,
        spoiled + entries.Where(entry => entry.Kind == StockEntryKind.Spoiled).Sum(entry => entry.Sheets),
        entries.Sum(entry => entry.Difference));
}
