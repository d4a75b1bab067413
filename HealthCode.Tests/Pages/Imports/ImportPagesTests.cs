using System.Net;
using System.Net.Http.Headers;
using HealthCode.Domain.Auditing;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Imports;

/// <summary>导入: a file is taken in whole or not at all, and only who handed it in sees what came of it.</summary>
public sealed class ImportPagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private string _office = "";

    private ImportJob Imports => _server.Services.GetRequiredService<ImportJob>();

    private AuditActor Clerk => new(new("luru", "测试luru"), _office, "10.0.0.7");

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_right_file_is_taken_in_whole_and_the_audit_names_who_handed_it_in()
    {
        var run = await TakenAsync(new StockImport(), string.Concat(Enumerable.Range(2, 312).Select(SampleFiles.Row)));

        await _clerk.OpenAsync($"/Imports/Details/{run.Id}");

        Assert.Contains("导入 312 行", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal(312, await _server.InDbAsync(db => db.StockEntries.CountAsync()));
        var records = (await _server.InDbAsync(db => db.AuditRecords.ToListAsync())).Where(record => record.Workstation == "10.0.0.7").ToList();
        Assert.Equal("312 行", Assert.Single(records, record => record is { Action: "导入", Subject: "卡片领入" }).Detail);
        Assert.Equal(312, records.Count(record => record is { Action: "新建", Subject: "卡片库存 A6 卡纸" } && record.UserName == "luru"));
        Assert.Empty(Directory.GetFiles(Temporary));
    }

    [Fact]
    public async Task One_wrong_row_and_nothing_has_changed_and_the_rows_come_back_once()
    {
        var run = await TakenAsync(new StockImport(), string.Concat(Enumerable.Range(2, 300).Select(SampleFiles.Row)) + $"""<row r="302">{SampleFiles.Text("A302", "A6 卡纸")}{SampleFiles.Text("B302", "许多")}</row>""");

        await _clerk.OpenAsync($"/Imports/Details/{run.Id}");

        Assert.Contains("没有导入，什么都没有改动：301 行里有 1 行要改", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal(["302", "张数", "张数：请填 1 到 100000 的数"], _clerk.Page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal(0, await _server.InDbAsync(db => db.StockEntries.CountAsync()));
        Assert.DoesNotContain(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "导入" || record.Subject.StartsWith("卡片库存", StringComparison.Ordinal));

        using var book = await _clerk.Http.GetAsync(_clerk.Page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Contains("filename*=UTF-8''" + Uri.EscapeDataString("卡片领入_错误.xlsx"), book.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal(301, SheetRows.Read(new MemoryStream(await book.Content.ReadAsByteArrayAsync()), new StockImport()).Rows.Count);
        Assert.Empty(Directory.GetFiles(Temporary));

        await _clerk.OpenAsync($"/Imports/Details/{run.Id}?handler=Faults");
        Assert.Contains("已经下载过了", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_faults_the_page_shows_twenty()
    {
        var run = await TakenAsync(new StockImport(), string.Concat(Enumerable.Range(2, 30).Select(i => $"""<row r="{i}">{SampleFiles.Text("A" + i, "A6 卡纸")}</row>""")));

        await _clerk.OpenAsync($"/Imports/Details/{run.Id}");

        Assert.Contains("30 行里有 30 行要改", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal(20, _clerk.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("第 2 行“张数”没有填", _clerk.Page.QuerySelector("tbody td:last-child")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_gets_its_sentence()
    {
        var run = await FinishedAsync(await Imports.TakeAsync(new StockImport(), _office, Clerk, new MemoryStream("%PDF-1.7"u8.ToArray())));

        await _clerk.OpenAsync($"/Imports/Details/{run.Id}");

        Assert.Contains("这是 PDF 文件，不是表格。", _clerk.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Temporary));
    }

    [Fact]
    public async Task While_rows_are_taken_in_the_page_shows_how_far_it_is_and_the_next_file_waits()
    {
        var gate = new TaskCompletionSource();
        var first = await Imports.TakeAsync(new StockImport { MayBegin = gate.Task }, _office, Clerk, File(SampleFiles.Row(2) + SampleFiles.Row(3)));
        await Eventually.TrueAsync(() => Now(first).State == ImportState.Applying);

        var second = await Imports.TakeAsync(new StockImport(), _office, Clerk, File(SampleFiles.Row(2)));
        await _clerk.OpenAsync($"/Imports/Details/{first.Id}");
        Assert.Contains("正在导入，0 / 2 行", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal(("0", "2"), (_clerk.Page.QuerySelector("progress")!.GetAttribute("value"), _clerk.Page.QuerySelector("progress")!.GetAttribute("max")));
        Assert.Contains("http-equiv=\"refresh\"", _clerk.Html, StringComparison.Ordinal);
        Assert.Contains("\"busy\":true,\"done\":0,\"of\":2", await _clerk.Http.GetStringAsync($"/Imports/Details/{first.Id}?handler=Progress"), StringComparison.Ordinal);
        Assert.Contains("正在排队", (await _clerk.OpenAsync($"/Imports/Details/{second.Id}")).Text, StringComparison.Ordinal);

        gate.SetResult();
        await FinishedAsync(first);
        await FinishedAsync(second);
        Assert.Equal((ImportState.Done, ImportState.Done), (Now(first).State, Now(second).State));
    }

    [Fact]
    public async Task Columns_that_are_not_read_and_hidden_rows_are_said_before_and_after_whatever_comes_of_it()
    {
        var header = SampleFiles.Header.Replace("</row>", SampleFiles.Text("F1", "经手人") + "</row>", StringComparison.Ordinal);
        var rows = header + SampleFiles.Row(2) + SampleFiles.Row(3).Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal);
        var gate = new TaskCompletionSource();
        var run = await Imports.TakeAsync(new StockImport { MayBegin = gate.Task }, _office, Clerk, new MemoryStream(SampleFiles.Xlsx(rows)));
        await Eventually.TrueAsync(() => Now(run).State == ImportState.Applying);

        string[] remarks = ["有 1 栏没有读：经手人。", "有 1 行在表里是隐藏的"];
        await _clerk.OpenAsync($"/Imports/Details/{run.Id}");
        Assert.All(remarks, remark => Assert.Contains(remark, _clerk.Text, StringComparison.Ordinal));
        var asked = System.Text.Json.JsonDocument.Parse(await _clerk.Http.GetStringAsync($"/Imports/Details/{run.Id}?handler=Progress")).RootElement;
        Assert.All(remarks, remark => Assert.Contains(remark, asked.GetProperty("remarks").GetString()!, StringComparison.Ordinal));
        gate.SetResult();
        await FinishedAsync(run);
        await _clerk.OpenAsync($"/Imports/Details/{run.Id}");
        Assert.All(remarks, remark => Assert.Contains(remark, _clerk.Text, StringComparison.Ordinal));
        Assert.Contains("导入 2 行", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal("2 行，其中 1 行在表里是隐藏的", Assert.Single(await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "导入").ToListAsync())).Detail);

        var wrong = await FinishedAsync(await Imports.TakeAsync(new StockImport(), _office, Clerk, new MemoryStream(SampleFiles.Xlsx(rows.Replace("100", "许多", StringComparison.Ordinal)))));
        await _clerk.OpenAsync($"/Imports/Details/{wrong.Id}");
        Assert.Equal(ImportState.Faulty, wrong.State);
        Assert.All(remarks, remark => Assert.Contains(remark, _clerk.Text, StringComparison.Ordinal));
    }

    // A day of the program's clock: on PostgreSQL what is shared expires by the clock of the database.
    [SqliteFact]
    public async Task Only_who_handed_it_in_sees_it_and_only_for_a_day()
    {
        var run = await TakenAsync(new StockImport(), $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}</row>""");
        var other = await _server.SignedInUserAsync("shenhe", _office, Roles.Reviewer);

        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/Imports/Details/{run.Id}?handler=Progress")).Status);
        foreach (var handler in (string[])["", "?handler=Faults"])
        {
            await other.OpenAsync($"/Imports/Details/{run.Id}{handler}");
            Assert.Equal(("/Imports", "导入"), (other.Address, other.Title));
            Assert.Contains("找不到这次导入", other.StatusMessage, StringComparison.Ordinal);
        }

        Assert.Single(Directory.GetFiles(Temporary));
        _server.Clock.Advance(TimeSpan.FromHours(25));
        await TakenAsync(new StockImport(), SampleFiles.Row(2));
        Assert.Empty(Directory.GetFiles(Temporary));
        Assert.Null(Imports.Find(run.Id, Clerk.Staff));
    }

    [Fact]
    public async Task What_a_power_cut_left_is_swept_away_at_the_next_start_and_nothing_else()
    {
        var kept = Path.Combine(Temporary, "别的.xlsx");
        await System.IO.File.WriteAllTextAsync(kept, "x");
        await System.IO.File.WriteAllTextAsync(Path.Combine(Temporary, $"import-{Guid.NewGuid():n}.in"), "x");

        _server = await _server.RestartAsync();
        _ = _server.Services;

        await Eventually.TrueAsync(() => Directory.GetFiles(Temporary).Length <= 1);

        Assert.Equal([kept], Directory.GetFiles(Temporary));
    }

    // In a county another server takes the import over, after two minutes.
    [SqliteFact]
    public async Task A_server_stopped_in_the_middle_has_taken_nothing_in()
    {
        var run = await Imports.TakeAsync(new StockImport { MayBegin = new TaskCompletionSource().Task }, _office, Clerk, File(SampleFiles.Row(2)));
        await Eventually.TrueAsync(() => Now(run).State == ImportState.Applying);

        _server = await _server.RestartAsync();

        Assert.Equal(0, await _server.InDbAsync(db => db.StockEntries.CountAsync()));
        var desk = await _server.SignedInAsync("luru");
        await desk.OpenAsync($"/Imports/Details/{run.Id}");
        Assert.Contains("没有做完的导入没有留下任何改动", desk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_taken_in_one_go()
    {
        var run = await TakenAsync(new StockImport(), string.Concat(Enumerable.Range(2, 10_000).Select(SampleFiles.Row)));

        Assert.Equal((ImportState.Done, 10_000), (run.State, run.Done));
    }

    [Fact]
    public async Task Who_may_not_write_does_not_import()
    {
        var official = await _server.SignedInUserAsync("xiangzhen", _office[..9], Roles.TownshipOfficial);

        await official.OpenAsync("/Imports");

        Assert.Contains("/Account/Denied", official.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(official.Page.QuerySelectorAll("nav.rail a"), link => link.TextContent.Trim() == "导入");
        Assert.Contains((await _clerk.OpenAsync("/Imports")).Page.QuerySelectorAll("nav.rail a"), link => link.TextContent.Trim() == "导入" && link.GetAttribute("aria-current") == "page");
    }

    [Fact]
    public async Task Every_kind_has_a_template_and_refuses_what_is_no_table()
    {
        foreach (var import in ImportCatalog.All.Where(import => import.IsKnown(LawfulCase.Pack)))
        {
            await _clerk.OpenAsync("/Imports");
            using var template = await _clerk.Http.GetAsync($"/Imports?handler=Template&kind={import.Code}");
            var empty = await template.Content.ReadAsByteArrayAsync();
            Assert.Contains(Uri.EscapeDataString(import.Name + "模板.xlsx"), template.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);

            await UploadAsync(import, null);
            Assert.Equal("请选择填好的表格文件。", Assert.Single(_clerk.Errors));
            await UploadAsync(import, new byte[SheetFile.LargestFile + 1]);
            Assert.Contains("超过 20 MB", Assert.Single(_clerk.Errors), StringComparison.Ordinal);
            await UploadAsync(import, empty);
            Assert.StartsWith("/Imports/Details/", _clerk.Address, StringComparison.Ordinal);
            await FinishedAsync(Imports.Find(Guid.Parse(_clerk.Address.Split('/')[^1]), Clerk.Staff)!);
            Assert.Contains("没有填内容", (await _clerk.OpenAsync(_clerk.Address)).Text, StringComparison.Ordinal);
        }

        // What the province's notices do not know has none.
        foreach (var kind in ImportCatalog.All.Where(import => !import.IsKnown(LawfulCase.Pack)).Select(import => import.Code).Append("no"))
        {
            Assert.Equal((kind, HttpStatusCode.NotFound), (kind, (await _clerk.OpenAsync($"/Imports?handler=Template&kind={kind}")).Status));
        }
    }

    private string Temporary => _server.Services.GetRequiredService<DataFolder>().Temporary;

    private static MemoryStream File(string rows) => new(SampleFiles.Xlsx(SampleFiles.Header + rows));

    private async Task<ImportRun> TakenAsync(Import import, string rows) => await FinishedAsync(await Imports.TakeAsync(import, _office, Clerk, File(rows)));

    private Task<ImportRun> FinishedAsync(ImportRun run) => _server.FinishedAsync(run);

    private ImportRun Now(ImportRun run) => _server.Now(run);

    private async Task UploadAsync(Import import, byte[]? file)
    {
        var form = new MultipartFormDataContent { { new StringContent(_clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "表.xlsx");
        }

        await _clerk.PostAsync($"/Imports?handler=File&kind={import.Code}", form);
    }
}
