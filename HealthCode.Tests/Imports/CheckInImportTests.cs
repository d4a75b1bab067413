using System.Text;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Imports;

/// <summary>健康打卡批量导入: a row is a check-in that was written on paper.</summary>
public sealed class CheckInImportTests : IAsyncLifetime
{
    private static readonly string[] First = ["证件号码", "姓名", "住址", "打卡日期", "方式"];
    private static readonly string[] Last = ["本人的话", "代报人", "当天谁告诉的", "当天几点"];
    private OfficeServer _server = null!;
    private List<Resident> _residents = [];

    private ImportCells Row => Of(_residents[0]);

    public Task InitializeAsync() => BeginAsync(Ningxia.Pack);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void A_sheet_has_the_columns_of_the_provinces_form_and_no_others()
    {
        Assert.Equal([.. First, "体温", "是否正常", .. Last], Titles(Ningxia.Pack));
        Assert.Equal(
            [.. First, "体温", "是否正常", "症状", "近14天内您是否曾经在湖北省居住或到过湖北省？", "近14天内您是否接触新冠肺炎确诊或疑似患者？", "行程", "目前所在地址", .. Last], Titles(National.Pack));
        Assert.Equal([.. First, .. Last], Titles(Hebei.Pack));
        Assert.Equal([.. First, .. Tail(Hainan.Pack), .. Last], Titles(Hainan.Pack));

        static IEnumerable<string> Tail(RulePack pack) => [.. pack.HealthCode.CheckIn.AsksTemperature ? ["体温", "是否正常"] : Array.Empty<string>(), "症状", .. pack.HealthCode.CheckIn.Exposures.Select(question => question.Text), "目前所在地址", "需求"];
    }

    [Fact]
    public void Every_field_of_a_check_in_has_a_column_where_the_form_asks_for_it()
    {
        var import = new CheckInImport().For(National.Pack);
        Field[] fields = [.. Enum.GetValues<CheckInField>().Where(field => field is not (CheckInField.Exposures or CheckInField.Reason or CheckInField.Needs)).Select(field => new Field(field)), new(CheckInField.Exposures, 1), new(CheckInField.Exposures, 2)];

        Assert.Equal(import.Columns.Select(column => column.Title).Except(["证件号码", "姓名", "住址"]).Order(StringComparer.Ordinal), fields.Select(import.ColumnOf).Order(StringComparer.Ordinal));
        Assert.Equal("证件号码", import.ColumnOf(null));
    }

