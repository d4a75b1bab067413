using System.Globalization;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Passes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Keys;

/// <summary>签发密钥和信任名单 — the signing keys of this server's offices, and the keys of other offices whose cards are accepted.</summary>
public sealed class TrustModel(OfficeDb db, SigningKeyStore keys, TrustExchange trust, OfficeClock clock, CurrentUser currentUser) : OfficePageModel
{
    private const int LongestReason = 100;

    [BindProperty]
    public TrustInput Input { get; set; } = new();

    public IReadOnlyList<(Office Office, IReadOnlyList<TrustedKey> Keys)> Own { get; private set; } = [];

    public IReadOnlyList<TrustedKey> Others { get; private set; } = [];

    public Dictionary<string, DateTimeOffset> Lists { get; private set; } = [];

    /// <summary>不再信任的密钥 of other offices.</summary>
    public IReadOnlyList<DroppedKey> Dropped { get; private set; } = [];

    /// <summary>By office code: number of live cards to reprint because their key was stolen, and how many of them online gates accept.</summary>
    public Dictionary<string, (int Cards, int BelievedHere)> ToReplace { get; private set; } = [];

    /// <summary>The sections of the uploaded trust file, each with what importing it would change; null before an upload.</summary>
    public IReadOnlyList<(TrustSection Section, TrustFinding Finding)>? Read { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly Today => clock.Today;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetFileAsync() => File(
        await trust.WriteAsync(), "application/json", string.Create(CultureInfo.InvariantCulture, $"信任名单-{OfficeClock.AtOffice(clock.Now):yyyyMMdd-HHmm}.json"));

    /// <summary>换一把新密钥: adds a new signing key for the office; cards signed with the old one stay valid.</summary>
    public async Task<IActionResult> OnPostRenewAsync(string code)
    {
        if (await db.Offices.SingleOrDefaultAsync(each => each.Code == code) is not { } office)
        {
            return NotFound();
        }

        var key = await db.InOneTransactionAsync(() => keys.AddKeyAsync(db, office));
        keys.ClearCache();
        StatusMessage = $"{office.OfficialName}从今天起用第 {key.Number} 号密钥签发。已经发出去的卡照样有效。请把信任文件重新发给别的关口。";
        return RedirectToPage();
    }

    /// <summary>密钥失窃 — ends a key of an own office from a given moment on.</summary>
    public async Task<IActionResult> OnPostStolenAsync(string code, int number)
    {
        if (await db.Offices.SingleOrDefaultAsync(each => each.Code == code) is not { } office)
        {
            return NotFound();
        }

        return await SaveAsync(async () =>
        {
            var hasMoment = DateTime.TryParseExact(Input.At, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                && moment.Year is >= 2020 and < 2100;
            TrustRules.MomentGiven.Require(hasMoment);
            var why = Reason();
            var key = await db.InOneTransactionAsync(() => keys.MarkCompromisedAsync(db, office, number, BeijingTime.StartOf(DateOnly.FromDateTime(moment)) + moment.TimeOfDay, why));
            keys.ClearCache();
            var cards = (await db.CardsToReplaceAsync(db.Passes.Where(pass => pass.OfficeCode == code), clock.Today)).Count;
            StatusMessage = $"{office.OfficialName}第 {number} 号密钥已停用，现在用第 {key.Number} 号签发。要换的卡 {cards} 张。请照下面的步骤办完。";
            return RedirectToPage();
        });
    }

    /// <summary>不再信任 — removes the trust in a stolen key of another office.</summary>
    public async Task<IActionResult> OnPostDropAsync(string office, int number)
    {
        var key = await db.TrustedKeys.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.OfficeCode == office && each.Number == number);
        if (key is null || await db.Offices.AnyAsync(each => each.Code == office))
        {
            return NotFound();
        }

        return await SaveAsync(async () =>
        {
            await trust.DropAsync(key, currentUser.Staff?.Name ?? "", Reason());
            keys.ClearCache();
            StatusMessage = $"{key.OfficeName}第 {number} 号密钥签的卡，从现在起不再认。以后的信任文件里再有这把密钥，也不会导入。";
            return RedirectToPage();
        });
    }

    /// <summary>恢复信任 — trusts a dropped key again; its fingerprint has to be compared by telephone first.</summary>
    public async Task<IActionResult> OnPostReadmitAsync(string office, int number, DateTimeOffset droppedAt)
    {
        var dropped = await db.DroppedKeys.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.OfficeCode == office && each.Number == number && each.DroppedAt == droppedAt);
        if (dropped is null)
        {
            return NotFound();
        }

        return await SaveAsync(async () =>
        {
            await trust.RestoreTrustAsync(dropped, Input.Fingerprint, Reason());
            keys.ClearCache();
            StatusMessage = $"已恢复信任{dropped.OfficeName}第 {number} 号密钥。请再导入一次对方最新的信任文件。";
            return RedirectToPage();
        });
    }

