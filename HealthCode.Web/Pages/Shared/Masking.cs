using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Pages.Shared;

/// <summary>遮盖 — how a resident stands on a page: numbers, telephones and addresses masked until somebody says why he must see them (standards 7.2).</summary>
/// <param name="IsLifted">Everything is shown.</param>
/// <param name="ShowsNames">Names are: the office calls its people by them; who only supervises does not.</param>
public sealed record Masking(bool IsLifted, bool ShowsNames)
{
    /// <summary>For pages where somebody works with the whole form.</summary>
    public static Masking Lifted { get; } = new(true, true);

    /// <summary>As the office's own users see it.</summary>
    public static Masking Of(CurrentUser currentUser) => new(false, currentUser.OfficeCode is not null);

    public string Name(PersonName name) => ShowsNames || IsLifted ? name.Value : name.Masked;

    public string Number(IdentityDocument paper) => IsLifted && paper.Kind != IdentityDocumentKind.None ? paper.Number : paper.Masked;

    public string Phone(PhoneNumber phone) => IsLifted ? phone.Value : phone.Masked;

    public string Address(string address) => IsLifted ? address : AddressMask.ToVillage(address);

    /// <summary>Where to: as far as the county.</summary>
    public string Destination(TravelPlan travel) => IsLifted ? travel.Destination : travel.Province + travel.City + travel.County;

    /// <summary>The year alone: with the last four digits beside it, the day would tell the number.</summary>
    public string BirthDate(DateOnly day) => IsLifted ? day.Chinese() : $"{day.Year}年";

    /// <summary>What a colleague wrote beside the paper; it may name people.</summary>
    public string Remark(string words) => ShowsNames || IsLifted || words.Length == 0 ? words : "（已遮盖）";

    /// <summary>Words that may name somebody else.</summary>
    public string Words(string words, string instead) => IsLifted ? words : instead;
}
