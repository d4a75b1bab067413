using HealthCode.Web.Data.Entities;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Account;

/// <summary>接着交 — shows the form that was posted after the session had ended, only to the user who posted it.</summary>
public sealed class ResumeModel(PendingPostStore forms) : OfficePageModel
{
    public PendingPost? Kept { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Kept = await forms.OfAsync(User, cancellationToken);

    /// <summary>不要了: deletes the stored form.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        await forms.DropAsync(User, null, cancellationToken);
        StatusMessage = "没有交的那张表已经丢掉。";
        return RedirectToPage("/Index");
    }
}
