using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Verification;

/// <summary>查验 — at which checkpoint one stands.</summary>
public sealed class CheckModel(OfficeDb db, Desk desk) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Null for whoever is no guard.</summary>
    public Checkpoint? Standing { get; private set; }

    public async Task OnGetAsync() =>
        Standing = await db.Checkpoints.AsNoTracking().SingleOrDefaultAsync(checkpoint => checkpoint.Id == desk.CheckpointId);
}