    /// <summary>看一看 — shows the content of a trust file without importing it.</summary>
    public async Task<IActionResult> OnPostReadAsync(IFormFile? file)
    {
        if (file is null or { Length: 0 or > TrustSection.LargestFile })
        {
            ModelState.AddModelError("", file is null or { Length: 0 } ? "请先选择文件。" : TrustSection.TooLarge);
        }
        else
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            await ReadAsync(await reader.ReadToEndAsync());
        }

        return Page();
    }

    /// <summary>导入 — imports the valid sections once the fingerprints of new keys have been confirmed.</summary>
    /// <param name="text">The content of the trust file.</param>
    /// <param name="compared">The confirmed fingerprints, one text for each section with new keys.</param>
    public async Task<IActionResult> OnPostTakeAsync(string? text, List<string>? compared)
    {
        await ReadAsync(text ?? "");
        var good = (Read ?? []).Where(each => each.Finding.Against is null).ToList();
        var isCompared = good.TrueForAll(each => each.Finding.ToCompare.Count == 0 || compared?.Contains(each.Finding.Compared) == true);
        if (!isCompared)
        {
            ModelState.AddModelError("", "有新的密钥要先打电话核对指纹，再点“指纹一样，导入”。");
        }

        if (good.Count == 0 || !isCompared)
        {
            return Page();
        }

        await db.InOneTransactionAsync(async () =>
        {
            foreach (var (section, finding) in good)
            {
                await trust.ImportAsync(section, finding);
            }
        });
        keys.ClearCache();
        StatusMessage = $"已导入 {good.Count} 个村居的密钥和停用名单。";
        return RedirectToPage();
    }

    /// <summary>The value posted for this field if the request posted the form of this handler and key; otherwise null.</summary>
    public string? Typed(string field, string handler, string office, int? number = null) =>
        Request.HasFormContentType && Request.Query["handler"] == handler && (Request.Form["office"] == office || Request.Form["code"] == office)
        && (number is null || Request.Form["number"] == number.Value.ToString(CultureInfo.InvariantCulture))
            ? Request.Form[field].ToString()
            : null;

    protected override async Task ShowAsync()
    {
        var offices = await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync();
        foreach (var office in offices)
        {
            await keys.OwnAsync(db, office);
        }

        var all = await db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().OrderBy(key => key.OfficeCode).ThenBy(key => key.Number).ToListAsync();
        Own = [.. offices.Select(office => (office, (IReadOnlyList<TrustedKey>)[.. all.Where(key => key.OfficeCode == office.Code)]))];
        Others = [.. all.Where(key => offices.TrueForAll(office => office.Code != key.OfficeCode))];
        Dropped = await db.DroppedKeys.AsNoTracking().IgnoreQueryFilters().OrderBy(key => key.OfficeCode).ThenBy(key => key.Number).ToListAsync();
        ToReplace = (await db.CardsToReplaceAsync(db.Passes, clock.Today)).GroupBy(card => card.Pass.OfficeCode)
            .ToDictionary(cards => cards.Key, cards => (cards.Count(), cards.Count(card => card.IsBelievedHere)));
        Lists = await db.StopLists.AsNoTracking().ToDictionaryAsync(list => list.Issuer, list => list.At);
    }

    private string Reason() =>
        FreeText.TryParse(Input.Reason, LongestReason, out var reason, out var fault) ? reason : throw new RuleBrokenException([TrustRules.ReasonGiven.Broken(fault + "。")]);

    private async Task ReadAsync(string text)
    {
        if (TrustSection.Read(Encoding.UTF8.GetBytes(text), out var against) is not { } sections)
        {
            ModelState.AddModelError("", against!);
            return;
        }

        Text = text;
        List<(TrustSection, TrustFinding)> read = [];
        foreach (var section in sections)
        {
            read.Add((section, await trust.ExamineAsync(section)));
        }

        Read = read;
    }
}
