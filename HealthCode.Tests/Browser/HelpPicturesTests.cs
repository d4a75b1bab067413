using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Printing.Slips;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace HealthCode.Tests.Browser;

/// <summary>手册的图 — every picture of the manual shows what the program shows today. <c>scripts/test --pictures</c> takes them anew.</summary>
public sealed class HelpPicturesTests
{
    private const int LargestPicture = 60_000;
    private const int LargestOfAll = 1_000_000;

    /// <summary>A code of a card as the office prints them, without the office's key: nobody should scan it out of a manual.</summary>
    private static readonly string Code = string.Concat(Enumerable.Range(0, 125).Select(i => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i * 7 % 36]));

    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Picture, user, page.</summary>
    private static readonly (string Name, string User, string Path)[] Screens =
    [
        ("home", "yiren", "/"), ("keying", "yiren", "/Declarations/Create"), ("search", "yiren", "/Declarations"), ("passes", "yiren", "/Passes?list=hand&all=true"), ("printing", "yiren", "/Printing"),
        ("residents", "yiren", "/Residents"), ("health", "yiren", "/HealthStatuses"), ("checkpoints", "yiren", "/Verification/Checkpoints"), ("venues", "yiren", "/Venues"),
        ("seals", "yiren", "/Seals"), ("stock", "yiren", "/Stock"), ("supervision", "yiren", "/Supervision"), ("registers", "yiren", "/Registers"), ("reports", "yiren", "/Reports"),
        ("imports", "yiren", "/Imports"), ("requests", "yiren", "/Requests"), ("papers", "yiren", "/PaperBoxes"), ("end", "yiren", "/Closing"),
        ("administration", "guanli", "/Administration"), ("backup", "guanli", "/Administration/Backup"), ("audit", "shenji", "/Audit"),
    ];

    [Fact]
    public async Task Every_desk_looks_as_in_the_manual()
    {
        await using var server = OfficeServer.OfDemo(Morning);
        List<string?> differing = [];
        await using (var nobody = await RealBrowser.BeforeAsync(server))
        {
            await nobody.OpenAsync("/Account/Login");
            differing.Add(await CheckAsync(nobody, "login"));
        }

        foreach (var screens in Screens.GroupBy(screen => screen.User))
        {
            await using var browser = await RealBrowser.BeforeAsync(server);
            await browser.SignInAsync(screens.Key, DemoSetUp.Password);
            foreach (var (name, _, path) in screens)
            {
                await browser.OpenAsync(path);
                differing.Add(await CheckAsync(browser, name));
            }

            if (screens.Key == "yiren")
            {
                await browser.OpenAsync("/Review");
                await browser.LeadAsync(() => browser.Page.Locator("main a[href^='/Review/Decide/']").First.ClickAsync());
                differing.Add(await CheckAsync(browser, "review"));
            }
        }

        differing.Add(await GateAsync(server));
        differing.Add(await TipsAsync(server));

        Assert.Empty(differing.OfType<string>());
    }

    [Fact]
    public void Every_print_looks_as_in_the_manual()
    {
        var returned = LawfulCase.Submitted();
        returned.ReturnForCorrection(LawfulCase.NothingFound, ["第(6)项", "签字"], "请当面补填", 1, LawfulCase.Reviewer, LawfulCase.Now, LawfulCase.Today);
        var job = new SheetJob(LawfulCase.Office(), _ => Code) { Seal = SampleSeal.Draw };
        using var stickers = new MemoryStream();
        var sheet = PrintCatalog.All.First(design => !CardSheet.All.Contains(design));
        sheet.Draw([Batch.Cards(sheet.Product.PerSheet)], job with { Seal = null }, stickers);

        (string Name, byte[] Pdf, int Pages, int Dpi)[] prints =
        [
            ("card", CardSheet.A6.Draw(Batch.Cards(1)[0], job), 2, 110), ("stickers", stickers.ToArray(), 1, 75),
            ("slip", CorrectionSlip.Draw(returned, LawfulCase.Office()), 1, 75), ("form", DeclarationForm.Draw(LawfulCase.Pack.Pass, 2020), 1, 80),
        ];

        Assert.Empty(prints.Select(print => ManualPictures.Check(print.Name, Pages(print.Pdf, print.Pages, print.Dpi))).OfType<string>());
    }

    [Fact]
    public void The_pictures_are_small()
    {
        if (ManualPictures.AreWritten)
        {
            // Some still are what they were: the next run looks.
            return;
        }

        var files = Directory.GetFiles(SourceTree.Folder("HealthCode.Web", "wwwroot", "help")).Select(file => new FileInfo(file)).ToList();

        Assert.All(files, file => Assert.True(file.Length <= LargestPicture, $"{file.Name}: {file.Length}"));
        Assert.InRange(files.Sum(file => file.Length), 1, LargestOfAll);
    }

    [Fact]
    public void Twin_three_other_characters_are_a_difference_and_another_smoothing_is_none()
    {
        using var letters = SKTypeface.FromFile(Typography.Folders.Where(Directory.Exists).SelectMany(each => Directory.EnumerateFiles(each, "LXGWWenKai-Regular.ttf", SearchOption.AllDirectories)).First());

        byte[] Screen(string text, float shift)
        {
            using var picture = new SKBitmap(new SKImageInfo(400, 200, SKColorType.Rgb888x, SKAlphaType.Opaque));
            using var canvas = new SKCanvas(picture);
            canvas.Clear(SKColors.White);
            using var font = new SKFont(letters, 18) { Edging = SKFontEdging.Antialias, Subpixel = true };
            using var black = new SKPaint { Color = SKColors.Black, IsAntialias = true };
            canvas.DrawText(text, 20 + shift, 60, SKTextAlign.Left, font, black);
            return PalettePng.Of(picture);
        }

        Assert.Equal(0, ManualPictures.Difference(Screen("Print now", 0), Screen("Print now", 0)));
        Assert.InRange(ManualPictures.Difference(Screen("Print now", 0), Screen("Print now", 0.12f)), 0, 0.0008);
        Assert.InRange(ManualPictures.Difference(Screen("Print now", 0), Screen("Print off", 0)), 0.0008, 1);
        Assert.Equal(1, ManualPictures.Difference(Screen("Print now", 0), Pages(DeclarationForm.Draw(LawfulCase.Pack.Pass, 2020), 1, 20)));
    }

    private static async Task<string?> CheckAsync(RealBrowser browser, string name)
    {
        Assert.Empty(browser.ScriptErrors);
        await browser.Page.EvaluateAsync("() => document.fonts.ready");
        return ManualPictures.Check(name, await browser.Page.ScreenshotAsync(new() { Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled }));
    }

    /// <summary>The guard's desk with a valid card.</summary>
    private static async Task<string?> GateAsync(OfficeServer server)
    {
        var today = server.Today;
        var number = await server.InDbAsync(async db => (await db.Passes.OrderBy(pass => pass.Number).ToListAsync())
            .First(pass => pass.State == PassState.HandedOver && pass.Validity.FirstDay < today && pass.Validity.LastDay > today).Number);
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("zhishou", DemoSetUp.Pin);
        await browser.OpenAsync("/Verification/Check");
        await browser.Page.FillAsync("[name='Input.Code']", number);
        await browser.GoAsync("Enter");
        return await CheckAsync(browser, "check");
    }

    /// <summary>线索举报 is known in 海南 only: an office there, beside those of the demo.</summary>
    private static async Task<string?> TipsAsync(OfficeServer server)
    {
        var code = await server.FirstVillageAsync();
        await server.AddOfficeAsync(code, Hainan.Pack);
        await server.AddUserAsync("hainan", code.Value, Roles.Clerk, Roles.Reviewer);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync(each => each.Code == code.Value);
            foreach (var (place, state) in ((TipState[])[TipState.Received, TipState.Dispatched, TipState.Answered, TipState.Received]).Index())
            {
                db.Tips.Add(TipCase.At(state, place % 2 == 0 ? TipCase.Clue : TipCase.Gathering, number: place + 1, office: office, receivedAt: server.Now.AddHours(-1 - (3 * place))));
            }

            return true;
        }));
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("hainan");
        await browser.OpenAsync("/Tips");
        return await CheckAsync(browser, "tips");
    }

    /// <summary>The first pages of a PDF side by side as PNG.</summary>
    private static byte[] Pages(byte[] pdf, int pages, int dpi)
    {
        const int Gap = 12;
        using var sheet = new PdfInspector(pdf);
        List<SKBitmap> pictures = [.. Enumerable.Range(1, pages).Select(page => SKBitmap.Decode(sheet.Png(page, dpi)))];
        using var all = new SKBitmap(new SKImageInfo(pictures.Sum(picture => picture.Width) + (Gap * (pages - 1)), pictures.Max(picture => picture.Height), SKColorType.Rgb888x, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(all))
        {
            canvas.Clear(new SKColor(0xE4, 0xE6, 0xE2));
            var x = 0;
            foreach (var picture in pictures)
            {
                using var image = SKImage.FromBitmap(picture);
                canvas.DrawImage(image, x, 0, SKSamplingOptions.Default);
                x += picture.Width + Gap;
                picture.Dispose();
            }
        }

        using var png = all.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
