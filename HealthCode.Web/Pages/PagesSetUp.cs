using HealthCode.Web.Pages.Declarations;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HealthCode.Web.Pages;

/// <summary>Which folder of pages is whose desk, and the framework's own messages in Chinese.</summary>
public static class PagesSetUp
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages => Guard(pages.Conventions)).AddMvcOptions(mvc =>
        {
            Speak(mvc.ModelBindingMessageProvider);
            mvc.ModelMetadataDetailsProviders.Add(new ChineseMessages());
            mvc.ModelBinderProviders.Insert(0, new TypedDateBinder());
            mvc.ModelBinderProviders.Insert(0, new RowsBinderProvider());
            mvc.Filters.Add<DatabaseErrorPageFilter>();
            mvc.Filters.Add<BoundWhole>();
        });
        builder.Services.AddScoped<OfficeHeader>();
        builder.Services.AddScoped<TimeLimitedToken>();
        builder.Services.AddScoped<Unmasking>();
        builder.Services.AddScoped<WhoSaw.DisclosureToken>();
        builder.Services.AddScoped<EstablishOffice>();
        builder.Services.AddScoped<DraftStore>();
        builder.Services.AddSingleton<DraftToken>();
        builder.Services.AddScoped<Account.PendingPostStore>();
        builder.Services.AddScoped<Administration.ScopeOptions>();
        builder.Services.AddScoped<Administration.CheckpointOptions>();
        builder.Services.Configure<CookieTempDataProviderOptions>(message => message.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "HealthCode.Form";
            forgery.Cookie.HttpOnly = true;
            forgery.Cookie.SameSite = SameSiteMode.Lax;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(message => message.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    private static void Guard(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Declarations", Policies.Search);
        pages.AuthorizePage("/Declarations/Create", Policies.Declare);
        pages.AuthorizePage("/Declarations/Edit", Policies.Declare);
        pages.AuthorizeFolder("/Review", Policies.Review);
        pages.AuthorizeFolder("/Passes", Policies.Passes);
        pages.AuthorizeFolder("/Printing", Policies.Passes);
        pages.AuthorizeFolder("/Verification", Policies.Check);
        pages.AuthorizeFolder("/Verification/Checkpoints", Policies.Checkpoints);
        pages.AuthorizeFolder("/Seals", Policies.Seals);
        pages.AuthorizeFolder("/Stock", Policies.PassesWrite);
        pages.AuthorizeFolder("/Reports", Policies.Reports);
        pages.AuthorizeFolder("/Imports", Policies.Imports);
        pages.AuthorizeFolder("/Requests", Policies.Requests);
        pages.AuthorizeFolder("/PaperBoxes", Policies.PaperBoxes);
        pages.AuthorizeFolder("/Closing", Policies.Closing);
        pages.AuthorizeFolder("/Administration", Policies.AdministrationDesk);
        pages.AddFolderApplicationModelConvention("/Administration", page => page.EndpointMetadata.Add(new AuthorizeAttribute(KeptBy(page.ViewEnginePath))));
        pages.AuthorizeFolder("/Audit", Policies.Audit);
        pages.AuthorizeFolder("/WhoSaw", Policies.Disclosure);
        // The manual holds nothing of the office, and who cannot sign in needs it most.
        foreach (var open in (string[])["/Setup", "/Account/Login", "/Account/Code", "/Account/Denied", "/Account/Certificate", "/Help/Index", "/Help/Chapter", "/Help/Print", "/Display", "/Status", "/Error"])
        {
            pages.AllowAnonymousToPage(open);
        }
    }

    /// <summary>A page of the administration that nobody thought of here is the system administrator's.</summary>
    private static string KeptBy(string page) => page switch
    {
        "/Administration/Index" or "/Administration/Users" or "/Administration/EditUser" or "/Administration/Permissions" => Policies.AdministrationDesk,
        "/Administration/Addresses" => Policies.RoleKeeping,
        _ => Policies.Administration,
    };

    private static void Speak(DefaultModelBindingMessageProvider says)
    {
        says.SetAttemptedValueIsInvalidAccessor((value, field) => $"{field}填的“{Short(value)}”看不懂，请核对。");
        says.SetMissingBindRequiredValueAccessor(field => $"请填写{field}。");
        says.SetMissingKeyOrValueAccessor(() => "请填写。");
        says.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请再试一次。");
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Short(value)}”看不懂，请核对。");
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填的内容看不懂，请核对。");
        says.SetNonPropertyValueMustBeANumberAccessor(() => "请填数字。");
        says.SetUnknownValueIsInvalidAccessor(field => $"{field}填的内容看不懂，请核对。");
        says.SetValueIsInvalidAccessor(value => $"“{Short(value)}”看不懂，请核对。");
        says.SetValueMustBeANumberAccessor(field => $"{field}请填数字。");
        says.SetValueMustNotBeNullAccessor(_ => "请填写。");
    }

    private static string Short(string value) => value.Length > 20 ? value[..20] + "…" : value;
}
