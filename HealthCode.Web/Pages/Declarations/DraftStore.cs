using System.Text.Json;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>草稿箱 — unfinished forms, field by field as they were posted. A draft is seen by the clerk who typed it.</summary>
public sealed class DraftStore(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private const string Prefix = nameof(CreateModel.Input) + ".";
    private const int LongestName = 100;
    private const int LongestKey = 40;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The key of a new form.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Unfinished forms, newest first.</summary>
    public async Task<IReadOnlyList<DeclarationDraft>> MineAsync() =>
        await db.Drafts.AsNoTracking().Where(draft => draft.UserName == currentUser.Staff!.UserName)
            .OrderByDescending(draft => draft.SavedAt).Take(DraftRules.MostOfOneClerk).ToListAsync();

    /// <summary>What was typed on a form, or null when there is no such draft of this clerk.</summary>
    public async Task<FormCollection?> OpenAsync(string formKey) => await FindAsync(formKey, currentUser.Staff!.UserName) is { } draft
        ? new(JsonSerializer.Deserialize<Dictionary<string, string?[]>>(draft.Fields)!.ToDictionary(field => field.Key, field => new StringValues(field.Value)))
        : null;

    /// <summary>Keeps what the signed-in clerk has typed.</summary>
    /// <returns>Whether it could: not when the office's papers have been destroyed.</returns>
    /// <exception cref="RuleBrokenException">It is too long, or there are too many.</exception>
    public Task<bool> KeepAsync(IFormCollection typed) => KeepAsync(typed, currentUser.Staff!.UserName, currentUser.OfficeCode!);

    /// <summary>Keeps what a clerk has typed; a form that was saved meanwhile needs no draft.</summary>
    /// <returns>Whether it could: not when the office's papers have been destroyed.</returns>
    /// <exception cref="RuleBrokenException">It is too long, or there are too many.</exception>
    public Task<bool> KeepAsync(IFormCollection typed, string userName, string officeCode) => db.InOneTransactionAsync(async () =>
    {
        if (await db.IsDestroyedAsync(officeCode))
        {
            return false;
        }

        var formKey = typed[Prefix + nameof(DeclarationInput.FormKey)].ToString();
        if (formKey.Length is 0 or > LongestKey || await db.Declarations.IgnoreQueryFilters().AnyAsync(declaration => declaration.FormKey == formKey))
        {
            return true;
        }

        var fields = JsonSerializer.Serialize(
            typed.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray()), Plain);
        var name = typed[Prefix + nameof(DeclarationInput.Name)].ToString().Trim();
        name = name.Length <= LongestName ? name : "";
        if (await FindAsync(formKey, userName) is { } draft)
        {
            draft.Keep(fields, name, clock.Now);
        }
        else if (!await db.Drafts.IgnoreQueryFilters().AnyAsync(other => other.FormKey == formKey))
        {
            DraftRules.AreFew.Require(await db.Drafts.IgnoreQueryFilters().CountAsync(other => other.UserName == userName) < DraftRules.MostOfOneClerk);
            db.Drafts.Add(DeclarationDraft.Begin(formKey, officeCode, userName, fields, name, clock.Now));
        }

        return true;
    });

    /// <summary>丢弃.</summary>
    public Task DiscardAsync(string formKey) => db.InOneTransactionAsync(() => CloseAsync(formKey));

    /// <summary>Removes a draft whose form has been saved, within the caller's transaction.</summary>
    public Task CloseAsync(string formKey) =>
        db.Database.ExecuteSqlInterpolatedAsync($"""DELETE FROM "Drafts" WHERE "FormKey" = {formKey} AND "UserName" = {currentUser.Staff!.UserName}""");

    private Task<DeclarationDraft?> FindAsync(string formKey, string userName) => Written(formKey, userName).SingleOrDefaultAsync();

    // By its writer, not by the current user: after the sign-in has ended there is none.
    private IQueryable<DeclarationDraft> Written(string formKey, string userName) =>
        db.Drafts.IgnoreQueryFilters().Where(draft => draft.FormKey == formKey && draft.UserName == userName);
}
