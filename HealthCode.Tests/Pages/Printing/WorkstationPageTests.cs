using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Printing;

/// <summary>打印机校准: each PC has its own, and what it prints is moved by it.</summary>
public sealed class WorkstationPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_calibration_moves_what_this_PC_prints_and_no_other()
    {
        var card = Assert.Single(await _server.IssueAsync(1));
        var before = await CodeBoxAsync(_desk, card);

        await CalibrateAsync("2.0", "-1.5", "100");
        Assert.Contains("校准已保存", _desk.StatusMessage, StringComparison.Ordinal);

        var after = await CodeBoxAsync(_desk, card);
        Assert.Equal((2.0, -1.5), (after.Left - before.Left, after.Top - before.Top), new WithinTenth());
        var other = await _server.SignedInAsync("luru");
        Assert.Equal((before.Left, before.Top), await LeftTopAsync(other, card), new WithinTenth());
    }

    [Theory]
    [InlineData("20", "0", "100")]
    [InlineData("0", "-5.1", "100")]
    [InlineData("0", "0", "90")]
    public async Task An_offset_of_20_mm_gets_a_sentence_and_keeps_what_was_typed(string x, string y, string scale)
    {
        await CalibrateAsync(x, y, scale);

        Assert.Contains(Assert.Single(_desk.Errors), new[] { PrintRules.OffsetInRange.Sentence, PrintRules.ScaleInRange.Sentence });
        Assert.Equal(x, _desk.Field("左右（毫米）").GetAttribute("value"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Workstations.CountAsync()));
    }

    [Fact]
    public async Task It_is_shown_again_and_a_test_sheet_is_printed_with_it()
    {
        await CalibrateAsync("1.5", "0.5", "101");

        await _desk.OpenAsync("/Printing/Workstation");
        Assert.Equal(("1.5", "101"), (_desk.Field("左右（毫米）").GetAttribute("value"), _desk.Field("缩放（%）").GetAttribute("value")));
        using var answer = await _desk.Http.GetAsync("/Printing/TestSheet/A4");
        using var sheet = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("左右1.5，上下0.5，缩放101.0%", sheet.Words(1), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await _desk.OpenAsync("/Printing/TestSheet/B9")).Status);
    }

    private async Task CalibrateAsync(string x, string y, string scale)
    {
        await _desk.OpenAsync("/Printing/Workstation");
        await _desk.SendAsync(("这台电脑叫什么", "窗口一"), ("左右（毫米）", x), ("上下（毫米）", y), ("缩放（%）", scale));
    }

    private static async Task<(double Left, double Top, double Right, double Bottom)> CodeBoxAsync(OfficeBrowser desk, long card)
    {
        using var answer = await desk.Http.GetAsync($"/Printing/Card/{card}");
        using var pdf = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());
        return pdf.Render(2, 300).Ink(top: 29, bottom: 71)!.Value;
    }

    private static async Task<(double Left, double Top)> LeftTopAsync(OfficeBrowser desk, long card)
    {
        var box = await CodeBoxAsync(desk, card);
        return (box.Left, box.Top);
    }

    private sealed class WithinTenth : IEqualityComparer<(double X, double Y)>
    {
        public bool Equals((double X, double Y) one, (double X, double Y) other) => Math.Abs(one.X - other.X) < 0.12 && Math.Abs(one.Y - other.Y) < 0.12;

        public int GetHashCode((double X, double Y) pair) => 0;
    }
}
