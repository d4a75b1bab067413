using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>The fields of a checkpoint; all are mandatory.</summary>
public sealed class CheckpointInput
{
    [Display(Name = "名称"), Line(Checkpoint.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "类型")]
    public CheckpointKind? Kind { get; set; }

    [Display(Name = "市县"), Line(Checkpoint.LongestPlace)]
    public string? County { get; set; }

    [Display(Name = "乡镇街道"), Line(Checkpoint.LongestPlace)]
    public string? Township { get; set; }

    [Display(Name = "详细地址"), Line(Checkpoint.LongestAddress)]
    public string? Address { get; set; }

    [Display(Name = "查验方式")]
    public CheckMode? Mode { get; set; }
}
