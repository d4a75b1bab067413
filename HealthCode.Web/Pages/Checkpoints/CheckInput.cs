using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>What the guard scans, ticks and types for one person.</summary>
public sealed class CheckInput
{
    /// <summary>Maximum length of the scanned text; the code of a card has 125 characters.</summary>
    public const int LongestCode = 400;

    /// <summary>The chosen checkpoint, for users who are not guards.</summary>
    [Display(Name = "在哪个关口")]
    public long? CheckpointId { get; set; }

    [Display(Name = "扫卡背面的二维码，或输入卡号")]
    [StringLength(LongestCode, ErrorMessage = "这不是卡上的二维码，也不是卡号。")]
    public string? Code { get; set; }

    [Display(Name = "体温是否正常")]
    public bool? FoundNormal { get; set; }

    [Display(Name = "体温")]
    [StringLength(20)]
    public string? Temperature { get; set; }

    [Display(Name = "证件号码")]
    [StringLength(64)]
    public string? DocumentNumber { get; set; }

    /// <summary>Signed token with the result of the last ID comparison, so that it is not counted twice.</summary>
    [StringLength(1000)]
    public string? Compared { get; set; }

    [Display(Name = "官方健康码")]
    public HealthCodeResult? Official { get; set; }

    [Display(Name = "已代扫（人工代扫）")]
    public bool ScannedForHolder { get; set; }

    [Display(Name = "通行人姓名")]
    [Line(50)]
    public string? Name { get; set; }

    [Display(Name = "通行人电话")]
    [Line(20)]
    public string? Phone { get; set; }

    [Display(Name = "车牌")]
    [Line(12)]
    public string? Plate { get; set; }

    [Display(Name = "通行原因")]
    public PassageReason? Reason { get; set; }

    [Display(Name = "通行类型")]
    public PassageDirection? Direction { get; set; }

    [Display(Name = "当场怎样处理")]
    [Line(GateIncident.LongestLine)]
    public string? Handling { get; set; }

    [Display(Name = "报给了谁")]
    [Line(GateIncident.LongestLine)]
    public string? ReportedTo { get; set; }

    /// <summary>The 通行登记 part of the form.</summary>
    public PassageForm Form() => new(LineAttribute.Clean(Name), LineAttribute.Clean(Phone), LineAttribute.Clean(Plate), Reason, Direction);
}
