using System.Diagnostics;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>钥匙串 — the keys that sign cards and the trusted public keys, stored in the database and cached in memory.</summary>
public sealed class SigningKeyStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, OfficeClock clock)
{
    private const int YearsOfOneKey = 1;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector(StoredSigningKey.Protection);
    private volatile Known? _trusted;

    /// <summary>信任名单: all public keys of this server's offices, and the imported ones of other offices.</summary>
    public async Task<TrustList> TrustedAsync()
    {
        if (_trusted is { } known && Stopwatch.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.List;
        }

        await using var scope = scopes.CreateScopeFor(new SystemUser("trust list"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var list = new TrustList(await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().ToListAsync());
        _trusted = new(list, Stopwatch.GetTimestamp());
        return list;
    }

    /// <summary>Returns a function that signs a card's QR code with the key valid on its issue day.</summary>
    public async Task<Func<HealthPass, string>> SignerAsync(OfficeDb db, Office office)
    {
        var own = await OwnAsync(db, office);
        // A stolen key signs nothing any more; its successor covers every card that can still be printed.
        return pass => own.First(key => key.Trusted.CompromisedAt is null && key.Trusted.SignsFor(pass.Validity.FirstDay)).Sign(pass);
    }

    /// <summary>The office's keys, newest first; creates the first one if there is none.</summary>
    public async Task<IReadOnlyList<IssuingKey>> OwnAsync(OfficeDb db, Office office)
    {
        var trusted = await Own(db, office).ToListAsync();
        if (trusted.Count == 0)
        {
            // Only offices from before keys existed. Of two concurrent calls, only one creates the key.
            await db.InOneTransactionAsync(async () =>
            {
                if (!await Own(db, office).AnyAsync())
                {
                    await AddKeyAsync(db, office);
                }
            });
            ClearCache();
            trusted = await Own(db, office).ToListAsync();
        }

        var kept = await db.SigningKeys.AsNoTracking().IgnoreQueryFilters().Where(key => key.OfficeCode == office.Code).ToDictionaryAsync(key => key.Number, key => key.EncryptedPrivateKey);
        return [.. trusted.OrderByDescending(key => key.Number).Select(key => IssuingKey.Restore(_protector.Unprotect(kept[key.Number]), key))];
    }

    /// <summary>换签发密钥 — adds a new key valid from today; the old one remains trusted for cards it signed. Saved with the surrounding
    /// transaction.</summary>
    public Task<TrustedKey> AddKeyAsync(OfficeDb db, Office office) => AddKeyAsync(db, office, clock.Today);

    /// <summary>密钥失窃 — marks one of this server's keys as compromised from a given time and replaces it at once. Saved with the surrounding
    /// transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="office">Owner of the key.</param>
    /// <param name="number">Number of the key.</param>
    /// <param name="at">Since when the key may have been in other hands.</param>
    /// <param name="reason">Why it is considered stolen; written to the audit.</param>
    /// <exception cref="RuleBrokenException">No such key; no reason; or the time is in the future, before the key was made, or after the one entered
    /// before.</exception>
    public async Task<TrustedKey> MarkCompromisedAsync(OfficeDb db, Office office, int number, DateTimeOffset at, string reason)
    {
        var key = await db.TrustedKeys.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.OfficeCode == office.Code && each.Number == number);
        var kept = await db.SigningKeys.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.OfficeCode == office.Code && each.Number == number);
        TrustRules.KeyIsOwn.Require(key is not null && kept is not null);
        TrustRules.NotAhead.Require(at <= clock.Now);
        TrustRules.NotBeforeFirstUse.Require(at >= BeijingTime.StartOf(kept!.MadeOn), $"最早 {kept.MadeOn.Chinese()}。");
        TrustRules.NotLaterThanBefore.Require(key!.CompromisedAt is not { } before || at <= before);
        TrustRules.ReasonGiven.Require(reason.Length > 0);

        var wasEnded = key.CompromisedAt is not null;
        key.Compromise(at, clock.Now);
        db.Audit("密钥失窃", $"签发密钥 {office.Code} 第 {number} 号", $"从 {AuditValuePolicy.Format(at)} 起；{reason}");
        await db.SaveChangesAsync();
        if (wasEnded)
        {
            // Only the time was changed; the replacement was created the first time.
            return (await Own(db, office).ToListAsync()).MaxBy(each => each.Number)!;
        }

        // Reprints and cards not yet printed keep their issue day, so the new key is valid for all issue days of cards still valid.
        var pack = office.RulesOn(clock.Today);
        var firstDay = clock.Today.AddDays(pack.IssuesPasses ? -pack.Pass.ValidityDays : 0);
        return await AddKeyAsync(db, office, firstDay < pack.FirstDay ? pack.FirstDay : firstDay);
    }

    private async Task<TrustedKey> AddKeyAsync(OfficeDb db, Office office, DateOnly from)
    {
        var earlier = await db.TrustedKeys.IgnoreQueryFilters().Where(key => key.OfficeCode == office.Code).OrderBy(key => key.Number).ToListAsync();
        // The first key covers all days on which cards could be issued.
        var firstDay = earlier.Count == 0 ? office.RulesOn(clock.Today).FirstDay : from;
        if (earlier.LastOrDefault() is { HasEnded: false } inUse)
        {
            inUse.EndOn(clock.Today);
        }

        using var key = IssuingKey.Make(office.Code, office.OfficialName, earlier.Count + 1, firstDay);
        db.TrustedKeys.Add(key.Trusted);
        db.SigningKeys.Add(new() { OfficeCode = office.Code, Number = key.Trusted.Number, EncryptedPrivateKey = _protector.Protect(key.PrivateKey()), MadeOn = clock.Today });
        await db.SaveChangesAsync();
        return key.Trusted;
    }

    /// <summary>Renews keys that are a year old.</summary>
    public async Task RenewDueAsync(OfficeDb db)
    {
        var newest = await db.SigningKeys.AsNoTracking().IgnoreQueryFilters().GroupBy(key => key.OfficeCode).Select(keys => new { Office = keys.Key, MadeOn = keys.Max(key => key.MadeOn) }).ToListAsync();
        foreach (var due in newest.Where(key => key.MadeOn.AddYears(YearsOfOneKey) <= clock.Today))
        {
            var office = await db.Offices.SingleAsync(each => each.Code == due.Office);
            await db.InOneTransactionAsync(() => AddKeyAsync(db, office));
        }

        ClearCache();
    }

    /// <summary>Clears the cache after a change of the trust list.</summary>
    public void ClearCache() => _trusted = null;

    private static IQueryable<TrustedKey> Own(OfficeDb db, Office office) =>
        db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().Where(key => key.OfficeCode == office.Code);

    private sealed record Known(TrustList List, long ReadAt);
}
