using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>Registers sign-in, roles, lockout and authorization (GB/T 22239-2019 身份鉴别).</summary>
public static class SecuritySetUp
{
    public const string CookieName = "HealthCode.Desk";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IUserConfirmation<OfficeUser>, EnabledUserConfirmation>();
        // Registered before AddIdentity, whose default validator would require ten characters of guards too.
        builder.Services.AddScoped<IPasswordValidator<OfficeUser>, PasswordRules>();
        builder.Services.AddSingleton<DummyPassword>();
        builder.Services.AddSingleton<HashingTurns>();
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

    /// <summary>Redirects users whose password was set by another person, or is older than 90 days, to the page to change it.</summary>
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
        // User names may be Chinese; the page validates the characters.
        identity.User.AllowedUserNameCharacters = "";
    }
}
