using System.Globalization;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>岗位 — the open checkpoints a guard can be sent to, with the office each belongs to.</summary>
public sealed class CheckpointOptions(OfficeDb db)
{
    public async Task<IReadOnlyList<(string Id, string Title)>> ListAsync()
    {
        // The administrator keeps the users of every office on the server; a checkpoint is nobody's personal data.
        var open = await db.Checkpoints.AsNoTracking().IgnoreQueryFilters().Where(checkpoint => !checkpoint.IsClosed)
            .Join(db.Offices, checkpoint => checkpoint.OfficeCode, office => office.Code, (checkpoint, office) => new { checkpoint.Id, checkpoint.Name, checkpoint.OfficeCode, office.OfficialName })
            .OrderBy(post => post.OfficeCode).ThenBy(post => post.Id).ToListAsync();
        return [.. open.Select(post => (post.Id.ToString(CultureInfo.InvariantCulture), $"{post.Name}（{post.OfficialName}）"))];
    }
}
