using System.Text.Json;
using HealthCode.Domain.Rules;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Shared;

/// <summary>
/// 办一件事的页 — base class of pages with forms: <see cref="LoadAsync"/> runs before each handler and may answer 404; a handler then does one
/// thing and redirects with a message, or shows the form again with errors; <see cref="ShowAsync"/> runs if the page is rendered.
/// </summary>
public abstract class OfficePageModel : PageModel
{
    /// <summary>Success message, shown on the next page.</summary>
    [BindNever, TempData]
    public string? StatusMessage { get; set; }

    /// <summary>What comes next, as links below the message on the next page. Serialized <see cref="NextStep"/>s.</summary>
    [BindNever, TempData]
    public string? StatusSteps { get; set; }

    /// <summary>Name of the selected handler; null for the unnamed one. The query may name a handler that does not exist.</summary>
    protected string? Handler { get; private set; }

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Handler = context.HandlerMethod?.Name;
        if (await LoadAsync() is { } instead)
        {
            context.Result = instead;
            return;
        }

        if ((await next()).Result is PageResult)
        {
            await ShowAsync();
        }
    }

    /// <summary>Loads the subject of the page, limited to the user's scope. Bound properties are set, but TempData properties are not yet.</summary>
    /// <returns>The result to use instead of the page, usually <see cref="PageModel.NotFound()"/>; null to continue.</returns>
    protected virtual Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>Loads further data to show, such as lists and figures; only runs if the page is rendered.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>Maps a field of a rule to the path of its input, for forms with rows; if null, the input is named like the field.</summary>
    protected virtual Func<Field, string>? PathOf => null;

    /// <summary>Runs an action and returns whether it succeeded. Does not run it if ModelState is invalid; adds broken rules to ModelState.</summary>
    /// <param name="verb">The action; has to save in one transaction. If it fails, <see cref="LoadAsync"/> runs again.</param>
    /// <param name="prefix">Prefix of the form's field names.</param>
    /// <param name="whole">Name of the input for errors that concern no single field; if empty, they are shown above the form.</param>
    protected Task<bool> TryAsync(Func<Task> verb, string prefix = "Input", string whole = "") => TryAsync(verb, () => prefix, whole);

    /// <inheritdoc cref="TryAsync(Func{Task}, string, string)"/>
    protected async Task<bool> TryAsync(Func<Task> verb, Func<string> prefix, string whole = "")
    {
        if (!ModelState.IsValid)
        {
            return false;
        }

        try
        {
            await verb();
            return true;
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken, prefix(), PathOf, whole);
        }
        catch (AccountRefusedException refused)
        {
            ModelState.Add(refused.Errors, prefix());
        }

        StatusMessage = null;
        await LoadAsync();
        return false;
    }

    /// <summary>Says what was done and offers what comes next, on the next page.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="steps">The links.</param>
    protected void SetStatus(string message, params NextStep[] steps) => (StatusMessage, StatusSteps) = (message, steps.Length == 0 ? null : JsonSerializer.Serialize(steps));

    /// <summary>For a handler that shows the form again unfinished: forgets the errors of binding and keeps what was typed, to the letter.</summary>
    protected void ForgetErrors()
    {
        foreach (var field in ModelState.Values)
        {
            field.Errors.Clear();
            field.ValidationState = ModelValidationState.Valid;
        }
    }

    /// <summary>Runs an action and returns its result, or the page with errors.</summary>
    protected async Task<IActionResult> SaveAsync(Func<Task<IActionResult>> verb, string prefix = "Input", string whole = "")
    {
        IActionResult? next = null;
        return await TryAsync(async () => next = await verb(), prefix, whole) ? next! : Page();
    }

    /// <summary>Runs an action and returns the given result with a success message, or the page with errors.</summary>
    protected Task<IActionResult> SaveAsync(Func<Task> verb, string done, IActionResult next, string prefix = "Input", string whole = "") => SaveAsync(
        async () =>
        {
            await verb();
            StatusMessage = done;
            return next;
        },
        prefix,
        whole);
}
