using System.Globalization;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>岗位 — the open checkpoints a guard can be assigned to, each with its office.</summary>
public sealed class CheckpointOptions(OfficeDb db)
{
    public async Task<IReadOnlyList<(string Id, string Title)>> ListAsync()
    {
        // No query filter: the administrator manages users of all offices, and checkpoints are not personal data.
        var open = await db.Checkpoints.AsNoTracking().IgnoreQueryFilters().Where(checkpoint => !checkpoint.IsClosed)
            .Join(db.Offices, checkpoint => checkpoint.OfficeCode, office => office.Code, (checkpoint, office) => new { checkpoint.Id, checkpoint.Name, checkpoint.OfficeCode, office.OfficialName })
            .OrderBy(post => post.OfficeCode).ThenBy(post => post.Id).ToListAsync();
        return [.. open.Select(post => (post.Id.ToString(CultureInfo.InvariantCulture), $"{post.Name}（{post.OfficialName}）"))];
    }
}
