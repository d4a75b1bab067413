using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>物资登记 — in, out, or counted. What is left is never below zero on any day.</summary>
/// <remarks>Not the stock of paper (<c>StockEntry</c>): paper goes out by print runs to nobody, and its book may be wrong until it is counted (DECISIONS.md D57).</remarks>
public sealed class SupplyEntry
{
    /// <summary>Characters of from whom or to whom, and of the note.</summary>
    public const int LongestLine = 60;

    private SupplyEntry(string officeCode, long itemId, SupplyEntryKind kind, int quantity, string party, DateOnly on, string note, DateTimeOffset at)
    {
        (OfficeCode, ItemId, Kind, Quantity, Party, On, Note, At) = (officeCode, itemId, kind, quantity, party, on, note, at);
        By = null!;
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Which thing.</summary>
    public long ItemId { get; private set; }

    /// <summary>In, out or counted.</summary>
    public SupplyEntryKind Kind { get; private set; }

    /// <summary>How many; for a count, how many were found.</summary>
    public int Quantity { get; private set; }

    /// <summary>For a count: found minus book. Otherwise 0.</summary>
    public int Difference { get; private set; }

    /// <summary>From whom, or to whom and where; empty for a count.</summary>
    public string Party { get; private set; }

    /// <summary>The day it belongs to.</summary>
    public DateOnly On { get; private set; }

    /// <summary>备注; for a count, why it differs.</summary>
    public string Note { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>By how much it changes what is left.</summary>
    public int Change => Kind switch { SupplyEntryKind.Received => Quantity, SupplyEntryKind.Issued => -Quantity, _ => Difference };

    /// <summary>登记.</summary>
    /// <param name="item">The thing.</param>
    /// <param name="kind">In, out or counted.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="party">From whom or to whom.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">Note; for a count that differs, the reason.</param>
    /// <param name="earlier">All entries of this thing so far.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">No such number; in the future or before a count; nobody named; more out than there is; a difference without a reason.</exception>
    public static SupplyEntry Enter(
        SupplyItem item, SupplyEntryKind kind, int quantity, string party, DateOnly on, string note, IReadOnlyCollection<SupplyEntry> earlier, StaffMember by, DateTimeOffset now)
    {
        var isCount = kind == SupplyEntryKind.Counted;
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(quantity <= SupplyRules.MostAtOnce && quantity >= (isCount ? 0 : 1), isCount ? SupplyRules.CountedInRange : SupplyRules.QuantityInRange, SupplyField.Quantity),
            .. Unless(on <= BeijingTime.DayOf(now), SupplyRules.NotInFuture, SupplyField.On),
            .. Unless(isCount ? !earlier.Any(each => each.On > on) : !earlier.Any(each => each.Kind == SupplyEntryKind.Counted && each.On > on), SupplyRules.NotBeforeCount, SupplyField.On),
            .. Unless(kind != SupplyEntryKind.Received || party.Length > 0, SupplyRules.SenderNamed, SupplyField.Party),
            .. Unless(kind != SupplyEntryKind.Issued || party.Length > 0, SupplyRules.ReceiverNamed, SupplyField.Party),
        ]);
        var book = earlier.Sum(each => each.Change);
        var least = kind == SupplyEntryKind.Issued ? SupplyBalance.LeastFrom(earlier, on) : 0;
        RuleBrokenException.ThrowIfAny(
        [
            .. kind != SupplyEntryKind.Issued || quantity <= least ? [] : new[] { SupplyRules.NeverBelowZero.Broken($"{item.Name}只有 {least} {item.Unit}，要领出 {quantity} {item.Unit}。", SupplyField.Quantity) },
            .. !isCount || quantity == book || note.Length > 0 ? [] : new[] { SupplyRules.DifferenceExplained.Broken($"账面 {book} {item.Unit}，盘点 {quantity} {item.Unit}。", SupplyField.Note) },
        ]);

        return new(item.OfficeCode, item.Id, kind, quantity, isCount ? "" : party, on, note, now) { By = by, Difference = isCount ? quantity - book : 0 };
    }

    private static Breach[] Unless(bool holds, Rule rule, Field field) => holds ? [] : [rule.Broken(field: field)];
}

/// <summary>物资登记的种类.</summary>
public enum SupplyEntryKind
{
    /// <summary>领入.</summary>
    Received = 1,

    /// <summary>领出.</summary>
    Issued = 2,

    /// <summary>盘点.</summary>
    Counted = 3,
}

/// <summary>物资日结 — one thing on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Before">Left the evening before.</param>
/// <param name="Received">领入.</param>
/// <param name="Issued">领出.</param>
/// <param name="Differences">盘点盈亏.</param>
public sealed record SupplyBalance(DateOnly On, int Before, int Received, int Issued, int Differences)
{
    /// <summary>结存.</summary>
    public int Left => Before + Received - Issued + Differences;

    /// <summary>The balance of one thing on a day.</summary>
    /// <param name="entries">All of its entries.</param>
    /// <param name="day">The day.</param>
    public static SupplyBalance Of(IReadOnlyCollection<SupplyEntry> entries, DateOnly day) => new(
        day,
        entries.Where(entry => entry.On < day).Sum(entry => entry.Change),
        entries.Where(entry => entry.On == day && entry.Kind == SupplyEntryKind.Received).Sum(entry => entry.Quantity),
        entries.Where(entry => entry.On == day && entry.Kind == SupplyEntryKind.Issued).Sum(entry => entry.Quantity),
        entries.Where(entry => entry.On == day).Sum(entry => entry.Difference));

    /// <summary>The least that is left in the evening of the day or of any later one: what may go out on that day.</summary>
    internal static int LeastFrom(IReadOnlyCollection<SupplyEntry> entries, DateOnly day) =>
        entries.Select(entry => entry.On).Where(on => on > day).Append(day).Min(on => Of(entries, on).Left);
}
