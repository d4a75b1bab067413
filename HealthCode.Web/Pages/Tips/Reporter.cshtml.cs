using HealthCode.Domain.Tips;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Tips;

/// <summary>举报人 — for the dispatcher alone; every opening is an audit record of its own.</summary>
public sealed class ReporterModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    /// <summary>Name of the audit action.</summary>
    public const string ActionName = "看举报人";

    [FromRoute]
    public long Id { get; set; }

    public Tip Tip { get; private set; } = null!;

    public Task OnGetAsync()
    {
        Db.Audit(ActionName, Db.DescriptionOf(Tip));
        return Db.SaveChangesAsync();
    }

    protected override async Task<bool> FindAsync()
    {
        Tip = (await TipAsync(Id))!;
        return Tip is not null;
    }
}
