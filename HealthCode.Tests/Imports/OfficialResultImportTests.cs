using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Imports;

/// <summary>官方结果导入: what the official platform showed, as it stands there.</summary>
public sealed class OfficialResultImportTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private List<Resident> _residents = [];

    public static TheoryData<string> Provinces { get; } = [Ningxia.Pack.Code, National.Pack.Code, Hebei.Pack.Code, Hainan.Pack.Code];

    private ImportCells Row => Of(_residents[0], "黄码");

    public Task InitializeAsync() => BeginAsync(Ningxia.Pack);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory, MemberData(nameof(Provinces))]
    public async Task Every_word_of_the_province_is_noted_as_it_stands_there(string code)
    {
        var pack = RulePacks.InForce(code, LawfulCase.Today);
        await BeginAsync(pack);
        var values = pack.HealthCode.Values;

        Assert.Equal(values.Select(value => value.Words), new OfficialResultImport().For(pack).Columns.Single(column => column.Title == "官方结果").Choices);
        Assert.Empty(await FaultsAsync(values.Select((value, i) => Of(_residents[i], value.Words))));

        var noted = await NotedAsync();
        Assert.Equal(values.Select(value => value.Result), noted.Select(each => each.Result));
        Assert.All(noted, each => Assert.Equal(
            new OfficialResult(each.Result, OfficialSource.File, new(2020, 3, 5, 8, 15, 0, TimeSpan.FromHours(8)), new StaffMember("luru", "李录入"), "本人"), each));
    }

    [Fact]
    public async Task In_hebei_what_is_not_clear_opens_one_verification_of_each_person()
    {
        await BeginAsync(Hebei.Pack);

        Assert.Empty(await FaultsAsync(Of(_residents[0], "提示信息"), Of(_residents[0], "黄码").With("看到时间", "8:30"), Of(_residents[1], "绿码")));
        Assert.Empty(await FaultsAsync(Of(_residents[0], "红码").With("看到时间", "8:45")));

        Assert.Equal([(_residents[0].Id, ResultCaseKind.Verification)], (await _server.InDbAsync(db => db.ResultCases.ToListAsync())).Select(each => (each.ResidentId, each.Kind)));
    }

    [Fact]
    public void The_columns_are_the_same_everywhere() => Assert.All(
        (RulePack[])[Ningxia.Pack, National.Pack, Hebei.Pack, Hainan.Pack],
        pack => Assert.Equal(["证件号码", "姓名", "官方结果", "看到日期", "看到时间", "同意人"], new OfficialResultImport().For(pack).Columns.Select(column => column.Title)));

    [Fact]
    public void Every_field_of_a_result_has_a_column_of_its_own() => Assert.Equal(
        ["同意人", "官方结果", "看到时间", "证件号码"],
        new Field?[] { HealthStatusField.Consent, HealthStatusField.Result, HealthStatusField.SeenAt, null }.Select(new OfficialResultImport().ColumnOf));

    [Fact]
    public async Task A_later_result_stands_beside_the_earlier_one()
    {
        await FaultsAsync(Row);

        Assert.Empty(await FaultsAsync(Row.With("官方结果", "绿码").With("看到时间", "9:00")));

        Assert.Equal([HealthCodeResult.Yellow, HealthCodeResult.Green], (await NotedAsync()).Select(each => each.Result));
        Assert.Equal(["新建", "修改"], await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Subject.StartsWith("健康状态")).OrderBy(record => record.Id).Select(record => record.Action).ToListAsync()));
        Assert.Equal("官方结果", await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Subject.StartsWith("健康状态")).OrderByDescending(record => record.Id).Select(record => record.Detail).FirstAsync()));
    }

    [Theory]
    [InlineData("证件号码", "", "请填写证件号码，不能只凭姓名找人")]
    [InlineData("证件号码", PaperForm.Number, "居民名册里没有这个人")]
    [InlineData("证件号码", "640104194802290011", "")]
    [InlineData("姓名", "", "请填写姓名，用来核对号码")]
    [InlineData("官方结果", "", "本省的官方码没有这个结果。可选的有：绿码、灰码、黄码、红码。")]
    [InlineData("官方结果", "未见异常", "本省的官方码没有这个结果。可选的有：绿码、灰码、黄码、红码。")]
    [InlineData("官方结果", "绿", "本省的官方码没有这个结果。")]
    [InlineData("看到日期", "", "请填写看到的日期")]
    [InlineData("看到日期", "上周", "")]
    [InlineData("看到时间", "", "请写看到的时间")]
    [InlineData("看到时间", "25:00", "请写看到的时间")]
    [InlineData("看到时间", "23:59", "看到官方结果的时间在现在之后")]
    [InlineData("同意人", "", "请写明是本人还是监护人同意的")]
    public async Task What_is_wrong_is_said_in_its_column_and_nothing_is_saved(string title, string cell, string sentence)
    {
        var faults = await FaultsAsync(Of(_residents[1], "绿码"), Row.With(title, cell));

        Assert.StartsWith($"3 {title}：{sentence}", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Empty(await NotedAsync());
        Assert.Equal(0, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Subject.StartsWith("健康"))));
    }

    [Fact]
    public async Task A_name_that_does_not_fit_the_number_is_refused_and_the_owner_is_not_told()
    {
        var fault = Assert.Single(await FaultsAsync(Row.With("姓名", "黑富贵")));

        Assert.Equal($"2 姓名：{RosterRules.NumberIsOnesOwn.Sentence}{_residents[0].Person.Name.Masked}。", fault);
        Assert.DoesNotContain(_residents[0].Person.Name.Value, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_found_by_name_and_address() => Assert.Equal(
        ["2 证件号码：请填写证件号码，不能只凭姓名找人"], await FaultsAsync(Row.With("证件号码", "").With("住址", _residents[0].Address)));

    [Fact]
    public async Task The_same_sheet_twice_changes_nothing()
    {
        await FaultsAsync(Row);

        Assert.Equal([$"2 看到时间：{ImportRules.SeenOnce.Sentence}李录入，文件导入。"], await FaultsAsync(Row));

        Assert.Single(await NotedAsync());
    }

    [Fact]
    public async Task Two_results_of_one_moment_name_the_other_row() =>
        Assert.Equal([$"3 看到时间：{ImportRules.SeenOnce.Sentence}第 2 行。"], await FaultsAsync(Row, Row.With("官方结果", "绿码")));

    [Fact]
    public void Cells_of_the_wrong_kind_are_refused_and_a_time_is_a_time()
    {
        string[] titles = ["证件号码", "姓名", "官方结果", "看到日期", "看到时间", "同意人"];
        var header = $"""<row r="1">{string.Concat(titles.Select((title, i) => SampleFiles.Text($"{(char)('A' + i)}1", title)))}</row>""";
        var wrong = $"""<row r="2"><c r="A2"><v>640104194802290000</v></c>{SampleFiles.Text("B2", "马德山")}<c r="C2"><f>1+1</f><v>2</v></c><c r="D2"><v>3.4</v></c><c r="E2" s="1"><v>43922</v></c>{SampleFiles.Text("F2", "本人")}</row>""";
        var right = $"""<row r="3">{SampleFiles.Text("A3", PaperForm.Number)}{SampleFiles.Text("B3", "马德山")}{SampleFiles.Text("C3", "绿码")}<c r="D3" s="1"><v>43894</v></c><c r="E3" s="2"><v>0.375</v></c>{SampleFiles.Text("F3", "本人")}</row>""";

        var sheet = SheetRows.Read(new MemoryStream(SampleFiles.Xlsx(header + wrong + right, formats: """<xf numFmtId="14"/><xf numFmtId="20"/>""")), new OfficialResultImport().For(Ningxia.Pack));

        Assert.Equal(["证件号码", "官方结果", "看到日期", "看到时间"], sheet.Rows[0].Faults.Select(fault => fault.Field!));
        Assert.All(sheet.Rows[0].Faults, fault => Assert.StartsWith("第 2 行", fault.Sentence, StringComparison.Ordinal));
        Assert.Empty(sheet.Rows[1].Faults);
        Assert.Equal(("20200304", "09:00"), (sheet.Rows[1]["看到日期"], sheet.Rows[1]["看到时间"]));
    }

    private static ImportCells Of(Resident resident, string words) => new(new Dictionary<string, string>
    {
        ["证件号码"] = resident.Person.Document.Number,
        ["姓名"] = resident.Person.Name.Value,
        ["官方结果"] = words,
        ["看到日期"] = "20200305",
        ["看到时间"] = "8:15",
        ["同意人"] = "本人",
    });

    private async Task BeginAsync(RulePack pack)
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _server = await OfficeServer.WithOfficeAsync(pack: pack);
        await _server.AddResidentsAsync(5);
        _residents = await _server.InDbAsync(db => db.Residents.AsNoTracking().OrderBy(resident => resident.Id).ToListAsync());
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(params IEnumerable<ImportCells> sheet)
    {
        var rows = ImportSheet.Rows(sheet);
        await _server.TakeInAsync(new OfficialResultImport(), rows);
        return rows.Faults();
    }

    private async Task<List<OfficialResult>> NotedAsync() =>
        [.. (await _server.InDbAsync(db => db.HealthStatuses.AsNoTracking().OrderBy(status => status.ResidentId).ToListAsync())).SelectMany(status => status.Official)];
}
