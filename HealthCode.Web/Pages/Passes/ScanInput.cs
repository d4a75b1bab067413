using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Passes;

/// <summary>The scanned code, what is recorded, and who collects.</summary>
public sealed class ScanInput : HandOverInput
{
    /// <summary>Maximum length of the scanned text; the code of a card has 125 characters.</summary>
    public const int LongestCode = 400;

    /// <summary>已盖章 (key 1) and 已发放 (key 2).</summary>
    public static IReadOnlyList<Choice> Steps { get; } = [.. new[] { PassState.Stamped, PassState.HandedOver }.Select(state => new Choice(state.ToString(), state.ChineseName()))];

    [Display(Name = "登记什么")]
    public PassState? Step { get; set; }

    [Display(Name = "扫卡背面的二维码，或输入卡号")]
    [StringLength(LongestCode, ErrorMessage = "这不是卡上的二维码，也不是卡号。")]
    public string? Code { get; set; }
}
