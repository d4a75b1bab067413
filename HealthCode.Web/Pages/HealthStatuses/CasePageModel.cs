using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>Base of the pages about one case of a resident.</summary>
public abstract class CasePageModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : HealthRecordPageModel(db, currentUser, clock)
{
    /// <summary>The case.</summary>
    [FromRoute]
    public long CaseId { get; set; }

    public ResultCase Case { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await base.LoadAsync() is { } missing)
        {
            return missing;
        }

        if (Record.Cases.FirstOrDefault(each => each.Id == CaseId) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        return null;
    }
}
