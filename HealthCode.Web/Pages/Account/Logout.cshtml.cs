using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>退出.</summary>
public sealed class LogoutModel(OfficeSignIn signIn, KeptForms kept, OfficeDb db, Desk desk) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        db.Note("退出", $"用户 {desk.Staff?.UserName}");
        await db.SaveChangesAsync();
        await kept.DropAsync(User, null, HttpContext.RequestAborted);
        await signIn.LeaveAsync(User);
        // What the browser still holds of this clerk's pages is not for the next person (7.3 剩余信息保护).
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return RedirectToPage("/Account/Login");
    }
}
