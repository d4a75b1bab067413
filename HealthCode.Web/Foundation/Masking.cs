using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Foundation;

/// <summary>脱敏 — what pages and reports show of a resident: numbers, telephones and addresses are masked until somebody says why he must see them (DECISIONS.md D38).</summary>
/// <param name="IsLifted">Everything is shown.</param>
/// <param name="ShowsNames">Names are: the office calls its people by them; who only supervises does not.</param>
public sealed record Masking(bool IsLifted, bool ShowsNames)
{
    /// <summary>For pages where somebody works with the whole form, and for a permitted and reasoned export.</summary>
    public static Masking Lifted { get; } = new(true, true);

    /// <summary>Names are masked, too: for reports, which leave the office.</summary>
    public static Masking WithNames { get; } = new(false, false);

    /// <summary>As the office's own users see it.</summary>
    public static Masking Of(CurrentUser currentUser) => new(false, currentUser.OfficeCode is not null);

    public string Name(PersonName name) => ShowsNames || IsLifted ? name.Value : name.Masked;

    public string Number(IdentityDocument document) => IsLifted && document.Kind != IdentityDocumentKind.None ? document.Number : document.Masked;

    public string Phone(PhoneNumber? phone) => phone is null ? "" : IsLifted ? phone.Value : phone.Masked;

    /// <summary>As far as the village.</summary>
    public string Address(string address) => IsLifted ? address : AddressMask.ToVillage(address);

    /// <summary>Where to: as far as the city.</summary>
    public string Destination(TravelPlan travel) => IsLifted ? travel.Destination : travel.Province + travel.City;

    /// <summary>The year alone: with the last four digits beside it, the day would tell the number.</summary>
    public string BirthDate(DateOnly day) => IsLifted ? day.Chinese() : $"{day.Year}年";

    /// <summary>What a colleague wrote beside it; it may name people.</summary>
    public string Remark(string words) => ShowsNames || IsLifted || words.Length == 0 ? words : "（已遮盖）";

    /// <summary>Words that may name somebody else.</summary>
    public string Words(string words, string instead) => IsLifted ? words : instead;
}
