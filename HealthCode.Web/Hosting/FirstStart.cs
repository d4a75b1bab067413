using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting;

/// <summary>首次启动 — until an office exists there is only the set-up page; afterwards there is none.</summary>
public sealed class FirstStart
{
    private volatile bool _done;

    /// <summary>Whether an office exists. Once true it stays so: an office is never deleted.</summary>
    public async ValueTask<bool> IsDoneAsync(OfficeDb db, CancellationToken cancellationToken = default) =>
        _done || (_done = await db.Offices.AnyAsync(cancellationToken));
}
