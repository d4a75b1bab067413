using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Seals;

/// <summary>库存登记 — sheets received, spoiled outside a print run, or counted at the end of a day. Printed ones come from the print runs.</summary>
public sealed class StockEntry
{
    private const int MostSheets = 100_000;

    private StockEntry(string officeCode, string stock, StockEntryKind kind, int sheets, DateTimeOffset at, DateOnly on, string note)
    {
        (OfficeCode, Stock, Kind, Sheets, At, On, Note, By) = (officeCode, stock, kind, sheets, at, on, note, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Name of the paper, e.g. A6 卡纸, 24 格不干胶.</summary>
    public string Stock { get; private set; }

    /// <summary>Received, spoiled or counted.</summary>
    public StockEntryKind Kind { get; private set; }

    /// <summary>Number of sheets; for a count, the sheets found.</summary>
    public int Sheets { get; private set; }

    /// <summary>For a count: counted minus book balance. Otherwise 0.</summary>
    public int Difference { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day it belongs to.</summary>
    public DateOnly On { get; private set; }

    /// <summary>备注; for a count, the reason of a difference.</summary>
    public string Note { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>领入: sheets received.</summary>
    /// <exception cref="RuleBrokenException">Not 1 to 100,000 sheets.</exception>
    public static StockEntry Receive(Office office, string stock, int sheets, string note, StaffMember by, DateTimeOffset at, DateOnly on) =>
        Of(office, stock, StockEntryKind.Received, RequireSheets(sheets), note, by, at, on);

    /// <summary>作废: sheets spoiled outside a print run.</summary>
    /// <exception cref="RuleBrokenException">Not 1 to 100,000 sheets.</exception>
    public static StockEntry Spoil(Office office, string stock, int sheets, string note, StaffMember by, DateTimeOffset at, DateOnly on) =>
        Of(office, stock, StockEntryKind.Spoiled, RequireSheets(sheets), note, by, at, on);

    /// <summary>日结清点 — records a count; its difference adjusts the book balance.</summary>
    /// <param name="office">The office.</param>
    /// <param name="stock">Name of the paper.</param>
    /// <param name="sheets">Sheets counted.</param>
    /// <param name="book">Book balance, see <see cref="StockBalance.Left"/>.</param>
    /// <param name="note">Required if they differ.</param>
    /// <param name="by">Who counted.</param>
    /// <param name="at">Current time.</param>
    /// <param name="on">Day of the count.</param>
    /// <exception cref="RuleBrokenException">Not 0 to 100,000 sheets; a difference without a reason.</exception>
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

    private static int RequireSheets(int sheets)
    {
        SealRules.SheetsCounted.Require(sheets is >= 1 and <= MostSheets);
        return sheets;
    }
}
