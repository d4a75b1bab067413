using HealthCode.Web.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration;

/// <summary>管理 — links to the administration pages.</summary>
public sealed class IndexModel(OfficeDb db) : PageModel
{
    public int Users { get; private set; }

    public int Offices { get; private set; }

    public int Divisions { get; private set; }

    public async Task OnGetAsync() =>
        (Users, Offices, Divisions) = (await db.Users.CountAsync(), await db.Offices.CountAsync(), await db.Divisions.CountAsync());
}
