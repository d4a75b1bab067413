using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthCode.Web.Pages.Shared;

/// <summary>揭开遮盖的原因 — one of a list, or free text.</summary>
public sealed class UnmaskInput
{
    /// <summary>The notice above the form, after the number of the record.</summary>
    public const string Lead = "。谁在什么时候为什么看过，都记在审计里；显示 30 秒后自动遮盖。";

    private const int Longest = 50;
    private const int MostDigits = 5;

    /// <summary>The reasons to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Reasons { get; } =
        [.. ((string[])["核对证件号码", "打电话联系本人或家属", "上门或送卡要用地址", "本人要求查看", "上级核查"]).Select(reason => new SelectListItem(reason, reason))];

    [Display(Name = "原因")]
    public string? Reason { get; set; }

    [Display(Name = "别的原因")]
    public string? Other { get; set; }

    /// <summary>Reads the reason for the audit log; false if it is missing or contains the person's name or more than five digits.</summary>
    public bool TryRead(PersonName name, out string reason, out string fault)
    {
        _ = FreeText.TryParse(Other, Longest, out var other, out var unfit);
        reason = other.Length > 0 ? other : Reasons.Any(usual => usual.Value == Reason) ? Reason! : "";
        fault = unfit is not null ? $"别的原因{unfit}。"
            : reason.Length == 0 ? "请选一个原因，或写几个字。"
            : other.Contains(name.Value, StringComparison.OrdinalIgnoreCase) || other.Count(char.IsDigit) > MostDigits ? "原因会记进审计，请不要写姓名和号码。"
            : "";
        return fault.Length == 0;
    }
}
