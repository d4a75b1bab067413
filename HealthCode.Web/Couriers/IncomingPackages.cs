using HealthCode.Domain.Couriers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Couriers;

/// <summary>收件台 — the township's side: receives packages from a USB stick, exports key file and receipts, and sums up the figures.</summary>
public sealed class IncomingPackages(OfficeDb db, CurrentUser currentUser, SigningKeyStore keys, TownshipKeyStore own, OfficeClock clock)
{
    /// <summary>12-digit code of the user's unit.</summary>
    public string Unit => currentUser.UnitCode;

    /// <summary>接收 — imports several packages in order of number, each in its own transaction, so that a bad file does not affect the
    /// others.</summary>
    /// <param name="files">Name and content of each file.</param>
    /// <returns>One line per file, ordered by office and number.</returns>
    public async Task<IReadOnlyList<(string File, string Sentence, bool IsTaken)>> ReceiveAsync(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var trusted = await keys.TrustedAsync();
        var readings = files.Select(file => (file.Name, Reading: CourierPackage.Read(file.Bytes, trusted)))
            .OrderBy(file => file.Reading.Package?.Office, StringComparer.Ordinal).ThenBy(file => file.Reading.Package?.Number).ToList();
        List<(string File, PackageParseResult Reading, string? Refused)> done = [];
        foreach (var (name, reading) in readings)
        {
            try
            {
                await db.InOneTransactionAsync(() => TakeAsync(reading));
                done.Add((name, reading, null));
            }
            catch (RuleBrokenException broken)
            {
                done.Add((name, reading, broken.Message));
            }
        }

        // After all of them, because the stick may contain 8 before 7.
        var missing = (await NumbersAsync()).ToDictionary(office => office.Key, office => PackageReceived.Missing([.. office]));
        return [.. done.Select(file => (file.File, file.Refused is null ? Taken(file.Reading, missing) : Refused(file.Reading, file.Refused), file.Refused is null))];
    }

    /// <summary>回执 for an office, listing all its packages received.</summary>
    /// <returns>The file, or null if no package of the office was received.</returns>
    public async Task<(byte[] Bytes, string Name)?> ReceiptAsync(string office)
    {
        var packages = await db.PackagesReceived.AsNoTracking().Where(package => package.OfficeCode == office).OrderBy(package => package.Number).ToListAsync();
        if (packages.Count == 0)
        {
            return null;
        }

        var receipt = new CourierReceipt(Unit, office, clock.Now, [.. packages.Select(package => new ReceiptLine(package.Number, package.Digest))]);
        var bytes = receipt.Write((await own.OfAsync(Unit))[0]);
        db.Audit("导出回执", $"村居 {office}", $"{packages.Count} 包");
        await db.SaveChangesAsync();
        return (bytes, CourierNames.ReceiptFile(packages[^1].OfficeName, clock.Today));
    }

    /// <summary>收件密钥文件 — the unit's public key, for the offices.</summary>
    public async Task<(byte[] Bytes, string Name)> KeyFileAsync()
    {
        var key = (await own.OfAsync(Unit))[0];
        db.Audit("导出收件密钥", $"收件密钥 {Unit}", key.Trusted.Fingerprint);
        await db.SaveChangesAsync();
        return (key.KeyFile(), CourierNames.KeyFile(key.Trusted.Name));
    }

    /// <summary>指纹 of the current key.</summary>
    public async Task<string> FingerprintAsync() => (await own.OfAsync(Unit))[0].Trusted.Fingerprint;

    /// <summary>换一把新密钥.</summary>
    public Task RenewKeyAsync() => own.RenewAsync(Unit);

    /// <summary>All offices with trusted keys or received packages, with the figures valid for these days.</summary>
    public async Task<IReadOnlyList<CourierOffice>> OfficesAsync(DateOnly firstDay, DateOnly lastDay)
    {
        var mine = await db.Offices.Select(office => office.Code).ToListAsync();
        var names = (await db.TrustedKeys.AsNoTracking().Where(key => !mine.Contains(key.OfficeCode)).OrderBy(key => key.Number).ToListAsync())
            .GroupBy(key => key.OfficeCode).ToDictionary(office => office.Key, office => office.Last().OfficeName);
        var numbers = await NumbersAsync();
        var packages = (await db.PackagesReceived.AsNoTracking().Where(package => package.LastDay >= firstDay && package.FirstDay <= lastDay).OrderBy(package => package.Number).ToListAsync())
            .ToLookup(package => package.OfficeCode);
        return
        [
            .. names.Keys.Union(numbers.Select(office => office.Key)).Order(StringComparer.Ordinal).Select(code => new CourierOffice(
                code, names.GetValueOrDefault(code) ?? packages[code].LastOrDefault()?.OfficeName ?? code, [.. numbers[code]], [.. packages[code]],
                [.. PackageReceived.Counting(packages[code]).Where(day => day.On >= firstDay && day.On <= lastDay)])),
        ];
    }

