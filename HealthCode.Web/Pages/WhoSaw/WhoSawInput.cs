using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthCode.Web.Pages.WhoSaw;

public sealed class WhoSawInput
{
    /// <summary>Every kind of paper but none at all: who asks shows one.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<IdentityPaperKind>().Where(kind => kind != IdentityPaperKind.None).Select(kind => new SelectListItem(kind.ChineseName(), kind.ToString()))];

    [Display(Name = "证件类型")]
    public IdentityPaperKind Kind { get; set; } = IdentityPaperKind.ResidentIdCard;

    [Display(Name = "证件号码")]
    public string? Number { get; set; }
}
