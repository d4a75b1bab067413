using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>退出.</summary>
public sealed class LogoutModel(SignInManager<OfficeUser> signIn, OfficeDb db, Desk desk) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        db.Note("退出", $"用户 {desk.Staff?.UserName}");
        await db.SaveChangesAsync();
        await signIn.SignOutAsync();
        return RedirectToPage("/Account/Login");
    }
}
