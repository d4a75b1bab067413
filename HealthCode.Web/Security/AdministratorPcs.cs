using System.Net;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>管理员电脑名单 — addresses from which administrators may work; checked at their sign-in and at each of their requests.</summary>
public sealed class AdministratorPcs(OfficeDb db)
{
    public async Task<bool> AllowAsync(IPAddress? from) => Allow(await db.AdministratorPcs.AsNoTracking().Select(pc => pc.Range).ToListAsync(), from);

    /// <summary>加入名单. Call within a transaction.</summary>
    /// <param name="typed">One address or a range.</param>
    /// <param name="note">Description of the PC.</param>
    /// <param name="from">Address of this request; must remain allowed, so that nobody locks himself out.</param>
    public async Task AddAsync(string? typed, string note, IPAddress? from)
    {
        if (!AddressRange.TryParse(typed, out var range))
        {
            throw new RuleBrokenException([StaffRules.AddressReadable.Broken(field: StaffField.Range)]);
        }

        var present = await db.AdministratorPcs.Select(pc => pc.Range).ToListAsync();
        StaffRules.AddressOnce.Require(!present.Contains(range.ToString()));
        RequireOwn([.. present, range.ToString()], from);
        db.AdministratorPcs.Add(AdministratorPc.Allow(range, note));
    }

    /// <summary>移出名单. Call within a transaction.</summary>
    public async Task RemoveAsync(int id, IPAddress? from)
    {
        var present = await db.AdministratorPcs.ToListAsync();
        if (present.Find(pc => pc.Id == id) is { } gone)
        {
            RequireOwn([.. present.Where(pc => pc != gone).Select(pc => pc.Range)], from);
            db.AdministratorPcs.Remove(gone);
        }
    }

    private static void RequireOwn(IReadOnlyList<string> ranges, IPAddress? from) =>
        StaffRules.OwnPcStays.Require(Allow(ranges, from), (from is null ? "" : AddressRange.Plain(from)) + "。");

    // No address means an in-process connection (tests).
    private static bool Allow(IReadOnlyList<string> ranges, IPAddress? from) =>
        ranges.Count == 0 || from is null || IPAddress.IsLoopback(from)
        || ranges.Any(text => AddressRange.TryParse(text, out var range) && range.Contains(from));
}
