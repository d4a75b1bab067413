using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Account;

/// <summary>改密码 — the signed-in user changes his own password.</summary>
public sealed class ChangePasswordModel(UserManager<OfficeUser> users, OfficeSignIn signIn, StaffAccounts accounts, OwnPassword own, OfficeDb db, CurrentUser currentUser) : OfficePageModel
{
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    /// <summary>Whether the user is a guard, who signs in with a six-digit PIN.</summary>
    public bool IsGuard => currentUser.CheckpointId is not null;

    public bool IsFirst => User.HasClaim(OfficeClaimsPrincipalFactory.MustChangePassword, OfficeClaimsPrincipalFactory.GivenPassword);

    public bool IsOld => User.HasClaim(OfficeClaimsPrincipalFactory.MustChangePassword, OfficeClaimsPrincipalFactory.OldPassword);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Password is not null && Input.Password == Input.OldPassword)
        {
            ModelState.AddModelError("Input.Password", "新密码和原密码一样，请换一个。");
        }

        if (!ModelState.IsValid || await users.GetUserAsync(User) is not { } user)
        {
            return Page();
        }

        if (await own.PasswordFaultAsync(user, Input.OldPassword!, "改密码", "原密码不对。") is { } fault)
        {
            ModelState.AddModelError("Input.OldPassword", fault);
            return Page();
        }

        return await SaveAsync(
            async () =>
            {
                await db.InOneTransactionAsync(() => accounts.ChangePasswordAsync(user, Input.OldPassword!, Input.Password!));
                await signIn.RefreshSignInAsync(user);
            },
            "密码已改，下次登录用新密码。",
            RedirectToPage("/Index"));
    }
}
