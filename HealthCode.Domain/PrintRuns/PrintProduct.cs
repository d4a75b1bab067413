namespace HealthCode.Domain.PrintRuns;

/// <summary>打印品 — what an office can print many of, and on which of its papers.</summary>
/// <param name="Code">Stable, lower case.</param>
/// <param name="Title">As the office calls it.</param>
/// <param name="Stock">卡片库存 it is taken from.</param>
/// <param name="PerSheet">Places on a sheet, from 1.</param>
/// <param name="IsOfCards">Cards come once and become 已打印; stickers may be repeated and change no card.</param>
public sealed record PrintProduct(string Code, string Title, string Stock, int PerSheet, bool IsOfCards)
{
    /// <summary>A kind of card.</summary>
    public static PrintProduct Cards(string code, string title, string stock, int perSheet) => new(code, title, stock, perSheet, true);

    /// <summary>A kind of sticker.</summary>
    public static PrintProduct Stickers(string code, string title, string stock, int perSheet) => new(code, title, stock, perSheet, false);

    /// <summary>Sheets that so many take when printing begins at a place, both from 1.</summary>
    public int SheetsFor(int count, int firstPlace = 1) => count == 0 ? 0 : (firstPlace - 1 + count + PerSheet - 1) / PerSheet;
}
