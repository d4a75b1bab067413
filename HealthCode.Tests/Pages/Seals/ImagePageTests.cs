using System.Net;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Seals;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace HealthCode.Tests.Pages.Seals;

/// <summary>公章图样 and 套印: laid down by the keeper with its document, each use in the register.</summary>
public sealed class ImagePageTests : IAsyncLifetime
{
    private static readonly byte[] Sheet = PaintedSeal.Sheet(1300, 1200, (600, 580), 1000).File();

    private OfficeServer _server = null!;
    private OfficeBrowser _keeper = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _keeper = await _server.SignedInUserAsync("gaizhang", _office, Roles.SealKeeper);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_keeper_lays_down_the_seal_with_its_document_and_the_audit_keeps_it()
    {
        await UploadAsync(Sheet, "样政办函〔2020〕5号");

        Assert.Contains("图样已保存", _keeper.StatusMessage, StringComparison.Ordinal);
        var seal = await _server.InDbAsync(db => db.Seals.SingleAsync());
        Assert.Equal(("样政办函〔2020〕5号", "测试gaizhang"), (seal.ApprovingDocument, seal.RegisteredBy.Name));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "新建" && record.Subject.StartsWith("公章图样", StringComparison.Ordinal));
    }

    public static TheoryData<byte[], string> Unfit => new()
    {
        { "<?xml version='1.0'?><a/>"u8.ToArray(), "既不是 PNG 图片也不是 JPEG 照片" },
        { "这不是图"u8.ToArray(), "既不是 PNG 图片也不是 JPEG 照片" },
        { [], "空的" },
        { PaintedPng.Seal(400), "至少要 992 点（600 dpi）" },
        { PaintedPng.File(("IHDR", PaintedPng.Header(30_000, 30_000)), ("IDAT", PaintedPng.Deflated(new byte[40_000_000])), ("IEND", [])), "30000×30000" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task An_unfit_picture_gets_a_sentence_and_what_was_typed_stays(byte[] file, string says)
    {
        await UploadAsync(file, "样政办函〔2020〕5号");

        Assert.Contains(says, Assert.Single(_keeper.Errors), StringComparison.Ordinal);
        Assert.Equal("样政办函〔2020〕5号", _keeper.Field("批准文件文号").GetAttribute("value"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Seals.CountAsync()));
    }

    [Fact]
    public async Task A_picture_of_40_MB_gets_a_sentence()
    {
        await UploadAsync(new byte[40 * 1024 * 1024], "样政办函〔2020〕5号");

        Assert.Contains("40 MB，超过 15 MB", Assert.Single(_keeper.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("做成公章红色", 210, 20, 30)]
    [InlineData("保持原来的颜色", 200, 40, 50)]
    public async Task Both_colours_are_shown_and_the_chosen_one_is_kept_without_choosing_the_file_again(string color, byte red, byte green, byte blue)
    {
        await UploadAsync(Sheet, "", "Preview");

        Assert.Empty(_keeper.Errors);
        Assert.Equal(["做成公章红色", "保持原来的颜色"], _keeper.Page.QuerySelectorAll(".seal-previews figcaption").Select(words => words.TextContent));
        Assert.Equal(0, await _server.InDbAsync(db => db.Seals.CountAsync()));

        await _keeper.PressAsync("保存图样", ("印迹颜色", color), ("批准文件文号", "样政办函〔2020〕5号"));

        using var picture = SKBitmap.Decode(await _server.InDbAsync(db => db.Seals.Select(seal => seal.Image).SingleAsync()));
        var star = picture.GetPixel(picture.Width / 2, picture.Height / 2);
        Assert.Equal((red, green, blue), (star.Red, star.Green, star.Blue));
    }

    [Fact]
    public async Task Without_an_approving_document_nothing_is_laid_down()
    {
        await UploadAsync(Sheet, "");

        Assert.NotEmpty(_keeper.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.Seals.CountAsync()));
    }

    [Fact]
    public async Task Only_the_keeper_gets_at_the_seal()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk, Roles.Reviewer);

        await clerk.OpenAsync("/Seals/Image");

        Assert.StartsWith("/Account/Denied", clerk.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_of_the_seal_is_struck_out()
    {
        await UploadAsync(Sheet, "样政办函〔2020〕5号");

        using var answer = await _keeper.Http.GetAsync("/Seals/Image?handler=Sample");
        using var sample = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("作废样张", sample.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overprinted_cards_are_stamped_when_checked_and_each_use_is_registered_spoiled_ones_too()
    {
        await UploadAsync(Sheet, "样政办函〔2020〕5号");
        await _server.IssueAsync(2);
        await _keeper.OpenAsync("/Printing");
        await _keeper.PressAsync("排版，准备打印", ("套印公章", "on"));
        await LaidAsync();
        using (var answer = await _keeper.Http.GetAsync("/Printing/Sheets/1"))
        using (var pdf = new PdfInspector(await answer.Content.ReadAsByteArrayAsync()))
        {
            // The left of the ring of 42 mm about (72, 115): its middle line runs 20 mm from the centre.
            var (red, green, blue) = pdf.Colour(1, 52, 115);
            Assert.True(red > 150 && green < 100 && blue < 100, $"{red} {green} {blue}");
        }

        await _keeper.PressAsync("核对完了", ("印坏了哪几张", "2"));
        await LaidAsync();
        await _keeper.PressAsync("核对完了");

        Assert.All(await _server.InDbAsync(db => db.Passes.ToListAsync()), card => Assert.Equal((PassState.Stamped, "测试gaizhang"), (card.State, card.StampedBy)));
        Assert.Equal(["", "印坏，已作废", ""], (await _server.InDbAsync(db => db.SealUses.OrderBy(use => use.Id).ToListAsync())).Select(use => use.Note));
        Assert.All(await _server.InDbAsync(db => db.SealUses.ToListAsync()), use => Assert.True(use.IsOverprint));
    }

    [Fact]
    public async Task Who_keeps_no_seal_cannot_ask_for_overprinting()
    {
        await UploadAsync(Sheet, "样政办函〔2020〕5号");
        var id = Assert.Single(await _server.IssueAsync(1));
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        await clerk.OpenAsync("/Printing");

        await clerk.PostAsync("/Printing", [.. Token(clerk), new("Input.WithSeal", "true"), new("ids", $"{id}")]);

        Assert.StartsWith("/Account/Denied", clerk.Address, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.PrintRuns.CountAsync()));
    }

    [Fact]
    public async Task Where_approval_and_seal_are_separated_the_reviewer_does_not_stamp_his_own_card()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).SeparateSealKeeper(true)));
        var reviewer = await _server.SignedInUserAsync(LawfulCase.Reviewer.UserName, _office, Roles.Clerk, Roles.Reviewer);
        var id = Assert.Single(await _server.IssueAsync(1));
        await reviewer.OpenAsync($"/Passes/Details/{id}");
        await reviewer.PressAsync("已打印");

        await reviewer.PressAsync("已盖章");
        Assert.Equal([PassRules.KeeperDidNotApprove.Sentence], reviewer.Errors);

        await _keeper.OpenAsync($"/Passes/Details/{id}");
        await _keeper.PressAsync("已盖章");
        Assert.Equal(PassState.Stamped, await _server.InDbAsync(db => db.Passes.Select(pass => pass.State).SingleAsync()));
        Assert.Equal(1, await _server.InDbAsync(db => db.SealUses.CountAsync()));
    }

    [Fact]
    public async Task The_register_of_a_month_is_listed_and_printed()
    {
        var id = Assert.Single(await _server.IssueAsync(1));
        await _keeper.OpenAsync($"/Passes/Details/{id}");
        await _keeper.PressAsync("已打印");
        await _keeper.PressAsync("已盖章");

        await _keeper.OpenAsync("/Seals");
        Assert.Contains("用印 1 份", _keeper.Text, StringComparison.Ordinal);
        using var answer = await _keeper.Http.GetAsync("/Printing/SealRegister?month=202003");
        using var register = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("用印登记簿", register.Words(1), StringComparison.Ordinal);
        Assert.Contains("本月共1份", register.Words(1), StringComparison.Ordinal);

        await _keeper.OpenAsync("/Seals?month=202002");
        Assert.Contains("这个月还没有用印", _keeper.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _keeper.OpenAsync("/Seals?month=二月")).Status);
    }

    private async Task UploadAsync(byte[] file, string document, string handler = "Register")
    {
        Assert.True(file.Length <= 40 * 1024 * 1024 && SealScan.LargestFile == 15 * 1024 * 1024);
        await _keeper.OpenAsync("/Seals/Image");
        using var content = new MultipartFormDataContent();
        foreach (var field in Token(_keeper))
        {
            content.Add(new StringContent(field.Value), field.Key);
        }

        content.Add(new StringContent(document), "Input.ApprovingDocument");
        content.Add(new ByteArrayContent(file), "Input.File", "公章.png");
        await _keeper.PostAsync($"/Seals/Image?handler={handler}", content);
    }

    private Task LaidAsync() => _keeper.ShowsSoonAsync("打开要打印的 PDF");

    private static IEnumerable<KeyValuePair<string, string>> Token(OfficeBrowser browser) =>
        [new("__RequestVerificationToken", browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)];
}
