using System.Text.Json;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>草稿箱 — unfinished declarations, stored as the posted fields. A clerk sees only his own.</summary>
public sealed class DraftStore(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private const string Prefix = nameof(CreateModel.Input) + ".";
    private const int LongestName = 100;
    private const int LongestKey = 40;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns a key for a new form.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Returns a key for a household's sitting.</summary>
    public static string NewSittingKey() => HouseholdSitting.KeyOf(NewKey());

    /// <summary>The current user's drafts, newest first.</summary>
    public async Task<IReadOnlyList<DeclarationDraft>> MineAsync() =>
        await db.Drafts.AsNoTracking().Where(draft => draft.UserName == currentUser.Staff!.UserName)
            .OrderByDescending(draft => draft.SavedAt).Take(DraftRules.MostOfOneClerk).ToListAsync();

    /// <summary>Returns the posted fields of a draft; null if the current user has no such draft.</summary>
    public async Task<FormCollection?> OpenAsync(string formKey) => await FindAsync(formKey, currentUser.Staff!.UserName) is { } draft
        ? new(JsonSerializer.Deserialize<Dictionary<string, string?[]>>(draft.Fields)!.ToDictionary(field => field.Key, field => new StringValues(field.Value)))
        : null;

    /// <summary>Saves the posted fields as a draft of the current user.</summary>
    /// <returns>False if the office's data has been destroyed, so that nothing may be saved.</returns>
    /// <exception cref="RuleBrokenException">The draft is too long, or the user has too many.</exception>
    public Task<bool> KeepAsync(IFormCollection typed) => KeepAsync(typed, currentUser.Staff!.UserName, currentUser.OfficeCode!);

    /// <summary>Saves the posted fields as a draft of a user; does nothing if the form has been submitted meanwhile.</summary>
    /// <returns>False if the office's data has been destroyed, so that nothing may be saved.</returns>
    /// <exception cref="RuleBrokenException">The draft is too long, or the user has too many.</exception>
    public Task<bool> KeepAsync(IFormCollection typed, string userName, string officeCode) => db.InOfficeTransactionAsync(officeCode, async () =>
    {
        if (await db.IsDestroyedAsync(officeCode))
        {
            return false;
        }

        var formKey = typed[Prefix + nameof(DeclarationInput.FormKey)].ToString();
        if (formKey.Length is 0 or > LongestKey || await db.Declarations.IgnoreQueryFilters().AnyAsync(declaration => declaration.FormKey == formKey || declaration.SittingKey == formKey))
        {
            return true;
        }

        var fields = JsonSerializer.Serialize(
            typed.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray()), Plain);
        var name = NameOf(typed);
        name = name.Length <= LongestName ? name : "";
        if (await FindAsync(formKey, userName) is { } draft)
        {
            draft.Save(fields, name, clock.Now);
        }
        else if (!await db.Drafts.IgnoreQueryFilters().AnyAsync(other => other.FormKey == formKey))
        {
            DraftRules.AreFew.Require(await db.Drafts.IgnoreQueryFilters().CountAsync(other => other.UserName == userName) < DraftRules.MostOfOneClerk);
            db.Drafts.Add(DeclarationDraft.Begin(formKey, officeCode, userName, fields, name, clock.Now));
        }

        return true;
    });

    /// <summary>丢弃: deletes a draft of the current user.</summary>
    public Task DiscardAsync(string formKey) => db.InOneTransactionAsync(() => CloseAsync(formKey));

    /// <summary>Deletes the draft of a submitted form within the caller's transaction.</summary>
    public Task CloseAsync(string formKey) =>
        db.Database.ExecuteSqlInterpolatedAsync($"""DELETE FROM "Drafts" WHERE "FormKey" = {formKey} AND "UserName" = {currentUser.Staff!.UserName}""");

    /// <summary>姓名 of the form, or of the first person of a household.</summary>
    private static string NameOf(IFormCollection typed)
    {
        var own = typed[Prefix + nameof(DeclarationInput.Name)].ToString().Trim();
        return own.Length > 0 ? own : typed[$"{Prefix}{SittingParser.PathOf(0)}.{nameof(DeclarationInput.Name)}"].ToString().Trim();
    }

    private Task<DeclarationDraft?> FindAsync(string formKey, string userName) => Written(formKey, userName).SingleOrDefaultAsync();

    // Query filters depend on the current user, and after the session has ended there is none; so filter by user name.
    private IQueryable<DeclarationDraft> Written(string formKey, string userName) =>
        db.Drafts.IgnoreQueryFilters().Where(draft => draft.FormKey == formKey && draft.UserName == userName);
}
