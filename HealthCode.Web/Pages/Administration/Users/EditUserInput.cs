using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>The new roles and scope of an existing user.</summary>
public sealed class EditUserInput : AssignmentInput
{
    /// <summary>Required when a change of roles turns the six-digit PIN of a guard into a password, or the other way round.</summary>
    [Display(Name = "初始密码"), StringLength(200)]
    public string? Password { get; set; }
}
