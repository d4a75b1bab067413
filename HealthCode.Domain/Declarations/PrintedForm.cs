namespace HealthCode.Domain.Declarations;

/// <summary>编号空白表 — a printed 申报表 with its own number: scanning it opens what was keyed under it, or a new entry. It carries no card number.</summary>
public sealed class PrintedForm
{
    private PrintedForm(string number, string officeCode, long? renewalOf, DateTimeOffset printedAt)
    {
        (Number, OfficeCode, RenewalOf, PrintedAt) = (number, officeCode, renewalOf, printedAt);
    }

    /// <summary>表号, see <see cref="PrintedFormNumber"/>; also the form key under which it is saved once.</summary>
    public string Number { get; private set; }

    /// <summary>The office that printed it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>半填续办表: the declaration whose identity it carries, or null.</summary>
    public long? RenewalOf { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset PrintedAt { get; private set; }

    /// <summary>A blank form, or a half-filled one for a renewal.</summary>
    public static PrintedForm Of(PrintedFormNumber number, string officeCode, DateTimeOffset at, long? renewalOf = null) =>
        new(number.Value, officeCode, renewalOf, at);
}
