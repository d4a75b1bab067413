using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>用户 — the system administrator does 停用 and resets passwords, the 安全管理员 changes roles and removes locks.</summary>
public sealed class EditModel(OfficeDb db, UserManager<OfficeUser> users, StaffAccounts accounts, OfficeSignIn signIn, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public string? Id { get; set; }

    [BindProperty]
    public EditUserInput Input { get; set; } = new();

    public OfficeUser Account { get; private set; } = null!;

    public bool IsLocked => Account.LockoutEnd > clock.Now;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync() => ModelState.IsValid
        ? await ChangeAsync(account => accounts.AssignAsync(account, Input.Scope!, AddModel.Known(Input.Roles), Input.CheckpointId, Input.Password), "角色已保存。")
        : Page();

    public Task<IActionResult> OnPostResetAsync([FromForm(Name = "New.Password")] string? password) => ChangeAsync(
        account => accounts.ResetPasswordAsync(account, password ?? ""), "密码已重设。下一步：当面告诉本人。", "New");

    public Task<IActionResult> OnPostDisableAsync(bool disabled) => ChangeAsync(
        account => accounts.DisableAsync(account, disabled), disabled ? "已停用，不能再登录。" : "已启用。");

    public Task<IActionResult> OnPostUnlockAsync() => ChangeAsync(accounts.UnlockAsync, "的锁定已解除，可以再登录。");

    public Task<IActionResult> OnPostWithoutCodeAsync() => ChangeAsync(accounts.DropAuthenticatorAsync, "的验证码已关闭，登录只用密码。");

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await users.FindByIdAsync(Id ?? "") is not { } account)
        {
            return NotFound();
        }

        Account = account;
        return null;
    }

    /// <summary>Fills the form from the database unless the role form itself was posted.</summary>
    protected override async Task ShowAsync()
    {
        if (Handler is not null || HttpMethods.IsGet(Request.Method))
        {
            Input = new() { Scope = Account.OfficeScope, Roles = [.. await users.GetRolesAsync(Account)], CheckpointId = Account.CheckpointId };
        }
    }

    private Task<IActionResult> ChangeAsync(Func<OfficeUser, Task> change, string done, string prefix = "Input")
    {
        // Only one of the forms of the page was posted; errors about the fields of the others do not count.
        ModelState.Clear();
        return SaveAsync(
            async () =>
            {
                await db.InOneTransactionAsync(() => change(Account));
                if (Account.UserName == User.Identity?.Name)
                {
                    // Renews the session of a user who changed his own account, with his new claims.
                    await signIn.RefreshSignInAsync(Account);
                }
            },
            Account.StaffName + done,
            RedirectToPage("Index"),
            prefix);
    }
}
