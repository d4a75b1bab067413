using HealthCode.Domain.Couriers;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Passes;
using HealthCode.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Couriers;

/// <summary>报送台 — the office's side: makes packages, imports key files and receipts.</summary>
public sealed class OutgoingPackages(OfficeDb db, CurrentUser currentUser, SigningKeyStore keys, OfficeClock clock)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    /// <summary>The office's packages, newest first.</summary>
    public Task<List<PackageSent>> SentAsync() => db.PackagesSent.AsNoTracking().OrderByDescending(package => package.Number).ToListAsync();

    /// <summary>The recipient: the nearest unit above the office whose key was imported, or null.</summary>
    public async Task<TrustedTownship?> ReaderAsync(string office) =>
        (await db.Townships.AsNoTracking().ToListAsync()).Where(township => township.Covers(office)).MaxBy(township => DivisionCode.Parse(township.Code).Level);

    /// <summary>The first day not yet sent.</summary>
    public async Task<DateOnly> FirstDayToSendAsync()
    {
        var begin = await db.Declarations.OrderBy(paper => paper.SubmittedOn).Select(paper => (DateOnly?)paper.SubmittedOn).FirstOrDefaultAsync();
        return PackageSent.FirstDayToSend(await SentAsync(), begin ?? clock.Today, clock.Today);
    }

    /// <summary>The rules a package of these days would break; checked again when it is made.</summary>
    public async Task<IReadOnlyList<Breach>> ValidateAsync(DateOnly firstDay, DateOnly lastDay, bool corrects, bool withLedger)
    {
        var against = CourierRules.ValidateDays(firstDay, lastDay, corrects, await SentAsync(), clock.Today);
        return withLedger && await ReaderAsync(currentUser.OfficeCode!) is null ? [.. against, CourierRules.LedgerHasReader.Broken(field: CourierField.WithLedger)] : against;
    }

    /// <summary>制作 — writes figures, number, file and record in one transaction.</summary>
    /// <param name="firstDay">First day.</param>
    /// <param name="lastDay">Last day, inclusive.</param>
    /// <param name="corrects">更正.</param>
    /// <param name="ledger">Unencrypted ledger of the days, or null.</param>
    /// <exception cref="RuleBrokenException">See <see cref="ValidateAsync"/>.</exception>
    public Task<PackageSent> MakeAsync(DateOnly firstDay, DateOnly lastDay, bool corrects, byte[]? ledger) => db.InOneTransactionAsync(async () =>
    {
        RuleBrokenException.ThrowIfAny(await ValidateAsync(firstDay, lastDay, corrects, ledger is not null));
        var office = await db.OfficeAtAsync(currentUser);
        var key = (await keys.OwnAsync(db, office))[0];
        var number = await db.NextPackageNumberAsync(office);
        var package = new CourierPackage(office.Code, key.Trusted.Number, number, firstDay, lastDay, clock.Now, await db.DayReportsAsync(office.Code, firstDay, lastDay));

        var file = package.Write(key, ledger is null ? [] : (await ReaderAsync(office.Code))!.Seal(ledger, office.Code, number));
        var sent = PackageSent.Of(package, file, ledger is not null, currentUser.Staff!);
        db.PackagesSent.Add(sent);
        db.PackageFiles.Add(new() { OfficeCode = office.Code, Number = number, Bytes = file });
        return sent;
    });

    /// <summary>下载 — returns the stored file, always the same bytes; null if there is no such package, or its receipt was imported.</summary>
    public async Task<(byte[] Bytes, string Name)?> FileAsync(int number)
    {
        var office = await db.OfficeAtAsync(currentUser);
        if (await db.PackagesSent.AsNoTracking().SingleOrDefaultAsync(package => package.Number == number) is not { } sent
            || await db.PackageFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Number == number) is not { } file)
        {
            return null;
        }

        db.Audit("下载", $"报送包 {office.Code} 第 {number} 包", sent.HasRegister ? "附台账（加密）" : "");
        await db.SaveChangesAsync();
        return (file.Bytes, CourierNames.PackageFile(office.ShortVillage, number, sent.FirstDay, sent.LastDay));
    }

    /// <summary>Numbers of the packages whose files are still stored.</summary>
    public async Task<HashSet<int>> AtHandAsync() => [.. await db.PackageFiles.Select(file => file.Number).ToListAsync()];

    /// <summary>导入回执 — marks packages the township has received, and deletes their files.</summary>
    /// <returns>Packages newly marked, and received packages that are unknown on this server.</returns>
    /// <exception cref="RuleBrokenException">Not a receipt for this office, or not signed with the imported key.</exception>
    public Task<(IReadOnlyList<int> Marked, IReadOnlyList<int> Strange)> TakeReceiptAsync(byte[] file) => db.InOneTransactionAsync<(IReadOnlyList<int>, IReadOnlyList<int>)>(async () =>
    {
        var trusted = await db.Townships.AsNoTracking().ToListAsync();
        var (receipt, against) = CourierReceipt.Read(file, currentUser.OfficeCode!, trusted);
        RuleBrokenException.ThrowIfAny(against is null ? [] : [against]);

        CourierRules.IsNotFromTomorrow.Require(receipt!.At <= clock.Now + ClocksDiffer);
        var highest = (await SentAsync()).Select(package => package.Number).DefaultIfEmpty(0).Max();
        CourierRules.ReceiptIsNear.Require(receipt.Packages.All(line => line.Number <= highest + CourierRules.MostAhead));

        var waiting = await db.PackagesSent.Where(package => package.ReceiptedAt == null).ToListAsync();
        var marked = waiting.Where(package => package.TakeReceipt(receipt)).Select(package => package.Number).Order().ToList();
        await db.PackageFiles.Where(kept => marked.Contains(kept.Number)).ExecuteDeleteAsync();

        var own = (await SentAsync()).Select(package => new ReceiptLine(package.Number, package.Digest)).ToHashSet();
        var strange = receipt.Packages.Where(line => !own.Contains(line)).Select(line => line.Number).Order().ToList();
        // Happens after restoring an old backup: numbers the township already has must not be used again.
        if (strange.Count > 0)
        {
            await db.RaisePackageNumberAsync(await db.OfficeAtAsync(currentUser), strange[^1]);
        }

        db.Audit("导入回执", $"村居 {currentUser.OfficeCode}", $"{receipt.Packages.Count} 包");
        return (marked, strange);
    });

    /// <summary>Reads a key file without importing it.</summary>
    /// <exception cref="RuleBrokenException">Not a key file, or not of a unit above the office.</exception>
    public TrustedTownship ReadKey(byte[] file)
    {
        var (key, against) = TrustedTownship.Read(file);
        RuleBrokenException.ThrowIfAny(against is null ? [] : [against]);
        CourierRules.KeyIsFromAbove.Require(key!.Covers(currentUser.OfficeCode!), key.Name + "。");
        return key;
    }

    /// <summary>导入收件密钥, after the user compared the fingerprint; replaces an older key of the same unit.</summary>
    public Task TakeKeyAsync(TrustedTownship key) => db.InOneTransactionAsync(async () =>
    {
        if (await db.Townships.SingleOrDefaultAsync(township => township.Code == key.Code) is { } before)
        {
            before.ReplaceKey(key);
        }
        else
        {
            db.Townships.Add(key);
        }
    });
}
