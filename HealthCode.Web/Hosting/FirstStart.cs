using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting;

/// <summary>首次启动 — until an office exists only the set-up page is available; afterwards it is not.</summary>
public sealed class FirstStart
{
    private volatile bool _done;

    /// <summary>Whether an office exists. Cached once true, because an office is never deleted.</summary>
    public async ValueTask<bool> IsDoneAsync(OfficeDb db, CancellationToken cancellationToken = default) =>
        _done || (_done = await db.Offices.AnyAsync(cancellationToken));
}
