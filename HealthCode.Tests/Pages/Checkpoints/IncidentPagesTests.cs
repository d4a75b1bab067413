using System.Net;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>查验情况: who could not simply go on, from the gate to the slip.</summary>
public sealed class IncidentPagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _guard = null!;
    private HealthPass _card = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _guard = await _server.SignedInGuardAsync("kakou");
        _card = (await _server.CardsInHandAsync())[0];
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_temperature_that_is_not_normal_is_recorded_with_what_was_done()
    {
        await _guard.ScanAsync(_card.Number);

        await _guard.RecordAsync(("FoundNormal", "false"), ("Temperature", "36.0"));
        Assert.Equal([GateRules.Handled.Sentence], _guard.Errors);
        Assert.Contains("要登记的情况：体温不正常", _guard.Text, StringComparison.Ordinal);
        Assert.Equal("36.0", _guard.Field("体温").GetAttribute("value"));
        Assert.Equal(0, await _server.InDbAsync(db => db.GateIncidents.CountAsync()));

        await _guard.RecordAsync(("Handling", "请到发热门诊"));

        var incident = await _server.InDbAsync(db => db.GateIncidents.SingleAsync());
        Assert.Equal($"/Verification/Incidents/Details/{incident.Id}", _guard.Address);
        Assert.Equal(("体温不正常", "请到发热门诊", _card.Number, 36.0m), (incident.Findings, incident.Handling, incident.Number, incident.Temperature!.Value.Celsius));
        Assert.Equal(("村口卡点", "测试kakou", ""), (incident.CheckpointName, incident.By.Name, incident.ReportedTo));
        Assert.Equal((0, 0), await _server.InDbAsync(async db => (await db.GateTallies.CountAsync(), await db.Passages.CountAsync())));
    }

    [Theory]
    [InlineData("Red", "官方码：红")]
    [InlineData("Yellow", "官方码：黄")]
    [InlineData("Notice", "官方码：提示信息")]
    public async Task The_word_of_the_official_code_makes_an_incident_by_that_word(string word, string seen)
    {
        await NotedAsync(("FoundNormal", "true"), ("Official", word));

        Assert.Equal(seen, (await _server.InDbAsync(db => db.GateIncidents.SingleAsync())).Findings);
    }

    [Theory]
    [InlineData("Purple")]
    [InlineData("99")]
    public async Task A_word_the_official_code_does_not_have_is_refused(string word)
    {
        await _guard.ScanAsync(_card.Number);

        await _guard.RecordAsync(("FoundNormal", "true"), ("Official", word));

        Assert.Equal(HttpStatusCode.OK, _guard.Status);
        Assert.NotEmpty(_guard.Errors);
        Assert.Equal((0, 0), await _server.InDbAsync(async db => (await db.GateTallies.CountAsync(), await db.GateIncidents.CountAsync())));
    }

    [Fact]
    public async Task A_paper_that_does_not_fit_typed_at_the_last_moment_still_holds_him_back()
    {
        await _guard.ScanAsync(await _server.CodeAsync(_card.Id));

        await _guard.RecordAsync(("FoundNormal", "true"), ("DocumentNumber", PaperForm.Number));

        Assert.Equal([GateRules.Handled.Sentence], _guard.Errors);
        Assert.Contains("证件号码与卡不一致", _guard.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.GateTallies.CountAsync()));
    }

    [Fact]
    public async Task A_card_that_was_stopped_is_recorded_by_its_number_and_a_foreign_code_without_any()
    {
        await _server.RevokeAsync(_card.Id);
        await NotedAsync(("FoundNormal", "true"));
        await _guard.ScanAsync("https://example.invalid/?q=1");
        await _guard.RecordAsync(("FoundNormal", "true"), ("Handling", "劝回"));

        Assert.Equal(
            [(_card.Number, "已停用"), ("", "不是本系统签发")],
            (await _server.InDbAsync(db => db.GateIncidents.OrderBy(incident => incident.Id).ToListAsync())).Select(incident => (incident.Number, incident.Findings)));
    }

    [Fact]
    public async Task It_is_reported_at_once_or_later_and_only_once()
    {
        await NotedAsync(("FoundNormal", "false"), ("ReportedTo", "镇防疫办 李主任"));
        Assert.Contains("镇防疫办 李主任，3月5日 09:00", _guard.Text, StringComparison.Ordinal);
        Assert.Null(_guard.Page.QuerySelector("main form"));

        await NotedAsync(("FoundNormal", "false"));
        var address = _guard.Address;
        var stale = new OfficeBrowser(_guard.Http);
        await stale.OpenAsync(address);
        await _guard.PressAsync("已上报", ("报给了谁", ""));
        Assert.Equal([GateRules.ReportedToNamed.Sentence], _guard.Errors);
        await _guard.PressAsync("已上报", ("报给了谁", "镇防疫办 李主任"));
        Assert.Equal("已记下上报。", _guard.StatusMessage);
        await stale.PressAsync("已上报", ("报给了谁", "别人"));

        Assert.Equal(HttpStatusCode.OK, stale.Status);
        Assert.All(await _server.InDbAsync(db => db.GateIncidents.ToListAsync()), incident => Assert.Equal("镇防疫办 李主任", incident.ReportedTo));
        Assert.Contains(GateRules.ReportedOnce.Sentence, stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_reported_yet_stands_first()
    {
        await NotedAsync(("FoundNormal", "false"));
        await NotedAsync(("FoundNormal", "true"), ("Official", "Red"), ("ReportedTo", "镇防疫办"));

        await _guard.OpenAsync("/Verification/Incidents");

        Assert.Equal([("体温不正常", "待上报"), ("官方码：红", "已上报")], _guard.Page.QuerySelectorAll("tbody tr").Select(row => (row.Children[2].TextContent.Trim(), row.Children[4].TextContent.Trim())));
    }

    [Fact]
    public async Task The_slip_tells_what_was_seen_and_done_and_not_who_it_was()
    {
        await NotedAsync(("FoundNormal", "false"), ("Temperature", "38.4"), ("ReportedTo", "镇防疫办 李主任"));

        using var slip = new PdfInspector(await _guard.Http.GetByteArrayAsync(_guard.Address.Replace("Details", "Slip", StringComparison.Ordinal)));

        var words = slip.Words(1);
        foreach (var word in (string[])["查验处置单", "2020年3月5日09:00，在村口卡点查验时", "体温不正常", "38.4", _card.Number, "劝回", "镇防疫办李主任", "测试kakou"])
        {
            Assert.Contains(word, words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_card.Holder.Name.Value, words, StringComparison.Ordinal);
        Assert.DoesNotContain(_card.Holder.Document.Number, words, StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "打印查验处置单")));
    }

    [Fact]
    public async Task The_guard_of_another_gate_does_not_see_it_the_office_does_and_a_neighbour_does_not()
    {
        await NotedAsync(("FoundNormal", "false"));
        var details = _guard.Address;
        var slip = details.Replace("Details", "Slip", StringComparison.Ordinal);
        var gate = await _server.AddCheckpointAsync(_office, "村尾卡点");
        var another = await _server.SignedInGuardAsync("cunwei", at: gate.Id);
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        var village = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var neighbour = await _server.SignedInUserAsync("lingcun", village.Code, Roles.Clerk);

        foreach (var (who, status) in (List<(OfficeBrowser, HttpStatusCode)>)[(another, HttpStatusCode.NotFound), (neighbour, HttpStatusCode.NotFound), (clerk, HttpStatusCode.OK)])
        {
            Assert.Equal(status, (await who.OpenAsync(details)).Status);
            using var pdf = await who.Http.GetAsync(slip);
            Assert.Equal(status, pdf.StatusCode);
            Assert.Equal(status == HttpStatusCode.OK, (await who.OpenAsync("/Verification/Incidents")).Text.Contains("体温不正常", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("劝回😀")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public async Task What_was_done_fits_its_line(string handling)
    {
        await _guard.ScanAsync(_card.Number);

        await _guard.RecordAsync(("FoundNormal", "false"), ("Handling", handling));

        Assert.StartsWith("当场怎样处理", Assert.Single(_guard.Errors), StringComparison.Ordinal);
        Assert.Equal(handling, _guard.Field("当场怎样处理").GetAttribute("value"));
        Assert.Equal(0, await _server.InDbAsync(db => db.GateIncidents.CountAsync()));
    }

    private async Task NotedAsync(params (string Field, string? Value)[] found)
    {
        await _guard.ScanAsync(_card.Number);
        await _guard.RecordAsync([("Handling", "劝回"), .. found]);
        Assert.StartsWith("/Verification/Incidents/Details/", _guard.Address, StringComparison.Ordinal);
    }
}