    [Fact]
    public async Task Temperature_and_tick_stand_in_the_record_as_they_were_told()
    {
        Assert.Empty(await FaultsAsync(Row, Of(_residents[1]).With("体温", "37.9").With("是否正常", "不正常").With("方式", "家属代报").With("代报人", "女儿马小红").With("本人的话", "头有点疼")));

        var kept = await KeptAsync();
        Assert.Equal([(CheckInChannel.Door, 36.5m, true, false), (CheckInChannel.Family, 37.9m, false, true)], kept.Select(each => (each.Channel, each.Content.Temperature!.Value.Celsius, each.Content.FoundNormal!.Value, each.FoundAbnormal)));
        Assert.Equal(("女儿马小红", "头有点疼"), (kept[1].Content.ReportedBy, kept[1].Content.OwnWords));
        Assert.All(kept, each => Assert.Equal((LawfulCase.Today, new StaffMember("luru", "李录入"), 1), (each.Day, each.By, each.Version)));
        Assert.Equal([LawfulCase.Today, LawfulCase.Today], await _server.InDbAsync(db => db.HealthStatuses.Select(status => status.LastReportedOn!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Where_the_form_asks_for_symptoms_and_contacts_they_are_read_in_its_words()
    {
        await BeginAsync(National.Pack);
        var (stay, contact) = ("近14天内您是否曾经在湖北省居住或到过湖北省？", "近14天内您是否接触新冠肺炎确诊或疑似患者？");

        Assert.Empty(await FaultsAsync(
            Row.With("症状", "没有出现症状").With(stay, "否").With(contact, "否").With("目前所在地址", "样例村3号").With("行程", "20200301 成都 G123 次；3月2日 绵阳"),
            Of(_residents[1]).With("症状", "感冒样症状；结膜炎").With(stay, "是").With(contact, "不确定").With("是否正常", "否"),
            Of(_residents[2]).With("症状", "喘憋、呼吸急促；心慌、胸闷").With(stay, "否").With(contact, "否")));

        var kept = await KeptAsync();
        Assert.Equal((true, 0, "样例村3号"), (kept[0].Content.NoSymptoms, kept[0].Content.Symptoms.Count, kept[0].Content.Address));
        Assert.Equal([National.Pack.HealthCode.CheckIn.Symptoms[0], National.Pack.HealthCode.CheckIn.Symptoms[4]], kept[1].Content.Symptoms);
        Assert.Equal([ExposureAnswer.Yes, ExposureAnswer.Uncertain], National.Pack.HealthCode.CheckIn.Exposures.Select(question => kept[1].Content.Exposures[question.Code]));
        Assert.Equal([new(new(2020, 3, 1), "成都", "G123 次"), new(new(2020, 3, 2), "绵阳", "")], kept[0].Content.Itinerary);
        Assert.Equal(["喘憋、呼吸急促", "心慌、胸闷"], kept[2].Content.Symptoms);
        Assert.Equal([false, true, true], kept.Select(each => each.FoundAbnormal));
    }

    [Fact]
    public async Task Where_the_form_has_nothing_but_own_words_they_are_all_that_is_read()
    {
        await BeginAsync(Hebei.Pack);

        Assert.Empty(await FaultsAsync(Row.With("体温", "没有量").With("本人的话", "都好")));

        var content = Assert.Single(await KeptAsync()).Content;
        Assert.Equal(("都好", null, null), (content.OwnWords, content.Temperature, content.FoundNormal));
    }

    [Fact]
    public async Task Where_the_form_asks_for_needs_they_are_read()
    {
        await BeginAsync(Hainan.Pack);
        var row = Hainan.Pack.HealthCode.CheckIn.Exposures.Aggregate(Row, (cells, question) => cells.With(question.Text, "否"));

        Assert.Empty(await FaultsAsync(row.With("症状", "发热、乏力").With("需求", "降压药")));

        var content = Assert.Single(await KeptAsync()).Content;
        Assert.Equal(["发热", "乏力"], content.Symptoms);
        Assert.Equal(("降压药", 3), (content.Needs, content.Exposures.Count));
    }

    [Fact]
    public async Task Who_has_no_document_is_found_by_name_and_address()
    {
        var child = await AddWithoutDocumentAsync("马小军", "样例村 12 号");

        Assert.Empty(await FaultsAsync(Row.With("证件号码", "").With("姓名", "马小军").With("住址", "样例村１２号")));

        Assert.Equal(child, Assert.Single(await KeptAsync()).ResidentId);
    }

    [Fact]
    public async Task Of_two_by_one_name_and_address_nobody_guesses()
    {
        await AddWithoutDocumentAsync("马小军", "样例村12号");
        await AddWithoutDocumentAsync("马小军", "样例村12号", new(2015, 1, 1));

        Assert.Equal([$"2 姓名：{ImportRules.OnePerson.Sentence}"], await FaultsAsync(Row.With("证件号码", "").With("姓名", "马小军").With("住址", "样例村12号")));
    }

    [Fact]
    public async Task Who_has_a_number_is_found_by_it_alone() => Assert.Equal(
        [$"2 证件号码：{ImportRules.ByNumber.Sentence}"],
        await FaultsAsync(Row.With("证件号码", "").With("姓名", _residents[0].Person.Name.Value).With("住址", _residents[0].Address)));

    [Fact]
    public async Task A_name_that_does_not_fit_the_number_is_refused_and_the_owner_is_not_told()
    {
        var fault = Assert.Single(await FaultsAsync(Row.With("姓名", "黑富贵")));

        Assert.Equal($"2 姓名：{RosterRules.NumberIsOnesOwn.Sentence}{_residents[0].Person.Name.Masked}。", fault);
        Assert.DoesNotContain(_residents[0].Person.Name.Value, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("证件号码", "", "请填写证件号码；没有证件的，请填写姓名和住址")]
    [InlineData("证件号码", "P7654321A", "居民名册里没有这个人")]
    [InlineData("证件号码", LawfulNumber, "居民名册里没有这个人")]
    [InlineData("证件号码", "640104194802290011", "")]
    [InlineData("打卡日期", "", "请填写打卡日期")]
    [InlineData("打卡日期", "下周", "")]
    [InlineData("打卡日期", "20200306", "打卡日期在今天之后")]
    [InlineData("方式", "", "请填写：窗口、电话、上门")]
    [InlineData("方式", "微信", "请填写：窗口、电话、上门")]
    [InlineData("方式", "隔离机构上报", "这个人没有登记在隔离机构")]
    [InlineData("体温", "", "请填写当日体温")]
    [InlineData("体温", "97", "像是华氏度")]
    [InlineData("体温", "正常", "体温请写成 36.5 这样的数")]
    [InlineData("是否正常", "", "请勾选体温正常还是不正常")]
    [InlineData("是否正常", "√", "请填写：正常、不正常")]
    [InlineData("当天几点", "早上", "请写当天的时间")]
    public async Task What_is_wrong_is_said_in_its_column(string title, string cell, string sentence)
    {
        var faults = await FaultsAsync(Row.With(title, cell).With("代报人", "五号隔离点"));

        Assert.StartsWith($"2 {title}：{sentence}", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    [Theory]
    [InlineData("症状", "", "请勾选症状")]
    [InlineData("症状", "牙疼", "本省的打卡表没有这一项，请不要问：牙疼。")]
    [InlineData("症状", "无；喘憋、呼吸急促", "又勾了没有症状，又勾了症状")]
    [InlineData("近14天内您是否曾经在湖北省居住或到过湖北省？", "", "这一问还没有答")]
    [InlineData("近14天内您是否曾经在湖北省居住或到过湖北省？", "不确定", "请填写：是、否")]
    [InlineData("近14天内您是否接触新冠肺炎确诊或疑似患者？", "没有", "请填写：是、否、不确定")]
    public async Task What_is_wrong_in_an_answer_is_said_in_its_column(string title, string cell, string sentence)
    {
        await BeginAsync(National.Pack);
        var row = National.Pack.HealthCode.CheckIn.Exposures.Aggregate(Row.With("症状", "无"), (cells, question) => cells.With(question.Text, "否"));

        Assert.StartsWith($"2 {title}：{sentence}", Assert.Single(await FaultsAsync(row.With(title, cell))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_too_long_and_a_reporter_who_is_not_named_are_said_in_their_columns() => Assert.Equal(
        ["2 本人的话", "3 代报人"],
        (await FaultsAsync(Row.With("本人的话", new string('话', 61)), Of(_residents[1]).With("方式", "家属代报"))).Select(fault => fault.Split('：')[0]));

    [Fact]
    public async Task A_day_that_is_over_says_who_told_it_and_when()
    {
        var late = Row.With("打卡日期", "20200304");
        Assert.Equal([$"2 当天谁告诉的：{CheckInRules.LateSaysWhoAndWhen.Sentence}"], await FaultsAsync(late));
        Assert.StartsWith("2 当天几点：", Assert.Single(await FaultsAsync(late.With("当天谁告诉的", "网格员马晓燕"))), StringComparison.Ordinal);

        Assert.Empty(await FaultsAsync(late.With("当天谁告诉的", "网格员马晓燕").With("当天几点", "8点30")));

        var kept = Assert.Single(await KeptAsync());
        Assert.Equal((new DateOnly(2020, 3, 4), new LateEntry("网格员马晓燕", new(2020, 3, 4, 8, 30, 0, TimeSpan.FromHours(8)))), (kept.Day, kept.Late));
    }

    [Fact]
    public async Task An_institution_reports_whom_it_has()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => db.Observations.Add(Observation.Start(
            await db.Residents.SingleAsync(each => each.Id == _residents[0].Id), ObservationPlace.Institution, LawfulCase.Today.AddDays(-1), new() { Ground = HealthGround.Returnee, Institution = "五号隔离点" }, [], Ningxia.Pack, LawfulCase.Clerk, _server.Now))));
        var row = Row.With("方式", "隔离机构上报").With("代报人", "五号隔离点");

        Assert.Empty(await FaultsAsync(row));
        Assert.StartsWith($"2 方式：{CheckInRules.IsInstitution.Sentence}", Assert.Single(await FaultsAsync(row.With("证件号码", _residents[1].Person.Document.Number))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_is_said_at_his_number()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            db.ResidentVersions.Add((await db.Residents.SingleAsync(each => each.Id == _residents[0].Id)).Leave(ResidentState.MovedAway, LawfulCase.Today.AddDays(-1), "", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today))));

        Assert.Equal([$"2 证件号码：{HealthStatusRules.IsHere.Sentence}"], await FaultsAsync(Row));
    }

    [Fact]
    public async Task The_same_sheet_twice_changes_nothing_and_names_who_wrote_it_down()
    {
        await FaultsAsync(Row, Of(_residents[1]));
        _server.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(
            [$"2 证件号码：{ImportRules.CheckedInOnce.Sentence}李录入，3月5日。", $"3 证件号码：{ImportRules.CheckedInOnce.Sentence}李录入，3月5日。"], await FaultsAsync(Row, Of(_residents[1])));

        Assert.Equal(2, (await KeptAsync()).Count);
    }

    [Fact]
    public async Task A_later_report_of_the_day_that_says_something_else_is_a_report_of_its_own()
    {
        await FaultsAsync(Row);
        Assert.Equal([$"2 方式：{CheckInRules.NotTwice.Sentence}"], await FaultsAsync(Row.With("体温", "36.6")));
        _server.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(await FaultsAsync(Row.With("体温", "36.6")));

        Assert.Equal(2, (await KeptAsync()).Count);
    }

    [Fact]
    public async Task The_same_report_twice_in_a_sheet_names_the_other_row() => Assert.Equal(
        [$"4 证件号码：{ImportRules.OneRowEach.Sentence}第 2 行。"], await FaultsAsync(Row, Of(_residents[1]), Row.With("体温", "36.8")));

    [Fact]
    public async Task An_itinerary_that_cannot_be_read_or_is_too_old_is_a_fault_of_its_cell()
    {
        await BeginAsync(National.Pack);
        var row = National.Pack.HealthCode.CheckIn.Exposures.Aggregate(Row.With("症状", "无"), (cells, question) => cells.With(question.Text, "否"));

        Assert.StartsWith("2 行程：看不懂“去过成都”", Assert.Single(await FaultsAsync(row.With("行程", "去过成都"))), StringComparison.Ordinal);
        Assert.StartsWith("2 行程：" + CheckInRules.ItineraryInTime.Sentence, Assert.Single(await FaultsAsync(row.With("行程", "20200201 成都"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declarations_of_a_day_are_counted_where_the_notices_count_them()
    {
        await BeginAsync(Hebei.Pack);
        var row = Row.With("本人的话", "都好");
        Assert.StartsWith("5 证件号码：" + CheckInRules.WithinQuota.Sentence, Assert.Single(await FaultsAsync(row, row.With("方式", "电话"), row.With("方式", "窗口"), row.With("方式", "家属代报").With("代报人", "女儿"))), StringComparison.Ordinal);

        await BeginAsync(National.Pack);
        row = National.Pack.HealthCode.CheckIn.Exposures.Aggregate(Row.With("症状", "无"), (cells, question) => cells.With(question.Text, "否"));
        Assert.Empty(await FaultsAsync(row, row.With("方式", "电话"), row.With("方式", "窗口")));
    }

    [Fact]
    public async Task One_wrong_row_and_nothing_has_changed()
    {
        Assert.Single(await FaultsAsync(Row, Of(_residents[1]).With("体温", "")));

        Assert.Empty(await KeptAsync());
        Assert.Equal(0, await _server.InDbAsync(db => db.HealthStatuses.CountAsync()));
        Assert.Equal(0, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Subject.StartsWith("健康"))));
    }

    [Fact]
    public async Task A_later_day_is_the_last_reported_one_and_an_earlier_one_is_not()
    {
        await FaultsAsync(Row);
        _server.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await FaultsAsync(Row.With("打卡日期", "20200304").With("当天谁告诉的", "本人").With("当天几点", "9:30")));
        Assert.Equal(LawfulCase.Today, await LastReportedAsync());

        Assert.Empty(await FaultsAsync(Row.With("打卡日期", "20200306")));
        Assert.Equal(LawfulCase.Today.AddDays(1), await LastReportedAsync());

        Task<DateOnly?> LastReportedAsync() => _server.InDbAsync(db => db.HealthStatuses.Select(status => status.LastReportedOn).SingleAsync());
    }

    [Fact]
    public async Task Each_row_is_on_record_in_the_audit_list_and_the_file_once_without_a_name()
    {
        var run = await TakenAsync($"证件号码,打卡日期,方式,体温,是否正常,症状\n{_residents[0].Person.Document.Number},20200305,电话,36.5,正常,无\n{_residents[1].Person.Document.Number},20200305,电话,36.5,正常,无\n");

        Assert.Equal(ImportState.Done, run.State);
        Assert.Contains("症状", Assert.Single(run.Remarks), StringComparison.Ordinal);
        var records = await _server.InDbAsync(db => db.AuditRecords.AsNoTracking().OrderBy(record => record.Id).ToListAsync());
        Assert.Equal("2 行", Assert.Single(records, record => record is { Action: "导入", Subject: "健康打卡批量导入" }).Detail);
        Assert.Equal(_residents.Take(2).Select(resident => $"健康打卡 {resident.Id} 2020-03-05"), records.Where(record => record is { Action: "新建" } && record.Subject.StartsWith("健康打卡", StringComparison.Ordinal)).Select(record => record.Subject));
        Assert.DoesNotContain(records, record => (record.Subject + record.Detail).Contains('马', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_read_by_the_form_of_its_office()
    {
        await BeginAsync(Hainan.Pack);
        var questions = Hainan.Pack.HealthCode.CheckIn.Exposures;

        var run = await TakenAsync($"证件号码,打卡日期,方式,症状,{string.Join(',', questions.Select(question => $"\"{question.Text}\""))}\n{_residents[0].Person.Document.Number},20200305,电话,牙疼{string.Concat(questions.Select(_ => ",否"))}\n");

        Assert.Equal(ImportState.Faulty, run.State);
        Assert.Empty(run.Remarks);
        Assert.Equal(new ImportFault(2, "症状", $"症状：{CheckInRules.OnTheForm.Sentence}牙疼。"), Assert.Single(run.Faults));
    }

    [Fact]
    public async Task Cells_of_the_wrong_kind_are_refused_and_a_time_is_a_time()
    {
        string[] titles = ["证件号码", "打卡日期", "方式", "体温", "是否正常", "当天谁告诉的", "当天几点"];
        var number = _residents[0].Person.Document.Number;
        var header = $"""<row r="1">{string.Concat(titles.Select((title, i) => SampleFiles.Text($"{(char)('A' + i)}1", title)))}</row>""";
        var wrong = $"""<row r="2"><c r="A2"><v>{number[..15]}000</v></c><c r="B2"><v>3.4</v></c><c r="C2"><f>1+1</f><v>2</v></c><c r="D2" s="1"><v>43922</v></c><c r="E2" t="e"><v>#N/A</v></c></row>""";
        var right = $"""<row r="3">{SampleFiles.Text("A3", number)}<c r="B3" s="1"><v>43894</v></c>{SampleFiles.Text("C3", "上门")}<c r="D3"><v>36.5</v></c>{SampleFiles.Text("E3", "正常")}{SampleFiles.Text("F3", "本人")}<c r="G3" s="2"><v>0.375</v></c></row>""";

        var sheet = SheetRows.Read(new MemoryStream(SampleFiles.Xlsx(header + wrong + right, formats: """<xf numFmtId="14"/><xf numFmtId="20"/>""")), new CheckInImport().For(Ningxia.Pack));

        Assert.Equal(titles[..5], sheet.Rows[0].Faults.Select(fault => fault.Field!));
        Assert.All(sheet.Rows[0].Faults, fault => Assert.StartsWith("第 2 行", fault.Sentence, StringComparison.Ordinal));
        Assert.Empty(sheet.Rows[1].Faults);
        await _server.TakeInAsync(new CheckInImport(), [sheet.Rows[1]]);
        Assert.Empty(sheet.Rows[1].Faults);
        Assert.Equal(new DateTimeOffset(2020, 3, 4, 9, 0, 0, TimeSpan.FromHours(8)), Assert.Single(await KeptAsync()).Late!.ToldAt);
    }

    [Fact]
    public async Task Another_offices_resident_is_nobody_of_this_one()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.Residents.Add(Resident.Enter(other, new() { Person = LawfulCase.Applicant, Address = "别村" }, LawfulCase.Today)))));
        var first = await _server.InDbAsync(db => db.Offices.OrderBy(office => office.Code).Select(office => office.Code).FirstAsync());
        Assert.NotEqual(first, other.Code);

        Assert.Equal([$"2 证件号码：{ImportRules.InRoster.Sentence}"], await FaultsAsync(Row.With("证件号码", LawfulCase.Applicant.Document.Number)));
    }

    [Fact]
    public async Task Rows_are_told_by_the_batch()
    {
        List<int> told = [];
        await _server.AddResidentsAsync(0);
        var rows = ImportSheet.Rows(_residents.Select(Of));

        await _server.TakeInAsync(new CheckInImport(), rows, told.Add);

        Assert.Empty(rows.Faults());
        Assert.Equal([_residents.Count], told);
    }

    private const string LawfulNumber = PaperForm.Number;

    private static IEnumerable<string> Titles(RulePack pack) => new CheckInImport().For(pack).Columns.Select(column => column.Title);

    private static ImportCells Of(Resident resident) => new(new Dictionary<string, string>
    {
        ["证件号码"] = resident.Person.Document.Number,
        ["打卡日期"] = "20200305",
        ["方式"] = "上门",
        ["体温"] = "36.5",
        ["是否正常"] = "正常",
    });

    private async Task BeginAsync(RulePack pack)
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _server = await OfficeServer.WithOfficeAsync(pack: pack);
        await _server.AddResidentsAsync(4);
        _residents = await _server.InDbAsync(db => db.Residents.AsNoTracking().OrderBy(resident => resident.Id).ToListAsync());
    }

    private Task<long> AddWithoutDocumentAsync(string name, string address, DateOnly? born = null) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var person = new Person(PersonName.Restore(name), Sex.Male, born ?? new(2016, 1, 1), IdentityDocument.Restore(IdentityDocumentKind.None, "", "还没有上户口", false));
        var resident = db.Residents.Add(Resident.Enter(await db.Offices.SingleAsync(), new() { Person = person, Address = address }, LawfulCase.Today)).Entity;
        await db.SaveChangesAsync();
        return resident.Id;
    }));

    private async Task<IReadOnlyList<string>> FaultsAsync(params IEnumerable<ImportCells> sheet)
    {
        var rows = ImportSheet.Rows(sheet);
        await _server.TakeInAsync(new CheckInImport(), rows);
        return rows.Faults();
    }

    private async Task<ImportRun> TakenAsync(string csv)
    {
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var run = await _server.Services.GetRequiredService<ImportJob>().TakeAsync(new CheckInImport(), office, new(new("luru", "李录入"), office, ""), new MemoryStream(Encoding.UTF8.GetBytes(csv)));
        return await _server.FinishedAsync(run);
    }

    private Task<List<DailyCheckIn>> KeptAsync() => _server.InDbAsync(db => db.CheckIns.AsNoTracking().OrderBy(checkIn => checkIn.Id).ToListAsync());
}
