using System.Globalization;
using System.Net;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Disclosures;

/// <summary>谁看过我的信息: the resident is told, and nobody else is named.</summary>
public sealed class DisclosurePagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";
    private long _form;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        _form = await _desk.KeyedAsync(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_opened_unmasked_and_exported_is_told_with_time_and_reason()
    {
        var other = await _server.SignedInUserAsync("bieren", _office, Roles.Clerk);
        await other.OpenAsync($"/Declarations/Details/{_form}");
        await other.OpenAsync($"/Declarations/Unveil/{_form}");
        await other.SendAsync(("原因", "核对证件号码"));
        using (var ledger = await other.Http.GetAsync("/Reports?handler=File&report=declarations&firstDay=20200301&lastDay=20200305"))
        {
            Assert.Equal(HttpStatusCode.OK, ledger.StatusCode);
        }

        await AskAsync();

        var rows = Rows();
        Assert.Contains(rows, row => row.Contains("测试bieren", StringComparison.Ordinal) && row.Contains("查看（申报表）", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("测试bieren", StringComparison.Ordinal) && row.Contains("显示完整信息（核对证件号码）", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("测试bieren", StringComparison.Ordinal) && row.Contains("导出（2020年3月1日至2020年3月5日；脱敏）", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("新建", StringComparison.Ordinal) && row.Contains("2020年3月5日 09:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_residents_papers_and_a_ledger_of_other_days_are_not_told()
    {
        var neighbour = await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        await _desk.OpenAsync($"/Declarations/Details/{neighbour}");
        using (await _desk.Http.GetAsync("/Reports?handler=File&report=declarations&firstDay=20200201&lastDay=20200229"))
        {
        }

        await AskAsync();

        var number = await _server.InDbAsync(db => db.Declarations.Where(form => form.Id == neighbour).Select(form => form.Number).SingleAsync());
        Assert.NotEmpty(Rows());
        Assert.DoesNotContain(Rows(), row => row.Contains(number, StringComparison.Ordinal) || row.Contains("导出", StringComparison.Ordinal));
        Assert.DoesNotContain("纳福贵", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_check_ins_is_told_to_whom_it_contains_and_one_of_another_day_is_not()
    {
        var resident = await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var person = (await db.Declarations.SingleAsync()).Content.Person;
            var entry = db.Residents.Add(Resident.Enter(await db.Offices.SingleAsync(), new() { Person = person }, _server.Today)).Entity;
            await db.SaveChangesAsync();
            return entry.Id;
        }));
        await _desk.OpenAsync($"/HealthStatuses/CheckIn/{resident}");
        await _desk.SendAsync(("怎么知道的", "电话"), ("体温（℃）", "365"), ("体温是否正常", "正常"));
        foreach (var link in (string[])["check-in-upload&lastDay=20200305", "check-in-upload&lastDay=20200304", "not-checked-in&lastDay=20200305"])
        {
            using var sheet = await _desk.Http.GetAsync("/Reports?handler=File&report=" + link);
            Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        }

        await AskAsync();

        Assert.Contains("导出（2020年3月5日；脱敏）", Assert.Single(Rows(), row => row.Contains("导出", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(Rows(), row => row.Contains("新建", StringComparison.Ordinal) && row.Contains("健康打卡", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_that_he_stands_on_a_list_of_refusals_on_which_he_does_not()
    {
        foreach (var report in new[] { "declarations", "refusals" })
        {
            await _desk.Http.GetByteArrayAsync($"/Reports?handler=File&report={report}&firstDay=20200301&lastDay=20200331");
        }

        await AskAsync();

        Assert.Contains("《申报台账》", _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("《不予办理清单》", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_is_kept_nowhere_and_the_question_is_a_record()
    {
        await AskAsync();

        Assert.DoesNotContain(PaperForm.Number, _desk.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperForm.Number, _desk.Html, StringComparison.Ordinal);
        var record = await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "告知本人谁看过"));
        Assert.Equal(("yiren", "申报 20200305-0001", ""), (record.UserName, record.Subject, record.Detail));
    }

    [Fact]
    public async Task The_answer_is_good_for_ten_minutes_and_for_who_asked()
    {
        await AskAsync();
        var address = _desk.Address;
        var other = await _server.SignedInUserAsync("bieren", _office, Roles.Clerk);
        Assert.Equal("/WhoSaw", (await other.OpenAsync(address)).Address);

        _server.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/WhoSaw", (await _desk.OpenAsync(address)).Address);
    }

    [Theory]
    [InlineData("640104194802290011", "校验码")]
    [InlineData("640104200002291232", "没有找到这个号码")]
    [InlineData("", "号码")]
    public async Task A_wrong_or_unknown_number_is_said_so(string number, string sentence)
    {
        await _desk.OpenAsync("/WhoSaw");
        await _desk.SendAsync(("证件号码", number));

        Assert.Contains(sentence, Assert.Single(_desk.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_shares_a_number_that_was_saved_by_force_gives_his_name_and_is_told_of_his_own_papers()
    {
        (string, string?)[] forced = [("SaveDocumentDespiteFault", "true"), ("DocumentReason", "重号，见户籍底册")];
        var first = await _desk.KeyedAsync(_server, [("Name", "马重号"), .. forced]);
        var second = await _desk.KeyedAsync(_server, [("Name", "纳重号"), .. forced]);
        await _desk.OpenAsync($"/Declarations/Details/{first}");
        await _desk.OpenAsync($"/Declarations/Details/{second}");

        await _desk.OpenAsync("/WhoSaw");
        await _desk.SendAsync(("证件号码", PaperForm.Number));
        Assert.Contains("请填姓名再查", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await _desk.SendAsync(("证件号码", PaperForm.Number), ("姓名", "纳重号"));

        Assert.Contains(Rows(), row => row.Contains("20200305-0003", StringComparison.Ordinal));
        Assert.DoesNotContain(Rows(), row => row.Contains("20200305-0002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_identity_paper_asks_with_name_and_birth_date()
    {
        await _desk.KeyedAsync(_server, ("Name", "丁无证"), ("DocumentKind", "None"), ("DocumentNumber", null), ("DocumentReason", "从未办过"));

        await _desk.OpenAsync("/WhoSaw");
        await _desk.SendAsync(("证件类型", "无证件"), ("姓名", "丁无证"), ("出生日期", "19480301"));
        Assert.Contains("没有这个姓名和出生日期", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await _desk.SendAsync(("证件类型", "无证件"), ("姓名", "丁无证"), ("出生日期", "19480229"));

        Assert.Contains(Rows(), row => row.Contains("20200305-0002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checked_print_run_a_list_of_what_ends_and_a_request_for_his_papers_are_told_and_nobodys_reason_is()
    {
        var card = await _desk.ApprovedAsync(_server, ("Name", "马德山"), ("SchoolClass", "样例小学一年级"));
        await _desk.OpenAsync("/Printing");
        await _desk.PressAsync("排版，准备打印");
        var run = _desk.Address.Split('/')[^1];
        await _desk.ShowsSoonAsync("打开要打印的 PDF");
        await _desk.PressAsync("核对完了");
        Assert.Equal(PassState.Printed, await _server.InDbAsync(db => db.Passes.Where(pass => pass.Id == card).Select(pass => pass.State).SingleAsync()));
        await _desk.OpenAsync("/Requests/Create?number=20200305-0001");
        await _desk.SendAsync(("申请什么", "查阅"), ("怎样核对了身份", "看过身份证原件"), ("要求", "看保存着什么"));
        Assert.Empty(_desk.Errors);
        var exporter = await _server.SignedInUserAsync("daochu", _office, Roles.Clerk, Roles.LedgerExporter);
        await exporter.OpenAsync("/Reports/Full?report=schools&firstDay=20200305&lastDay=20200305");
        await exporter.SendAsync(("导出原因", "核实纳福贵的同学"));
        using (await exporter.Http.GetAsync("/Reports?handler=File&report=renewals"))
        {
        }

        await AskAsync();

        Assert.Contains(Rows(), row => row.Contains($"打印批次 {run}", StringComparison.Ordinal));
        Assert.Contains(Rows(), row => row.Contains("查阅申请 1", StringComparison.Ordinal));
        Assert.Contains(Rows(), row => row.Contains("学校返校名单", StringComparison.Ordinal) && row.Contains("完整", StringComparison.Ordinal));
        Assert.DoesNotContain(Rows(), row => row.Contains("到期续办名单", StringComparison.Ordinal));
        Assert.DoesNotContain("纳福贵", _desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_offices_clerk_finds_nobody_of_ours()
    {
        var elsewhere = await _server.FirstVillageAsync(1);
        await _server.AddOfficeAsync(elsewhere);
        var neighbour = await _server.SignedInUserAsync("linju", elsewhere.Value, Roles.Clerk);

        await neighbour.OpenAsync("/WhoSaw");
        await neighbour.SendAsync(("证件号码", PaperForm.Number));

        Assert.Contains("没有找到这个号码", Assert.Single(neighbour.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_print_is_one_page_in_sentences_with_a_line_to_sign_and_names_nobody()
    {
        for (var i = 0; i < 30; i++)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(11));
            await _desk.OpenAsync($"/Declarations/Details/{_form}");
        }

        await AskAsync();
        using var slip = new PdfInspector(await _desk.Http.GetByteArrayAsync(_desk.Page.QuerySelector("a.main")!.GetAttribute("href")));

        var pages = slip.Sizes.Count;
        Assert.Equal(1, pages);
        Assert.Contains("2020年3月5日·上午9点，测试yiren录入了您的申报表。·上午9点11分起，测试yiren打开看了您的申报表，当天一共30次。", slip.Words(1), StringComparison.Ordinal);
        // A Han character of 16 pt is about 5 mm high: the line of the day and the first sentence.
        Assert.All(slip.Render(1, 300).Lines(18, 50, 120, 66.5), height => Assert.True(height >= 4.3, $"{height:F1} mm"));
        foreach (var page in Enumerable.Range(1, pages))
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"第{page}页，共{pages}页"), slip.Words(page), StringComparison.Ordinal);
        }

        Assert.Contains("本人或监护人已收到（签字）", slip.Words(pages), StringComparison.Ordinal);
        Assert.Contains((await _server.InDbAsync(db => db.Offices.SingleAsync())).OfficialName, slip.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("马德山", string.Concat(Enumerable.Range(1, pages).Select(slip.Words)), StringComparison.Ordinal);
        Assert.True(await _server.InDbAsync(db => db.AuditRecords.AnyAsync(record => record.Action == "打印谁看过我的信息")));
    }

    [Fact]
    public async Task A_long_history_has_thirty_to_a_page_on_the_screen_and_its_sentences_stay_whole_on_paper()
    {
        for (var day = 0; day < 40; day++)
        {
            _server.Clock.Advance(TimeSpan.FromDays(1));
            _desk = await _server.SignedInAsync("yiren");
            await _desk.OpenAsync($"/Declarations/Details/{_form}");
        }

        await AskAsync();
        var first = Rows();
        Assert.Contains("第 1 页，共 2 页", _desk.Text, StringComparison.Ordinal);
        Assert.Equal(30, first.Count);
        await _desk.OpenAsync(_desk.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "下一页").GetAttribute("href")!);
        Assert.NotEmpty(Rows());
        Assert.Empty(first.Intersect(Rows()));
        using var slip = new PdfInspector(await _desk.Http.GetByteArrayAsync(_desk.Page.QuerySelector("a.main")!.GetAttribute("href")));

        Assert.InRange(slip.Sizes.Count, 2, 5);
        var words = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        Assert.Equal(40, System.Text.RegularExpressions.Regex.Count(words, "打开看了您的申报表。"));
        Assert.All(Enumerable.Range(1, slip.Sizes.Count), page => Assert.InRange(slip.Render(page, 100).Ink()!.Value.Bottom, 0, 290));
    }

    [Fact]
    public async Task The_screen_tells_it_in_sentences_day_by_day()
    {
        var other = await _server.SignedInUserAsync("bieren", _office, Roles.Clerk);
        await other.OpenAsync($"/Declarations/Details/{_form}");
        await other.OpenAsync($"/Declarations/Unveil/{_form}");
        await other.SendAsync(("原因", "核对证件号码"));
        using (await other.Http.GetAsync("/Reports?handler=File&report=declarations&firstDay=20200301&lastDay=20200305"))
        {
        }

        await AskAsync();

        var told = _desk.Page.QuerySelector(".told-days")!.TextContent;
        Assert.Contains("2020年3月5日", told, StringComparison.Ordinal);
        Assert.Contains("上午9点，测试bieren打开看了您的申报表。", told, StringComparison.Ordinal);
        Assert.Contains("测试bieren看了号码、电话和住址的全文：您的申报表，原因是“核对证件号码”。", told, StringComparison.Ordinal);
        Assert.Contains("测试bieren导出了《申报台账》，里面有您，姓名、号码遮住了。", told, StringComparison.Ordinal);
    }

    private async Task AskAsync()
    {
        await _desk.OpenAsync("/WhoSaw");
        await _desk.SendAsync(("证件类型", "居民身份证"), ("证件号码", PaperForm.Number));
        Assert.Empty(_desk.Errors);
    }

    private IReadOnlyList<string> Rows() => [.. _desk.Page.QuerySelectorAll("tbody tr").Select(row => row.TextContent)];
}
