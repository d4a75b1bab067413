using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>退出.</summary>
public sealed partial class LogoutModel(OfficeSignIn signIn, UnrecordedSignOuts unrecorded, PendingPostStore kept, OfficeDb db, CurrentUser currentUser, ILogger<LogoutModel> log)
    : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        // Clears the browser's storage, so that nothing of this user is left for the next person at the PC (GB/T 22239-2019 剩余信息保护).
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        var ticket = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        // Deletes the cookie first, so that the sign-out works even if the database cannot be written.
        await signIn.SignOutAsync();
        try
        {
            await db.InOneTransactionAsync(async () =>
            {
                await signIn.EndAsync(User);
                await kept.DropAsync(User, null, HttpContext.RequestAborted);
                db.Audit("退出", $"用户 {currentUser.Staff?.UserName}");
            });
        }
        catch (Exception fault) when (DataFaults.SentenceOf(fault) is not null)
        {
            LogNotWritten(fault);
            if (ticket.Properties?.Items[OfficeSignIn.Session] is { } session)
            {
                unrecorded.Add(session);
            }
        }

        return RedirectToPage("/Account/Login");
    }

    [LoggerMessage(LogLevel.Error, "退出了，可是没有记下")]
    private partial void LogNotWritten(Exception fault);
}
