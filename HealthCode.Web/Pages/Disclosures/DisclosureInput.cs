using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthCode.Web.Pages.Disclosures;

public sealed class DisclosureInput
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<IdentityDocumentKind>().Select(kind => new SelectListItem(kind.ChineseName(), kind.ToString()))];

    [Display(Name = "证件类型")]
    public IdentityDocumentKind Kind { get; set; } = IdentityDocumentKind.ResidentIdCard;

    [Display(Name = "证件号码")]
    public string? Number { get; set; }

    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "出生日期")]
    public string? BirthDate { get; set; }
}
