using System.Text.Json;
using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>草稿箱 — the unfinished forms of the clerk who is signed in, word for word as typed.</summary>
public sealed class DraftBox(OfficeDb db, Desk desk, OfficeClock clock)
{
    /// <summary>The key of a new form.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Unfinished forms, newest first.</summary>
    public async Task<IReadOnlyList<DeclarationDraft>> Mine() =>
        await db.Drafts.AsNoTracking().Where(draft => draft.UserName == desk.Staff!.UserName)
            .OrderByDescending(draft => draft.SavedAt).Take(20).ToListAsync();

    /// <summary>What was typed on a form, or null when there is no such draft of this clerk.</summary>
    public async Task<DeclarationInput?> Open(string formKey) =>
        await Find(formKey) is { } draft ? JsonSerializer.Deserialize<DeclarationInput>(draft.Fields) : null;

    /// <summary>Keeps what is typed; a form that was saved meanwhile, or holds nothing, needs no draft.</summary>
    public Task Keep(DeclarationInput input) => db.InOneTransaction(async () =>
    {
        if (input.FormKey.Length is 0 or > 40 || await db.Declarations.AnyAsync(declaration => declaration.FormKey == input.FormKey))
        {
            return;
        }

        var fields = JsonSerializer.Serialize(input);
        var name = (input.Name ?? "").Trim() is { Length: <= 100 } typed ? typed : "";
        if (await Find(input.FormKey) is { } draft)
        {
            draft.Keep(fields, name, clock.Now);
        }
        else
        {
            db.Drafts.Add(DeclarationDraft.Begin(input.FormKey, desk.OfficeCode!, desk.Staff!.UserName, fields, name, clock.Now));
        }
    });

    /// <summary>丢弃.</summary>
    public Task Discard(string formKey) => db.InOneTransaction(() => Close(formKey));

    /// <summary>Removes a draft whose form has been saved, within the caller's transaction.</summary>
    public async Task Close(string formKey)
    {
        if (await Find(formKey) is { } draft)
        {
            db.Drafts.Remove(draft);
        }
    }

    private Task<DeclarationDraft?> Find(string formKey) =>
        db.Drafts.SingleOrDefaultAsync(draft => draft.FormKey == formKey && draft.UserName == desk.Staff!.UserName);
}
