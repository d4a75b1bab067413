using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>Sign-in, roles, lockout and the desk (GB/T 22239-2019 身份鉴别).</summary>
public static class SecuritySetUp
{
    public const string CookieName = "HealthCode.Desk";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IUserConfirmation<OfficeUser>, EnabledUserConfirmation>();
        // Before the framework's own, which would ask a guard for ten characters, too.
        builder.Services.AddScoped<IPasswordValidator<OfficeUser>, PasswordRules>();
        builder.Services.AddSingleton<DummyPassword>();
        builder.Services.AddScoped<UsedTotpCodes>();
        builder.Services.AddSingleton<UnrecordedSignOuts>();
        builder.Services.AddScoped<SignInAttempts>();
        builder.Services.AddScoped<OwnPassword>();
        builder.Services.AddScoped<AdministratorRoles>();
        builder.Services.AddScoped<AdministratorPcs>();
        builder.Services.AddScoped<IAuthorizationHandler, FallbackAdministratorHandler>();
        builder.Services.AddIdentity<OfficeUser, IdentityRole>(Configure)
            .AddEntityFrameworkStores<OfficeDb>()
            .AddUserStore<EncryptedUserStore>()
            .AddSignInManager<OfficeSignIn>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddClaimsPrincipalFactory<OfficeClaimsPrincipalFactory>()
            .AddDefaultTokenProviders();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/Account/Login";
            cookie.LogoutPath = "/Account/Logout";
            cookie.AccessDeniedPath = "/Account/Denied";
            cookie.ReturnUrlParameter = "returnUrl";
            SessionValidator.AddTo(cookie);
        });
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "HealthCode.Code";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            CurrentStamp.AddTo(cookie);
        });
        builder.Services.AddScoped<PageAuthorization>();
        builder.Services.AddScoped<StaffAccounts>();
        builder.Services.AddAuthorization(Policies.AddTo);
    }

    /// <summary>Somebody whose password another person chose, or whose password is older than 90 days, changes it before anything else.</summary>
    public static void UsePasswordChangeFirst(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.User.HasClaim(claim => claim.Type == OfficeClaimsPrincipalFactory.MustChangePassword)
            && !context.Request.Path.StartsWithSegments("/Account") && !context.Request.Path.StartsWithSegments("/Display") && !context.Request.Path.StartsWithSegments("/Help"))
        {
            context.Response.Redirect(context.Request.PathBase + "/Account/ChangePassword");
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static void Configure(IdentityOptions identity)
    {
        identity.SignIn.RequireConfirmedAccount = true;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        // Names of staff are Chinese; the page checks what may stand in a line.
        identity.User.AllowedUserNameCharacters = "";
    }
}
