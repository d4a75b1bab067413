using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>What somebody does from now on.</summary>
public sealed class EditUserInput : AssignmentInput
{
    /// <summary>Asked for when six digits become a password, or the other way about.</summary>
    [Display(Name = "初始密码"), StringLength(200)]
    public string? Password { get; set; }
}
