using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录之后 — the page to redirect to after a sign-in, with or without a second step.</summary>
public static class PostSignInRedirect
{
    /// <summary>The page that shows the form stored by <see cref="PendingPostStore"/>.</summary>
    public const string Resume = "/Account/Resume";

    public static string After(OfficeUser user, string? returnUrl, IUrlHelper url) =>
        user.MustChangePassword ? "~/Account/ChangePassword"
        : returnUrl == Resume ? "~" + Resume
        : user.IsGuard ? "~/Verification/Check"
        : url.IsLocalUrl(returnUrl) ? returnUrl! : "~/";
}
