namespace HealthCode.Domain.Declarations;

/// <summary>编号空白表 — a printed 申报表 with its own number; scanning it opens its declaration, or a new entry. Has no card number.</summary>
public sealed class PrintedForm
{
    private PrintedForm(string number, string officeCode, long? renewalOf, long? residentId, DateTimeOffset printedAt)
    {
        (Number, OfficeCode, RenewalOf, ResidentId, PrintedAt) = (number, officeCode, renewalOf, residentId, printedAt);
    }

    /// <summary>表号, see <see cref="PrintedFormNumber"/>; also used as the form key, see <see cref="Declaration.FormKey"/>.</summary>
    public string Number { get; private set; }

    /// <summary>Code of the office that printed it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>半填续办表: key of the declaration whose identity data is preprinted, or null.</summary>
    public long? RenewalOf { get; private set; }

    /// <summary>上门带去的半填表: key of the resident whose identity data is preprinted, or null.</summary>
    public long? ResidentId { get; private set; }

    /// <summary>Time of printing.</summary>
    public DateTimeOffset PrintedAt { get; private set; }

    /// <summary>Creates a blank form, or a half-filled one for a renewal or for a resident who is visited.</summary>
    public static PrintedForm Of(PrintedFormNumber number, string officeCode, DateTimeOffset at, long? renewalOf = null, long? residentId = null) =>
        new(number.Value, officeCode, renewalOf, residentId, at);
}
