using HealthCode.Web.Data.Entities;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Account;

/// <summary>接着交 — a form that was posted too late, handed in by whoever filled it and by nobody else.</summary>
public sealed class ResumeModel(PendingPostStore forms) : OfficePageModel
{
    public PendingPost? Kept { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Kept = await forms.OfAsync(User, cancellationToken);

    /// <summary>不要了.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        await forms.DropAsync(User, null, cancellationToken);
        StatusMessage = "没有交的那张表已经丢掉。";
        return RedirectToPage("/Index");
    }
}
