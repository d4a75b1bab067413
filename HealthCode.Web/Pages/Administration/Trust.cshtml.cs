using System.Globalization;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration;

/// <summary>签发密钥和信任名单 — the keys of this server's offices, and whose cards are believed besides.</summary>
public sealed class TrustModel(OfficeDb db, Keyring keys, TrustDesk trust, OfficeClock clock) : PageModel
{
    private const int LargestFile = 4_000_000;

    [TempData]
    public string? StatusMessage { get; set; }

    public IReadOnlyList<(Office Office, IReadOnlyList<TrustedKey> Keys)> Own { get; private set; } = [];

    public IReadOnlyList<TrustedKey> Others { get; private set; } = [];

    public Dictionary<string, DateTimeOffset> Lists { get; private set; } = [];

    /// <summary>The parts of a file that was read, what stands against each, and whether its fingerprint must be compared.</summary>
    public IReadOnlyList<(TrustSection Section, string? Against, bool IsNew)>? Read { get; private set; }

    public string Text { get; private set; } = "";

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnGetFileAsync() => File(
        await trust.WriteAsync(), "application/json", string.Create(CultureInfo.InvariantCulture, $"信任名单-{OfficeClock.AtOffice(clock.Now):yyyyMMdd-HHmm}.json"));

    /// <summary>换一把新密钥.</summary>
    public async Task<IActionResult> OnPostRenewAsync(string code)
    {
        if (await db.Offices.SingleOrDefaultAsync(each => each.Code == code) is not { } office)
        {
            return NotFound();
        }

        var key = await db.InOneTransaction(() => keys.AddKey(db, office));
        keys.Forget();
        StatusMessage = $"{office.OfficialName}从今天起用第 {key.Number} 号密钥签发。已经发出去的卡照样有效。请把信任文件重新发给别的关口。";
        return RedirectToPage();
    }

    /// <summary>不再信任 — a key of another office that was stolen there.</summary>
    public async Task<IActionResult> OnPostDropAsync(string office, int number)
    {
        var key = await db.TrustedKeys.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.OfficeCode == office && each.Number == number);
        if (key is null || await db.Offices.AnyAsync(each => each.Code == office))
        {
            return NotFound();
        }

        db.TrustedKeys.Remove(key);
        await db.SaveChangesAsync();
        keys.Forget();
        StatusMessage = $"{key.OfficeName}第 {number} 号密钥签的卡，从现在起不再认。";
        return RedirectToPage();
    }

    /// <summary>看一看 — nothing is believed yet.</summary>
    public async Task<IActionResult> OnPostReadAsync(IFormFile? file)
    {
        if (file is null or { Length: 0 or > LargestFile })
        {
            ModelState.AddModelError("", file is null or { Length: 0 } ? "请先选择文件。" : "文件太大，不像是信任文件。");
        }
        else
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            await ReadAsync(await reader.ReadToEndAsync());
        }

        await ShowAsync();
        return Page();
    }

    /// <summary>导入 — after the fingerprints have been compared.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string? text)
    {
        await ReadAsync(text ?? "");
        var good = (Read ?? []).Where(each => each.Against is null).ToList();
        if (good.Count == 0)
        {
            await ShowAsync();
            return Page();
        }

        await db.InOneTransaction(async () =>
        {
            foreach (var (section, _, _) in good)
            {
                await trust.TakeAsync(section);
            }
        });
        keys.Forget();
        StatusMessage = $"已导入 {good.Count} 个村居的密钥和停用名单。";
        return RedirectToPage();
    }

    private async Task ReadAsync(string text)
    {
        if (TrustSection.Read(Encoding.UTF8.GetBytes(text)) is not { } sections)
        {
            ModelState.AddModelError("", "这不是信任文件，或者文件坏了。请让对方在“签发密钥和信任名单”里重新导出。");
            return;
        }

        Text = text;
        List<(TrustSection, string?, bool)> read = [];
        foreach (var section in sections)
        {
            read.Add((section, await trust.AgainstAsync(section), await trust.IsNewAsync(section)));
        }

        Read = read;
    }

    private async Task ShowAsync()
    {
        var offices = await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync();
        foreach (var office in offices)
        {
            await keys.OwnAsync(db, office);
        }

        var all = await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().OrderBy(key => key.OfficeCode).ThenBy(key => key.Number).ToListAsync();
        Own = [.. offices.Select(office => (office, (IReadOnlyList<TrustedKey>)[.. all.Where(key => key.OfficeCode == office.Code)]))];
        Others = [.. all.Where(key => offices.TrueForAll(office => office.Code != key.OfficeCode))];
        Lists = await db.StopLists.AsNoTracking().ToDictionaryAsync(list => list.Issuer, list => list.At);
    }
}
