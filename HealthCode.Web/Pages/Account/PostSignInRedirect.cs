using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Account;

/// <summary>登录之后 — where a sign-in leads, with or without a code.</summary>
public static class PostSignInRedirect
{
    /// <summary>Where a form that was posted too late waits.</summary>
    public const string Resume = "/Account/Resume";

    public static string After(OfficeUser user, string? returnUrl, IUrlHelper url) =>
        user.MustChangePassword ? "~/Account/ChangePassword"
        : returnUrl == Resume ? "~" + Resume
        : user.IsGuard ? "~/Verification/Check"
        : url.IsLocalUrl(returnUrl) ? returnUrl! : "~/";
}