    /// <summary>Decrypts a received ledger for a permitted user and records the access with its reason.</summary>
    /// <returns>The workbook; null if there is none, or none of this unit's keys decrypts it.</returns>
    public async Task<(byte[] Bytes, string Name)?> LedgerAsync(string office, int number, string reason)
    {
        if (await PackageAsync(office, number) is not { } package
            || await db.ReceivedRegisters.AsNoTracking().SingleOrDefaultAsync(each => each.OfficeCode == office && each.Number == number) is not { } ledger
            || (await own.OfAsync(Unit)).Select(key => key.Open(ledger.Ciphertext, office, number)).FirstOrDefault(plain => plain is not null) is not { } plain)
        {
            return null;
        }

        db.Audit("导出", $"健康通行卡台账（报送包 {office} 第 {number} 包）", $"完整；{reason}");
        await db.SaveChangesAsync();
        return (plain, CourierNames.PackageFile(package.OfficeName, number, package.FirstDay, package.LastDay).Replace(".hcp", "_台账.xlsx", StringComparison.Ordinal));
    }

    /// <summary>Returns a received package, or null.</summary>
    public Task<PackageReceived?> PackageAsync(string office, int number) =>
        db.PackagesReceived.AsNoTracking().SingleOrDefaultAsync(package => package.OfficeCode == office && package.Number == number);

    private async Task<ILookup<string, int>> NumbersAsync() =>
        (await db.PackagesReceived.Select(package => new { package.OfficeCode, package.Number }).ToListAsync()).ToLookup(package => package.OfficeCode, package => package.Number);

    private async Task TakeAsync(PackageParseResult reading)
    {
        RuleBrokenException.ThrowIfAny(reading.Against is { } against ? [against] : []);
        var (office, number) = (reading.Package!.Office, reading.Package.Number);
        CourierRules.IsFromElsewhere.Require(!await db.Offices.AnyAsync(each => each.Code == office));
        CourierRules.IsWithinReach.Require(currentUser.Scope is { } scope && office.StartsWith(scope, StringComparison.Ordinal));

        var before = await db.PackagesReceived.SingleOrDefaultAsync(package => package.OfficeCode == office && package.Number == number);
        db.PackagesReceived.Add(PackageReceived.Take(reading, before, currentUser.Staff!, clock.Now));
        if (reading.Ledger.Length > 0)
        {
            db.ReceivedRegisters.Add(new() { OfficeCode = office, Number = number, Ciphertext = reading.Ledger });
        }
    }

    private static string Taken(PackageParseResult reading, Dictionary<string, IReadOnlyList<int>> missing)
    {
        var gaps = CourierNames.Packages(missing[reading.Package!.Office]);
        return $"{reading.OfficeName}：第 {reading.Package.Number} 包已收{(gaps.Length > 0 ? "，缺" + gaps : "")}。";
    }

    private static string Refused(PackageParseResult reading, string sentence) =>
        reading.Against is null && reading.Package is { } package ? $"{reading.OfficeName}：第 {package.Number} 包{sentence}" : sentence;
}

/// <summary>一个村居的报送 — packages of an office, and the figures that count.</summary>
/// <param name="Code">12 digits.</param>
/// <param name="Name">Name from the trust list.</param>
/// <param name="Numbers">Numbers of all its received packages.</param>
/// <param name="Packages">Packages overlapping the requested days, by number.</param>
/// <param name="Days">Valid figures, one entry per day.</param>
public sealed record CourierOffice(string Code, string Name, IReadOnlyList<int> Numbers, IReadOnlyList<PackageReceived> Packages, IReadOnlyList<DayReport> Days)
{
    /// <summary>缺的包.</summary>
    public IReadOnlyList<int> Missing => PackageReceived.Missing(Numbers);

    /// <summary>合计.</summary>
    public DayReport Sum => DayReport.Sum(Days);
}
