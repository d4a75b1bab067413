using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>A page whose form is kept as a draft while it is typed.</summary>
public abstract class DraftedPageModel(DraftStore drafts, OfficeClock clock) : OfficePageModel
{
    protected DraftStore DraftStore { get; } = drafts;

    protected OfficeClock Clock { get; } = clock;

    /// <summary>存草稿 — called by form-parts.js shortly after the last key press; returns JSON.</summary>
    public async Task<IActionResult> OnPostDraftAsync()
    {
        ModelState.Clear();
        var kept = false;
        if (!await TryAsync(async () => kept = await DraftStore.KeepAsync(Request.Form)))
        {
            return new JsonResult(new { refused = string.Join("；", ModelState.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage)) });
        }

        return kept ? new JsonResult(new { savedAt = Clock.Now.ToString("HH:mm", CultureInfo.InvariantCulture) }) : new NoContentResult();
    }

    /// <summary>Keeps what was posted and says so. Returns false if the draft was refused; the reason is in ModelState.</summary>
    protected async Task<bool> KeepDraftAsync()
    {
        // A draft may be incomplete or invalid.
        ModelState.Clear();
        var kept = false;
        if (!await TryAsync(async () => kept = await DraftStore.KeepAsync(Request.Form)))
        {
            return false;
        }

        StatusMessage = kept ? "草稿已保存，可以随时从“没录完的表”继续。" : DestructionRules.NothingNew.Sentence;
        return true;
    }
}
