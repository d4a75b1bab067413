using HealthCode.Domain.Rules;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Shared;

/// <summary>
/// 办一件事的页 — what the page is about is loaded before every handler, or the answer is 404. A handler is one verb, then a redirect
/// with what was done, or the form again with what is wrong. What the page shows besides is read when it is drawn.
/// </summary>
public abstract class OfficePageModel : PageModel
{
    /// <summary>What was done, for the next page.</summary>
    [BindNever, TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Name of the handler that was chosen; null of the unnamed one. The address may ask for another one than is chosen.</summary>
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

    /// <summary>Loads what the page is about, within reach of the current user. Bound are the address and the form, not yet what is kept in TempData: a message is put there directly.</summary>
    /// <returns>What is answered instead of the page, mostly <see cref="PageModel.NotFound()"/>; null to go on.</returns>
    protected virtual Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>Reads what the page shows besides: lists, figures.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>The input that shows a field, for a form with rows; otherwise an input has the name of its field.</summary>
    protected virtual Func<Field, string>? PathOf => null;

    /// <summary>Whether the verb was done. It is not tried with input that is not valid; what a rule forbids stands beside its field.</summary>
    /// <param name="verb">Saves in one transaction: what was refused is undone, and what the page is about is loaded again.</param>
    /// <param name="prefix">Where the fields of the rules are on the form.</param>
    /// <param name="whole">The field beside which stands what concerns no single one; by default it stands above the form.</param>
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

    /// <summary>Where the verb leads, or the form again.</summary>
    protected async Task<IActionResult> SaveAsync(Func<Task<IActionResult>> verb, string prefix = "Input", string whole = "")
    {
        IActionResult? next = null;
        return await TryAsync(async () => next = await verb(), prefix, whole) ? next! : Page();
    }

    /// <summary>A redirect with what was done, or the form again.</summary>
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
