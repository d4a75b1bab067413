using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>用户 — 停用 and a new password are the system administrator's, roles and locks the 安全管理员's.</summary>
public sealed class EditModel(OfficeDb db, UserManager<OfficeUser> users, StaffAccounts accounts, OfficeSignIn signIn, PageAuthorization access,
    OfficeClock clock) : PageModel
{
    [BindProperty]
    public EditUserInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public OfficeUser Account { get; private set; } = null!;

    /// <summary>Whether somebody may change roles here.</summary>
    public bool KeepsRoles { get; private set; }

    /// <summary>Whether somebody may reset passwords and disable users here.</summary>
    public bool KeepsUsers { get; private set; }

    public bool IsLocked => Account.LockoutEnd > clock.Now;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        KeepsRoles = await access.AllowsAsync(Policies.RoleKeeping);
        KeepsUsers = await access.AllowsAsync(Policies.Administration);
        if (await users.FindByIdAsync(RouteData.Values["id"] as string ?? "") is not { } account)
        {
            context.Result = NotFound();
            return;
        }

        Account = account;
        await next();
    }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync() => ModelState.IsValid
        ? await ChangeAsync(account => accounts.AssignAsync(account, Input.Scope!, AddModel.Known(Input.Roles), Input.CheckpointId, Input.Password), "角色已保存。", "Input.Password")
        : Page();

    public Task<IActionResult> OnPostResetAsync(string? password) => ChangeAsync(
        account => accounts.ResetPasswordAsync(account, password ?? ""), "密码已重设。下一步：当面告诉本人。");

    public Task<IActionResult> OnPostDisableAsync(bool disabled) => ChangeAsync(
        account => accounts.DisableAsync(account, disabled), disabled ? "已停用，不能再登录。" : "已启用。");

    public Task<IActionResult> OnPostUnlockAsync() => ChangeAsync(accounts.UnlockAsync, "的锁定已解除，可以再登录。");

    public Task<IActionResult> OnPostWithoutCodeAsync() => ChangeAsync(accounts.DropAuthenticatorAsync, "的验证码已关闭，登录只用密码。");

    private async Task<IActionResult> ChangeAsync(Func<OfficeUser, Task> change, string done, string passwordField = "NewPassword")
    {
        try
        {
            await db.InOneTransaction(() => change(Account));
            if (Account.UserName == User.Identity?.Name)
            {
                // Who changed himself goes on, with what he may do now.
                await signIn.RefreshSignInAsync(Account);
            }

            StatusMessage = Account.StaffName + done;
            return RedirectToPage("Index");
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Clear();
            ModelState.Add(broken);
        }
        catch (AccountRefusedException refused)
        {
            ModelState.Clear();
            foreach (var error in refused.Errors)
            {
                ModelState.AddModelError(passwordField, error.Description);
            }
        }

        // What was refused is undone; the page shows the user as he is, and what was ticked.
        Account = (await users.FindByIdAsync(Account.Id))!;
        if (Input.Scope is null)
        {
            await ShowAsync();
        }

        return Page();
    }

    private async Task ShowAsync() => Input = new() { Scope = Account.OfficeScope, Roles = [.. await users.GetRolesAsync(Account)], CheckpointId = Account.CheckpointId };
}
