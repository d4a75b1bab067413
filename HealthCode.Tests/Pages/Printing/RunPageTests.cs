using System.IO.Compression;
using System.Net;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Printing;

/// <summary>打印: from the choice of cards to the last sheet accounted for.</summary>
public sealed class RunPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_run_goes_from_choice_to_pdf_to_check_and_its_cards_are_printed()
    {
        await _server.IssueAsync(5);
        await _desk.OpenAsync("/Printing");
        Assert.Contains("5 张卡，用 A6 卡纸 5 张", _desk.Text, StringComparison.Ordinal);

        await _desk.PressAsync("排版，准备打印");
        await LaidAsync();
        using (var pdf = await PdfAsync())
        {
            Assert.Equal(10, pdf.Sizes.Count);
            Assert.Equal(await NumbersAsync(), Enumerable.Range(1, 5).SelectMany(card => Read(pdf, card * 2)));
        }

        await _desk.PressAsync("核对完了");

        Assert.Contains("已核对，每张纸都登记了", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.All(await CardsAsync(), card => Assert.Equal((PassState.Printed, null), (card.State, card.PrintRunId)));
        Assert.False(File.Exists(Path.Combine(_server.Folder, "prints", "1.pdf")), "the PDF with names stays no longer than it is needed");
    }

    [Fact]
    public async Task A_spoiled_sheet_is_printed_again_with_the_same_cards_and_each_sheet_has_its_end()
    {
        await _server.IssueAsync(6);
        await BeginAsync("a4-4");

        await _desk.PressAsync("核对完了", ("印坏了哪几张", "2"));
        await LaidAsync();
        Assert.Equal([PassState.Printed, PassState.Printed, PassState.Printed, PassState.Printed, PassState.AwaitingPrint, PassState.AwaitingPrint], (await CardsAsync()).Select(card => card.State));
        using (var pdf = await PdfAsync())
        {
            Assert.Equal((await NumbersAsync())[4..].Order(), Read(pdf, 2).Order());
        }

        await _desk.PressAsync("核对完了");

        Assert.All(await CardsAsync(), card => Assert.Equal(PassState.Printed, card.State));
        Assert.Equal([(1, SheetState.Good), (2, SheetState.Spoiled), (3, SheetState.Good)], (await RunAsync()).Sheets.Select(sheet => (sheet.Number, sheet.State)));
        await _desk.OpenAsync("/Stock");
        Assert.Contains("印好 2 张，印坏 1 张", Words(_desk.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_of_a_run_are_in_no_other_and_are_not_printed_one_by_one()
    {
        var ids = await _server.IssueAsync(2);
        await BeginAsync("a6");

        await _desk.OpenAsync("/Printing");
        Assert.Contains("没有要打印的卡", _desk.Text, StringComparison.Ordinal);
        await _desk.OpenAsync($"/Printing/Card/{ids[0]}");
        Assert.Contains("在第 1 批打印里", _desk.StatusMessage, StringComparison.Ordinal);
        await _desk.OpenAsync($"/Passes/Details/{ids[0]}");
        await _desk.PressAsync("已打印");
        Assert.Contains(_desk.Errors, error => error.StartsWith(PrintRules.NotPrintedYet.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_given_up_leaves_its_cards_waiting()
    {
        await _server.IssueAsync(2);
        await BeginAsync("a6");

        await _desk.PressAsync("不印了", ("印坏了哪几张", "1"));

        Assert.All(await CardsAsync(), card => Assert.Equal((PassState.AwaitingPrint, null), (card.State, card.PrintRunId)));
        Assert.Equal([SheetState.Spoiled, SheetState.Unused], (await RunAsync()).Sheets.Select(sheet => sheet.State));
    }

    [Fact]
    public async Task A_card_stopped_while_it_waits_is_taken_off_before_anybody_prints_it()
    {
        var ids = await _server.IssueAsync(3);
        await BeginAsync("a6");
        await RevokeAsync(ids[1]);

        await _desk.OpenAsync("/Printing/Sheets/1");
        Assert.Contains("已经撤下，正在重新排版", _desk.StatusMessage, StringComparison.Ordinal);
        await LaidAsync();

        using var pdf = await PdfAsync();
        Assert.Equal([(await NumbersAsync())[0], (await NumbersAsync())[2]], Enumerable.Range(1, pdf.Sizes.Count).SelectMany(page => Read(pdf, page)));
    }

    [Fact]
    public async Task A_card_stopped_after_it_was_printed_is_named_to_be_destroyed()
    {
        var ids = await _server.IssueAsync(2);
        await BeginAsync("a6");
        await RevokeAsync(ids[1]);

        await _desk.OpenAsync("/Printing/Run/1");
        await _desk.PressAsync("核对完了");

        Assert.Contains("请把印出的销毁：" + PassNumber.Restore((await NumbersAsync())[1]).Grouped, _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal([PassState.Printed, PassState.Revoked], (await CardsAsync()).Select(card => card.State));
    }

    [Fact]
    public async Task Only_the_ticked_cards_are_printed()
    {
        var ids = await _server.IssueAsync(3);
        await _desk.OpenAsync("/Printing");

        await _desk.PostAsync("/Printing", [.. _desk.MainFields().Where(field => field.Key != "ids" && field.Key != "__RequestVerificationToken"), .. Token(), new("ids", $"{ids[2]}"), new("ids", $"{ids[0]}")]);

        Assert.Equal([ids[2], ids[0]], (await RunAsync()).Sheets.SelectMany(sheet => sheet.PassIds));
    }

    [Fact]
    public async Task Cards_are_chosen_by_village_group_and_by_household()
    {
        await _server.IssueAsync(6, groupOf: 2);

        await _desk.OpenAsync("/Printing?Input.Whose=g:2组");
        Assert.Contains("2 张卡，用 A6 卡纸 2 张", _desk.Text, StringComparison.Ordinal);
        await _desk.PressAsync("排版，准备打印");

        Assert.Equal(2, (await RunAsync()).Sheets.Count);
        await _desk.OpenAsync("/Printing");
        Assert.Contains("村民小组 3组（2 张）", _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("村民小组 2组", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stickers_start_at_the_label_asked_for_and_change_no_card()
    {
        await _server.IssueAsync(3);
        await BeginAsync("a6");
        await _desk.PressAsync("核对完了");

        await BeginAsync("sticker-24-70x37", ("从第几格开始", "23"));

        Assert.Equal([2, 1], (await _server.InDbAsync(db => db.PrintRuns.Include(run => run.Sheets).SingleAsync(run => !run.IsOfCards))).Sheets.Select(sheet => sheet.PassIds.Count()));
        using (var pdf = await PdfAsync(2))
        {
            Assert.Equal((await NumbersAsync())[..2].Order(), Read(pdf, 1).Order());
        }

        await _desk.OpenAsync("/Printing/Run/2");
        await _desk.PressAsync("核对完了");
        await _desk.OpenAsync("/Stock");
        var row = _desk.Page.QuerySelectorAll("tbody tr").First(each => each.Children[0].TextContent == "A4 不干胶 24 格 70 × 37");
        // The sheet that an earlier run began was counted then.
        Assert.Equal("1", row.Children[2].TextContent);
        Assert.All(await CardsAsync(), card => Assert.Equal(PassState.Printed, card.State));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("25")]
    public async Task There_is_no_label_25_of_24(string place)
    {
        await PrintedAsync(1);
        await _desk.OpenAsync("/Printing?Input.Product=sticker-24-70x37");

        await _desk.PressAsync("排版，准备打印", ("从第几格开始", place));

        Assert.Contains(_desk.Errors, error => error.Contains("每张只有 24 格，请填 1 到 24", StringComparison.Ordinal));
        Assert.Equal(place, _desk.Field("从第几格开始").GetAttribute("value"));
    }

    [Fact]
    public async Task A_run_of_no_cards_is_refused_with_a_sentence()
    {
        await _server.IssueAsync(1);
        await _desk.OpenAsync("/Printing");

        await _desk.PostAsync("/Printing", [.. Token(), new("Input.Product", "a6")]);

        Assert.Equal([PrintRules.Some.Sentence], _desk.Errors);
    }

    [Fact]
    public async Task Five_thousand_cards_at_once_get_a_sentence_and_stay_as_they_are()
    {
        await _server.IssueAsync(1);
        await _server.InDbAsync(CopyCardsAsync);
        await _desk.OpenAsync("/Printing");
        Assert.Contains("5001 张卡", _desk.Text, StringComparison.Ordinal);
        Assert.Equal(300, _desk.Page.QuerySelectorAll("tbody tr").Length);

        await _desk.PressAsync("排版，准备打印");

        Assert.StartsWith(PrintRules.NotTooMany.Sentence, Assert.Single(_desk.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.PrintRuns.CountAsync()));
    }

    [Fact]
    public async Task A_thermal_roll_gives_the_dots_of_each_label()
    {
        await PrintedAsync(2);
        await BeginAsync("sticker-roll-60x40");

        using var answer = await _desk.Http.GetAsync("/Printing/Sheets/2?handler=Dots");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["0001.png", "0002.png"], zip.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public async Task A_run_that_was_begun_is_laid_out_after_a_restart_even_when_its_pdf_is_gone()
    {
        await _server.IssueAsync(2);
        await BeginAsync("a6");
        File.Delete(Path.Combine(_server.Folder, "prints", "1.pdf"));
        var moment = _server.Clock.GetUtcNow();
        _server = await _server.RestartAsync();
        _server.Clock.SetTo(moment);
        _desk = await _server.SignedInAsync("yiren");

        await _desk.OpenAsync("/Printing/Sheets/1");
        await LaidAsync();

        using var pdf = await PdfAsync();
        Assert.Equal(4, pdf.Sizes.Count);
    }

    [Fact]
    public async Task A_batch_is_stamped_at_once_and_each_card_stands_in_the_register()
    {
        await PrintedAsync(3);
        await _desk.OpenAsync("/Printing/Run/1");

        await _desk.PressAsync("3 张卡都盖好章了");

        Assert.All(await CardsAsync(), card => Assert.Equal(PassState.Stamped, card.State));
        var uses = await _server.InDbAsync(db => db.SealUses.OrderBy(use => use.Id).ToListAsync());
        Assert.Equal((await NumbersAsync()).Select(number => "健康通行卡 " + PassNumber.Restore(number).Grouped), uses.Select(use => use.Subject));
        Assert.All(uses, use => Assert.Equal(("测试yiren", LawfulCase.Reviewer.Name, false), (use.SealKeeper, use.ApprovedBy, use.IsOverprint)));
        Assert.All(uses, use => Assert.Contains("*", use.Applicant, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sheets_are_written_down_as_people_do_and_nonsense_is_named()
    {
        await _server.IssueAsync(4);
        await BeginAsync("a6");

        await _desk.PressAsync("核对完了", ("印坏了哪几张", "第二张"));
        Assert.Contains(_desk.Errors, error => error.Contains("“第二张”看不懂", StringComparison.Ordinal));
        Assert.Equal("第二张", _desk.Field("印坏了哪几张").GetAttribute("value"));

        await _desk.PressAsync("核对完了", ("印坏了哪几张", "9"));
        Assert.Contains(_desk.Errors, error => error.StartsWith(PrintRules.SheetOfRun.Sentence, StringComparison.Ordinal));

        await _desk.PressAsync("核对完了", ("印坏了哪几张", "1，3-4"));
        Assert.Equal([1, 3, 4], (await RunAsync()).Sheets.Where(sheet => sheet.State == SheetState.Spoiled).Select(sheet => sheet.Number));
    }

    [Fact]
    public async Task Another_office_sees_no_run_and_the_township_prints_nothing()
    {
        await _server.IssueAsync(1);
        await BeginAsync("a6");
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var neighbour = await _server.SignedInUserAsync("lingcun", other.Code, Roles.Clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.OpenAsync("/Printing/Run/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.OpenAsync("/Printing/Sheets/1")).Status);
        var township = await _server.SignedInUserAsync("xiangzhen", _office[..9], Roles.TownshipOfficial);
        await township.OpenAsync("/Printing");
        Assert.StartsWith("/Account/Denied", township.Address, StringComparison.Ordinal);
    }

    /// <summary>5,000 cards like the first, each with its own number and holder.</summary>
    private static async Task CopyCardsAsync(OfficeDb db)
    {
        var passes = db.Model.FindEntityType(typeof(HealthPass))!;
        var table = StoreObjectIdentifier.Table("Passes", null);
        var columns = passes.GetProperties().Concat(passes.FindNavigation(nameof(HealthPass.Validity))!.TargetEntityType.GetProperties())
            .Select(property => property.GetColumnName(table)).OfType<string>().Where(column => column != "Id").Distinct().ToList();
        var values = columns.Select(column => column switch
        {
            "Number" => "substr(\"Number\", 1, 12) || (50000000 + n)",
            "PersonKey" => "\"PersonKey\" || n",
            "ReprintOf" => "'copy' || n",
            _ => $"\"{column}\"",
        });
        await db.Database.ExecuteSqlRawAsync($"""
            WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000)
            INSERT INTO "Passes" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM "Passes", c
            """);
    }

    private async Task PrintedAsync(int count)
    {
        await _server.IssueAsync(count);
        await BeginAsync("a6");
        await _desk.PressAsync("核对完了");
    }

    private async Task BeginAsync(string product, params (string Label, string? Value)[] values)
    {
        await _desk.OpenAsync($"/Printing?Input.Product={product}");
        await _desk.PressAsync("排版，准备打印", values);
        await LaidAsync();
    }

    /// <summary>Waits until the run's PDF is there, as the page does.</summary>
    private Task LaidAsync() => _desk.ShowsSoonAsync("打开要打印的 PDF");

    private async Task<PdfInspector> PdfAsync(long run = 1)
    {
        using var answer = await _desk.Http.GetAsync($"/Printing/Sheets/{run}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsByteArrayAsync());
    }

    private IEnumerable<KeyValuePair<string, string>> Token() =>
        [new("__RequestVerificationToken", _desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)];

    private Task RevokeAsync(long id) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        (await db.Passes.SingleAsync(pass => pass.Id == id)).Revoke(RefusalClause.CloseContact, "接通知", LawfulCase.Now, LawfulCase.Today)));

    private Task<List<HealthPass>> CardsAsync() => _server.InDbAsync(db => db.Passes.AsNoTracking().OrderBy(pass => pass.Id).ToListAsync());

    /// <summary>The numbers of the cards whose codes a scanner reads from a page, in the order of the page; each believed by the server itself.</summary>
    private IEnumerable<string> Read(PdfInspector pdf, int page)
    {
        var trusted = _server.Services.GetRequiredService<SigningKeyStore>().TrustedAsync().GetAwaiter().GetResult();
        return pdf.Codes(page, 200).Select(code => trusted.Read(code).Token!.Number.Value);
    }

    private async Task<List<string>> NumbersAsync() => [.. (await CardsAsync()).Select(card => card.Number)];

    private Task<PrintRun> RunAsync() => _server.InDbAsync(db => db.PrintRuns.AsNoTracking().Include(run => run.Sheets.OrderBy(sheet => sheet.Number)).SingleAsync(run => run.IsOfCards));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
