using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>Roles and scope of a user.</summary>
public class AssignmentInput
{
    [Display(Name = "管辖范围"), Required, StringLength(12)]
    public string? Scope { get; set; }

    [Display(Name = "角色")]
    public string[] Roles { get; set; } = [];

    /// <summary>The checkpoint of a guard; null for all other users.</summary>
    [Display(Name = "关口")]
    public long? CheckpointId { get; set; }
}
