using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests;

/// <summary>A province is one file: an office of <see cref="SampleProvince"/> works by its days and its words, and by nobody else's.</summary>
public sealed class NewProvinceTests : IAsyncLifetime
{
    private static readonly string[] Foreign = ["宁夏", "宁疫指", "14 天", "返宁"];

    private static readonly DivisionCode Village = DivisionCode.Parse("990101001001");

    private static readonly (string, string?)[] Here =
        [("Stays[0].Address", "样例省样例市样例县样例镇样例村3号"), ("DomicileAddress", "样例省样例市"), ("Province", "样例省"), ("City", "样例市")];

    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    private static PassTerms Terms => SampleProvince.Pack.Pass;

    public async Task InitializeAsync()
    {
        // Beside an office of another province on the same server.
        _server = await OfficeServer.WithOfficeAsync();
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Divisions.AddRange(new[] { ("990000000000", "样例省"), ("990100000000", "样例市"), ("990101000000", "样例县"), ("990101001000", "样例镇"), (Village.Value, "样例村委会") }
                .Select(unit => Division.Listed(DivisionCode.Parse(unit.Item1), unit.Item2)));
            return Task.CompletedTask;
        }));
        await _server.AddOfficeAsync(Village, RulePacks.Proposed(Village.Value));
        _desk = await _server.SignedInUserAsync("yiren", Village.Value, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_form_on_the_screen_and_on_paper_is_the_provinces()
    {
        await _desk.OpenAsync("/Declarations/Create");
        ShowsOnly(Terms.FormTitle, "过去 10 天内居住地址", "(5) 10 天内样例第5问：", "此卡在样例省内有效");
        Assert.Equal("10", _desk.Page.QuerySelector("[data-stays]")!.GetAttribute("data-days"));

        using var paper = await PdfAsync("/Printing/DeclarationForm");
        Assert.All([Terms.FormTitle, "过去10天内居住地址", "(5)10天内样例第5问：", "(11)10天内样例第11问："], words => Assert.Contains(words, paper.Words(1), StringComparison.Ordinal));
        Assert.DoesNotContain("宁夏", paper.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_blank_is_called_as_the_form_calls_it()
    {
        await _desk.EnterAsync([.. Here.Skip(1), ("Stays[0].Address", null), ("Stays[0].FirstDay", null)]);

        Assert.Contains(_desk.Errors, error => error.Contains("还空着：过去 10 天内居住地址。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_review_asks_and_refuses_by_the_provinces_clauses()
    {
        var id = await _desk.KeyedAsync(_server, [.. Here, ("LeftNingxia", "True"), ("TravelScope", "OutsideProvince")]);

        await _desk.OpenAsync($"/Review/Decide/{id}");
        ShowsOnly(
            "样疫办〔2020〕7号 二", "返样人员未满 10 天的", "返样日期", "样例接触日", "(11) 10 天内样例第11问", "样例提示11", "样例提示5", "从哪天起住在样例省", "样例居住未满 10 天的", "此卡在样例省内有效");
        await _desk.DecideAsync(id, "Refuse", ("LivedHere", "False"), ("Reason", "不放心"));
        Assert.Contains(_desk.Errors, error => error.EndsWith("（样疫办〔2020〕7号 一、二）", StringComparison.Ordinal));
        await _desk.DecideAsync(id, "Refuse", ("LivedHere", "False"), ("Clauses[2].Applies", "True"), ("Reason", "观察未满"));
        Assert.Contains(_desk.Errors, error => error.Contains("返样日期", StringComparison.Ordinal));
        await _desk.DecideAsync(id, "Refuse", ("LivedHere", "False"), ("Clauses[2].Applies", "True"), ("Clauses[2].HappenedOn", "20200301"), ("Reason", "观察未满"));

        ShowsOnly("样疫办〔2020〕7号 二3：“返样人员未满 10 天的”", "最早 2020年3月11日 可以再来");
        using var slip = await PdfAsync($"/Printing/Slip/{id}");
        Assert.All(["返样人员，还不能办。", "2020年3月11日"], words => Assert.Contains(words, slip.Words(1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_card_has_the_provinces_title_and_days()
    {
        var id = await _desk.ApprovedAsync(_server, Here);

        Assert.Equal(Today.AddDays(7), (await _server.InDbAsync(db => db.Passes.SingleAsync())).Validity.LastDay);
        await _desk.OpenAsync($"/Passes/Details/{id}");
        ShowsOnly(Terms.Title, Terms.Foot, "2020年3月12日");
        using var card = await PdfAsync($"/Printing/Card/{id}");
        Assert.All([Terms.Title, "(盖章有效,7天)"], words => Assert.Contains(words, card.Words(1), StringComparison.Ordinal));
        using var list = await PdfAsync("/Verification/StopList");
        Assert.Contains($"“{Terms.Title}”", list.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_charts_and_templates_say_the_provinces_days_and_sources()
    {
        await _desk.ApprovedAsync(_server, Here);

        var ledger = await ExplanationAsync("passes");
        Assert.Contains(ledger, row => row is ["核发日期、有效期至", var meaning, "样疫办〔2020〕7号 三"] && meaning.StartsWith("有效期 7 天", StringComparison.Ordinal));
        Assert.Contains(await ExplanationAsync("refusals"), row => row is ["依据", _, "样疫办〔2020〕7号 一、二"]);
        await _desk.OpenAsync("/Reports/Charts");
        Assert.All(["今后 7 天到期", "返样人员"], words => Assert.Contains(words, _desk.Text, StringComparison.Ordinal));
        var template = Spreadsheet.Open(await (await _desk.Http.GetAsync("/Imports?handler=Template&kind=declarations")).Content.ReadAsStreamAsync());
        Assert.Contains(template.Explanation, row => row[0] == "(5)到过外省区" && row[2].StartsWith("10 天内样例第5问。照纸上", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_day_and_the_code_of_the_gates_are_the_provinces()
    {
        var office = Sample();

        var early = Assert.Throws<RuleBrokenException>(() => HealthPass.Issue(Approved(), office, PassNumber.Of(Village, 1), null, new(2020, 2, 29)));
        Assert.Equal(PassRules.NotBeforeFirstDay.Sentence + "2020年3月1日。", early.Message);
        Assert.Equal(Today.AddDays(7), HealthPass.Issue(Approved(), office, PassNumber.Of(Village, 1), null, Today).Validity.LastDay);
    }

    [Fact]
    public void Where_the_notice_changes_each_card_keeps_the_days_and_words_of_its_own_day()
    {
        var office = Sample();
        DateOnly[] days = [new(2020, 6, 30), new(2020, 7, 1)];
        var cards = days.Select((day, i) => HealthPass.Issue(Approved(day), office, PassNumber.Of(Village, i + 1), null, day)).ToList();

        Assert.Equal([new(2020, 7, 7), new(2020, 7, 6)], cards.Select(card => card.Validity.LastDay));
        using var sheet = CardSheet.All.Single(each => each.Product.Code == "a4-4").Sheet(cards, new(office, card => card.Number));
        Assert.All(["(盖章有效,7天)", "(盖章有效,5天)"], foot => Assert.Contains(foot, sheet.Words(1), StringComparison.Ordinal));
    }

    /// <summary>A title of an earlier template is still read.</summary>
    [Theory]
    [InlineData("(5)到过外省区")]
    [InlineData("(5)到过宁夏以外")]
    [InlineData("(5)到过样例省以外")]
    public void A_sheet_may_call_item_5_by_any_province(string title)
    {
        var column = new DeclarationImport().Columns.Single(each => each.Title.StartsWith("(5)", StringComparison.Ordinal));

        Assert.Contains(title, column.OtherTitles.Append(column.Title));
    }

    private static Office Sample() =>
        HealthCode.Domain.Offices.Office.Establish(Village, ["样例省", "样例市", "样例县", "样例镇", "样例村委会"], CommitteeKind.Village, SampleProvince.Pack);

    private void ShowsOnly(params string[] words)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, _desk.Status);
        Assert.All(words, word => Assert.Contains(word, _desk.Text, StringComparison.Ordinal));
        Assert.All(Foreign, word => Assert.DoesNotContain(word, _desk.Html, StringComparison.Ordinal));
    }

    private async Task<PdfInspector> PdfAsync(string address)
    {
        var answer = await _desk.Http.GetAsync(address);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> ExplanationAsync(string report)
    {
        var answer = await _desk.Http.GetAsync($"/Reports?handler=File&report={report}");
        Assert.True(answer.IsSuccessStatusCode);
        return Spreadsheet.Open(await answer.Content.ReadAsStreamAsync()).Explanation;
    }
}
