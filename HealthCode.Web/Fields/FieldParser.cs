using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Fields;

/// <summary>Parses typed texts into values, for forms and rows of a sheet. An unreadable text adds an error for its field, and parsing
/// continues.</summary>
/// <param name="faults">Collects the errors.</param>
/// <param name="today">Used for dates without a year.</param>
public sealed class FieldParser<TField>(FieldFaults<TField> faults, DateOnly today)
    where TField : class
{
    /// <summary>Single-line text; empty if blank or unreadable.</summary>
    public string Text(TField field, string? typed, int longest)
    {
        Check(field, FreeText.TryParse(typed, longest, out var value, out var fault), fault);
        return value;
    }

    /// <summary>Required single-line text.</summary>
    public string NeededText(TField field, string? typed, int longest, string ifMissing)
    {
        var value = Text(field, typed, longest);
        faults.Need(field, value.Length == 0, ifMissing);
        return value;
    }

    /// <summary>A date; null if blank or unreadable.</summary>
    public DateOnly? Day(TField field, string? typed)
    {
        Check(field, TypedDate.TryParse(typed, today, out var day, out var fault), fault);
        return day;
    }

    /// <summary>A telephone number; null if blank or unreadable.</summary>
    public PhoneNumber? Phone(TField field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        Check(field, PhoneNumber.TryParse(typed, out var phone, out var fault), fault);
        return phone;
    }

    /// <summary>A person's name; null if blank or unreadable.</summary>
    public PersonName? Name(TField field, string? typed) => string.IsNullOrWhiteSpace(typed) ? null : NeededName(field, typed);

    /// <summary>Required person's name.</summary>
    public PersonName? NeededName(TField field, string? typed)
    {
        Check(field, PersonName.TryParse(typed, out var name, out var fault), fault);
        return name;
    }

    /// <summary>A temperature; null if blank or unreadable.</summary>
    public BodyTemperature? Temperature(TField field, string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : Check(field, BodyTemperature.TryParse(typed, out var temperature, out var fault), fault) ? temperature
        : null;

    /// <summary>An identity document; errors are added to the number or the reason.</summary>
    public IdentityDocumentParseResult Document(
        IdentityDocumentKind kind, (TField Field, string? Typed) number, (TField Field, string? Typed) reason, bool saveDespiteFault)
    {
        if (ScannedCode.Read(number.Typed).Kind is ScannedKind.Token or ScannedKind.Number)
        {
            // A scanner or camera over the wrong side of the desk; saved with a reason it would be the number of nobody.
            faults.Add(number.Field, "这是健康通行卡上的码，不是证件号码。请读身份证，或者照证件输入");
            return IdentityDocument.Read(kind, null, null, false, today);
        }

        var result = IdentityDocument.Read(kind, number.Typed, reason.Typed, saveDespiteFault, today);
        foreach (var fault in result.Faults)
        {
            faults.Add(fault.Field == DocumentField.Reason ? reason.Field : number.Field, fault.Sentence, fault.Code);
        }

        return result;
    }

    private bool Check(TField field, bool isRead, string? fault)
    {
        if (!isRead)
        {
            faults.Add(field, fault!);
        }

        return isRead;
    }
}
