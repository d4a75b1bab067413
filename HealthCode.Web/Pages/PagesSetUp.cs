using HealthCode.Web.Pages.Declarations;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HealthCode.Web.Pages;

/// <summary>Registers Razor Pages with their policies, binders and filters, and translates the framework's binding messages to Chinese.</summary>
public static class PagesSetUp
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages => pages.Conventions.Add(new PagePolicyConvention())).AddMvcOptions(mvc =>
        {
            TranslateMessages(mvc.ModelBindingMessageProvider);
            mvc.ModelMetadataDetailsProviders.Add(new ChineseMessages());
            mvc.ModelBinderProviders.Insert(0, new TypedDateBinder());
            mvc.ModelBinderProviders.Insert(0, new RowsBinderProvider());
            // Before the page loads what it is about: who may not do it is not told whether it is there.
            mvc.Filters.Add<HandlerPolicyFilter>(int.MinValue);
            mvc.Filters.Add<DatabaseErrorPageFilter>();
            mvc.Filters.Add<NullBindingFilter>();
        })
        // The rules are the server's; nothing reads the attributes of the framework, whose messages are English.
        .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.AddScoped<OfficeHeader>();
        builder.Services.AddScoped<Menu>();
        builder.Services.AddScoped<Practice>();
        builder.Services.AddScoped<FirstSteps>();
        builder.Services.AddScoped<ServerState>();
        builder.Services.AddScoped<TimeLimitedToken>();
        builder.Services.AddScoped<ListSearch>();
        builder.Services.AddScoped<Unmasking>();
        builder.Services.AddScoped<Disclosures.DisclosureToken>();
        builder.Services.AddScoped<EstablishOffice>();
        builder.Services.AddScoped<EpidemicEnds.EpidemicEndAccess>();
        builder.Services.AddScoped<DraftStore>();
        builder.Services.AddSingleton<DraftToken>();
        builder.Services.AddScoped<Account.PendingPostStore>();
        builder.Services.AddScoped<Administration.Users.ScopeOptions>();
        builder.Services.AddScoped<Administration.Users.CheckpointOptions>();
        builder.Services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "HealthCode.Form";
            forgery.Cookie.HttpOnly = true;
            forgery.Cookie.SameSite = SameSiteMode.Lax;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(message => message.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    private static void TranslateMessages(DefaultModelBindingMessageProvider says)
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
