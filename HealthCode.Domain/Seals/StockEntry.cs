using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Seals;

/// <summary>库存登记 — sheets that came in, went to waste, or were counted at the end of a day. What the printer used is known from the print runs.</summary>
public sealed class StockEntry
{
    private const int MostSheets = 100_000;

    private StockEntry(string officeCode, string stock, StockEntryKind kind, int sheets, DateTimeOffset at, DateOnly on, string note)
    {
        (OfficeCode, Stock, Kind, Sheets, At, On, Note, By) = (officeCode, stock, kind, sheets, at, on, note, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Which paper: A6 卡纸, 24 格不干胶.</summary>
    public string Stock { get; private set; }

    /// <summary>Received, spoiled or counted.</summary>
    public StockEntryKind Kind { get; private set; }

    /// <summary>Sheets; of a count, what lies on the shelf.</summary>
    public int Sheets { get; private set; }

    /// <summary>Of a count: shelf less book. Otherwise 0.</summary>
    public int Difference { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day it belongs to.</summary>
    public DateOnly On { get; private set; }

    /// <summary>备注; the reason of a difference.</summary>
    public string Note { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>领入.</summary>
    /// <exception cref="RuleBrokenException">Not 1 to 100,000 sheets.</exception>
    public static StockEntry Receive(Office office, string stock, int sheets, string note, StaffMember by, DateTimeOffset at, DateOnly on) =>
        Of(office, stock, StockEntryKind.Received, Counted(sheets), note, by, at, on);

    /// <summary>作废.</summary>
    /// <exception cref="RuleBrokenException">Not 1 to 100,000 sheets.</exception>
    public static StockEntry Spoil(Office office, string stock, int sheets, string note, StaffMember by, DateTimeOffset at, DateOnly on) =>
        Of(office, stock, StockEntryKind.Spoiled, Counted(sheets), note, by, at, on);

    /// <summary>日结清点 — from here on the book says what was counted.</summary>
    /// <param name="office">The office.</param>
    /// <param name="stock">The paper.</param>
    /// <param name="sheets">On the shelf.</param>
    /// <param name="book">By the book, see <see cref="StockBalance.Left"/>.</param>
    /// <param name="note">Needed when they differ.</param>
    /// <param name="by">Who counted.</param>
    /// <param name="at">When.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="RuleBrokenException">Negative or beyond counting; a difference without a reason.</exception>
    public static StockEntry Count(Office office, string stock, int sheets, int book, string note, StaffMember by, DateTimeOffset at, DateOnly on)
    {
        SealRules.CountNotNegative.Require(sheets is >= 0 and <= MostSheets);
        SealRules.DifferenceExplained.Require(sheets == book || note.Length > 0, $"账面 {book} 张，清点 {sheets} 张。");

        var entry = Of(office, stock, StockEntryKind.Counted, sheets, note, by, at, on);
        entry.Difference = sheets - book;
        return entry;
    }

    private static StockEntry Of(Office office, string stock, StockEntryKind kind, int sheets, string note, StaffMember by, DateTimeOffset at, DateOnly on) =>
        new(office.Code, stock, kind, sheets, at, on, note) { By = by };

    private static int Counted(int sheets)
    {
        SealRules.SheetsCounted.Require(sheets is >= 1 and <= MostSheets);
        return sheets;
    }
}
