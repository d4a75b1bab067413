using HealthCode.Domain.Couriers;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Couriers;

/// <summary>乡镇的钥匙串 — keys of a township that decrypt ledgers and sign receipts.</summary>
public sealed class TownshipKeyStore(OfficeDb db, IDataProtectionProvider protection, OfficeClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector(StoredTownshipKey.Protection);

    /// <summary>The unit's keys, newest first; the first one is created on first use.</summary>
    /// <param name="unit">12 digits.</param>
    public async Task<IReadOnlyList<TownshipKey>> OfAsync(string unit)
    {
        var kept = await KeptAsync(unit);
        if (kept.Count == 0)
        {
            // Of two concurrent first calls, only one creates it.
            kept = await db.InOneTransactionAsync(async () =>
            {
                if (!await db.TownshipKeys.AnyAsync(key => key.Code == unit))
                {
                    await RenewAsync(unit);
                }

                return await KeptAsync(unit);
            });
        }

        return [.. kept.Select(key => TownshipKey.Restore(_protector.Unprotect(key.EncryptedPrivateKey), key.Code, key.Name))];
    }

    /// <summary>换一把新密钥 — adds a new key; old ones still decrypt what was encrypted for them.</summary>
    public Task RenewAsync(string unit) => db.InOneTransactionAsync(async () =>
    {
        var earlier = await db.TownshipKeys.CountAsync(key => key.Code == unit);
        var name = await db.Divisions.Where(division => division.Code == unit).Select(division => division.Name).FirstOrDefaultAsync() ?? unit;
        using var key = TownshipKey.Make(unit, name);
        db.TownshipKeys.Add(new() { Code = unit, Number = earlier + 1, Name = name, EncryptedPrivateKey = _protector.Protect(key.PrivateKey()), MadeAt = clock.Now });
        await db.SaveChangesAsync();
    });

    private Task<List<StoredTownshipKey>> KeptAsync(string unit) =>
        db.TownshipKeys.AsNoTracking().Where(key => key.Code == unit).OrderByDescending(key => key.Number).ToListAsync();
}
