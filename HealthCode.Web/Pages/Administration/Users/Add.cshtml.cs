using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>添加用户.</summary>
public sealed class AddModel(OfficeDb db, StaffAccounts accounts) : OfficePageModel
{
    [BindProperty]
    public AddUserInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => db.InOneTransactionAsync(() => accounts.OpenAsync(
            new()
            {
                UserName = LineAttribute.Clean(Input.UserName), StaffName = LineAttribute.Clean(Input.StaffName),
                OfficeScope = Input.Scope!, CheckpointId = Input.CheckpointId, MustChangePassword = true,
            },
            Input.Password!, Known(Input.Roles))),
        $"已添加{LineAttribute.Clean(Input.StaffName)}。下一步：把登录名和初始密码当面告诉本人。",
        RedirectToPage("Index"));

    /// <summary>Keeps only existing role names; a forged request may contain others.</summary>
    internal static IReadOnlyList<string> Known(IEnumerable<string> ticked) =>
        [.. Roles.All.Select(role => role.Name).Where(ticked.Contains)];
}
