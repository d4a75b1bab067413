using HealthCode.Domain.Registers;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>Base of the pages about one entry.</summary>
public abstract class EntryPageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : RegisterPageModel(db, currentUser, clock)
{
    /// <summary>The entry.</summary>
    [FromRoute]
    public long Id { get; set; }

    public RegisterEntry Entry { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await Db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == Id) is not { } entry)
        {
            return NotFound();
        }

        (Entry, Desk) = (entry, entry.Kind);
        return await base.LoadAsync() ?? (entry.OfficeCode == Office.Code ? null : NotFound());
    }
}
