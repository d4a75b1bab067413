namespace HealthCode.Domain.PrintRuns;

/// <summary>打印品 — a kind of card or sticker, and the paper it is printed on.</summary>
/// <param name="Code">Stable code, lower case.</param>
/// <param name="Title">Title shown to users.</param>
/// <param name="Stock">卡片库存 it is taken from.</param>
/// <param name="PerSheet">Number of places on a sheet, at least 1.</param>
/// <param name="IsOfCards">True for cards, printed once and then 已打印; false for stickers, which can be repeated.</param>
public sealed record PrintProduct(string Code, string Title, string Stock, int PerSheet, bool IsOfCards)
{
    /// <summary>Creates a kind of card.</summary>
    public static PrintProduct Cards(string code, string title, string stock, int perSheet) => new(code, title, stock, perSheet, true);

    /// <summary>Creates a kind of sticker.</summary>
    public static PrintProduct Stickers(string code, string title, string stock, int perSheet) => new(code, title, stock, perSheet, false);

    /// <summary>Number of sheets for a number of items, starting at a place of the first sheet (from 1).</summary>
    public int SheetsFor(int count, int firstPlace = 1) => count == 0 ? 0 : (firstPlace - 1 + count + PerSheet - 1) / PerSheet;
}
