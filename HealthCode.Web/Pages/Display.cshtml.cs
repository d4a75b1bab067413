using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages;

/// <summary>大字 — larger type on this PC, kept in a cookie so that it also applies before sign-in.</summary>
public sealed class DisplayModel : PageModel
{
    public const string Cookie = "HealthCode.LargeType";

    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPost(bool large, string? returnUrl)
    {
        Response.Cookies.Append(Cookie, large ? "1" : "0", new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(3650),
        });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
