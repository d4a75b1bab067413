using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;
using HealthCode.Web.Imports;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Imports;

/// <summary>申报批量录入: a row is a paper form that was keyed.</summary>
public sealed class DeclarationImportTests : IAsyncLifetime
{
    private static readonly ImportCells Paper = ImportSheet.Declaration(LawfulCase.Applicant);
    private static readonly ImportCells Boy = Paper.With("姓名", "马小军").With("证件号码", ImportSheet.Child);
    private static readonly ImportCells Other = Boy.With("监护人姓名", "马建国").With("监护人与本人关系", "父亲").With("监护人电话", "13800000004");
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_row_waits_for_temperature_and_review_under_the_next_number()
    {
        Assert.Empty(await FaultsAsync(Paper, Other));

        var kept = await KeptAsync();
        Assert.Equal(["20200305-0001", "20200305-0002"], kept.Select(declaration => declaration.Number));
        Assert.All(kept, declaration => Assert.Equal((DeclarationState.AwaitingReview, 1, LawfulCase.Today), (declaration.State, declaration.Version, declaration.SubmittedOn)));
        Assert.Equal(new StaffMember("luru", "李录入"), kept[0].Versions[0].By);
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task What_stands_in_the_cells_stands_on_the_form()
    {
        await FaultsAsync(Paper);

        var content = Assert.Single(await KeptAsync()).Content;
        Assert.Empty(content.BlankItems(LawfulCase.Pack.Pass));
        Assert.Equal(LawfulCase.Applicant, content.Person);
        Assert.Equal(LawfulCase.Form.Answers, content.Answers);
        Assert.Equal(new ResidenceStay("宁夏回族自治区银川市兴庆区样例街道样例村3组8号", new(2019, 1, 1), null), Assert.Single(content.Stays));
        Assert.Equal((TravelScope.WithinProvince, Transport.OwnCar, new DateOnly(2020, 3, 6)), (content.Travel.Scope, content.Travel.By, content.Travel.On));
        Assert.Equal((SignatureKind.Thumbprint, PhoneOwner.Neighbour), (content.Signature, content.PhoneOwner));
    }

    [Fact]
    public async Task A_row_and_the_same_paper_keyed_at_the_window_say_the_same()
    {
        await (await _server.SignedInUserAsync("luru", (await KeptOfficeAsync()).Code, Roles.Clerk)).KeyedAsync(_server);
        var keyed = Assert.Single(await KeptAsync()).Content;
        await _server.ExecuteAsync("UPDATE Declarations SET State = 3");

        Assert.Empty(await FaultsAsync(Paper.With("手机号码", "").With("这是谁的号码", "").With("居住地址", keyed.Stays[0].Address)));

        Assert.True(keyed.SameAs((await KeptAsync())[1].Content));
    }

    [Fact]
    public async Task Blank_answers_and_signature_stay_blank_for_the_reviewer_to_return()
    {
        Assert.Empty(await FaultsAsync(Paper.With("(6)接触高风险人员", "").With("申报人签字", "未签").With("签字日期", "").With("户籍地址", "")));

        Assert.Equal(["户籍地址", "第(6)项", "申报人签字", "签字日期"], Assert.Single(await KeptAsync()).Content.BlankItems(LawfulCase.Pack.Pass));
    }

    [Theory]
    [InlineData("马德山")]
    [InlineData("mds")]
    [InlineData("0010")]
    [InlineData(PaperForm.Number)]
    [InlineData("13800000003")]
    [InlineData("20200305-0002")]
    public async Task It_is_found_like_any_other(string typed)
    {
        await FaultsAsync(Other.With("手机号码", ""), Paper);

        Assert.Equal("马德山", Assert.Single(await _server.InDbAsync(db => db.FindDeclarationsAsync(typed))).Content.Person.Name.Value);
    }

    [Fact]
    public async Task Import_and_window_write_the_same_keys()
    {
        await FaultsAsync(Paper);
        var imported = await KeysAsync();

        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"SearchKeys\"");
            await db.IndexDeclarationAsync(await db.Declarations.SingleAsync());
        }));

        Assert.Equal(await KeysAsync(), imported);

        Task<List<string>> KeysAsync() => _server.InDbAsync(db => db.SearchKeys.AsNoTracking().OrderBy(key => key.Key).Select(key => key.Key + key.OfficeCode + key.DeclarationId).ToListAsync());
    }

    [Fact]
    public async Task Each_row_is_on_record_in_the_audit_list()
    {
        await FaultsAsync(Paper, Other);

        Assert.Equal(["申报 20200305-0001", "申报 20200305-0002"], await _server.InDbAsync(db => db.AuditRecords
            .Where(record => record.Action == "新建" && record.Subject.StartsWith("申报")).OrderBy(record => record.Id).Select(record => record.Subject).ToListAsync()));
    }

    [Fact]
    public async Task One_wrong_row_and_nothing_has_changed_not_even_the_number_of_the_next()
    {
        Assert.NotEmpty(await FaultsAsync(Paper, Boy));
        Assert.Empty(await KeptAsync());

        await FaultsAsync(Paper);

        Assert.Equal("20200305-0001", Assert.Single(await KeptAsync()).Number);
    }

    [Fact]
    public async Task Under_fourteen_a_guardian_is_named() =>
        Assert.Equal([$"2 监护人姓名：{DeclarationRules.GuardianUnderFourteen.Sentence}"], await FaultsAsync(Boy));

    [Theory]
    [InlineData("姓名", "")]
    [InlineData("姓名", "=马德山")]
    [InlineData("姓名", "+马德山")]
    [InlineData("姓名", "-马德山")]
    [InlineData("姓名", "@马德山")]
    [InlineData("性别", "难")]
    [InlineData("证件类型", "驾照")]
    [InlineData("证件号码", "640104194802290011")]
    [InlineData("出生日期", "18991231")]
    [InlineData("手机号码", "138")]
    [InlineData("这是谁的号码", "村长")]
    [InlineData("居住地址", "")]
    [InlineData("住进日期", "")]
    [InlineData("住进日期", "20200306")]
    [InlineData("住到日期", "20181231")]
    [InlineData("出行范围", "国外")]
    [InlineData("出行日期", "下周")]
    [InlineData("交通工具", "驴车")]
    [InlineData("(1)确诊或疑似", "没有")]
    [InlineData("(9)承诺不聚集", "√")]
    [InlineData("申报人签字", "盖章")]
    [InlineData("签字日期", "20200306")]
    [InlineData("监护人姓名", "马1")]
    [InlineData("代填人姓名", "马1")]
    [InlineData("已宣读", "念过")]
    [InlineData("办卡缘由", "看病")]
    [InlineData("强制保存", "好")]
    public async Task What_is_wrong_is_said_in_its_column(string title, string cell) =>
        Assert.StartsWith($"2 {title}：", Assert.Single(await FaultsAsync(Paper.With(title, cell))), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_earlier_stay_is_said_in_its_own_column_even_when_the_first_is_blank()
    {
        var only = Paper.With("居住地址", "").With("住进日期", "").With("之前居住地址", "银川市").With("之前住进日期", "20200301");

        Assert.Empty(await FaultsAsync(only));
        Assert.StartsWith("2 之前住到日期：", Assert.Single(await FaultsAsync(only.With("之前住到日期", "20200229"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_already_is_not_written_down_again()
    {
        await FaultsAsync(Paper);

        Assert.Equal([$"3 证件号码：{FormRules.WaitsOnce.Sentence}申报 20200305-0001。"], await FaultsAsync(Other, Paper));
    }

    [Fact]
    public async Task Who_was_decided_on_may_apply_again()
    {
        await FaultsAsync(Paper);
        await _server.ExecuteAsync("UPDATE Declarations SET State = 4");

        Assert.Empty(await FaultsAsync(Paper.With("出行日期", "20200307")));
    }

    [Fact]
    public async Task The_same_row_is_taken_in_once_even_after_it_was_decided_on()
    {
        await FaultsAsync(Paper);
        await _server.ExecuteAsync("UPDATE Declarations SET State = 4");

        Assert.Equal([$"3 姓名：{FormRules.TakenInOnce.Sentence}申报 20200305-0001。"], await FaultsAsync(Other, Paper));
        Assert.Single(await KeptAsync());
    }

    [Fact]
    public async Task The_same_person_twice_names_the_other_row() =>
        Assert.StartsWith("4 证件号码：" + FormRules.OneRowEach.Sentence + "第 2 行", Assert.Single(await FaultsAsync(Paper, Other, Paper)), StringComparison.Ordinal);

    [Fact]
    public async Task A_number_that_was_somebody_elses_is_refused_as_at_the_window()
    {
        await FaultsAsync(Paper);
        await _server.ExecuteAsync("UPDATE Declarations SET State = 4");

        Assert.Equal([$"2 证件号码：{FormRules.NumberIsOnesOwn.Sentence}马德山（申报 20200305-0001）。"], await FaultsAsync(Paper.With("姓名", "黑富贵")));
        Assert.Empty(await FaultsAsync(Paper.With("姓名", "黑富贵").With("强制保存", "是").With("无证件或强制保存的原因", "旧户籍重号")));
    }

    [Fact]
    public async Task Where_the_province_knows_no_card_nothing_is_taken_in()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var rows = ImportSheet.Rows(Paper, Other);

        await server.TakeInAsync(new DeclarationImport(), rows);

        Assert.Equal([$"2 姓名：{DeclarationRules.ProvinceIssuesPasses.Sentence}"], rows.Faults());
    }

    [Fact]
    public async Task Every_hundred_rows_are_told()
    {
        List<int> told = [];
        var rows = ImportSheet.Rows(Enumerable.Range(0, 250).Select(i => Paper
            .With("证件类型", "护照").With("证件号码", $"P{1_000_000 + i}").With("性别", "男").With("出生日期", "19480229")));

        await _server.TakeInAsync(new DeclarationImport(), rows, told.Add);

        Assert.Empty(rows.Faults());
        Assert.Equal([100, 200, 250], told);
    }

    [Fact]
    public void Every_field_of_the_form_but_its_own_marks_has_a_column()
    {
        string[] marks = [nameof(DeclarationInput.FormKey), nameof(DeclarationInput.AcceptBlanks), nameof(DeclarationInput.ChangeReason), nameof(DeclarationInput.Stays)];

        Assert.Equal(typeof(DeclarationInput).GetProperties().Length - marks.Length + 6, new DeclarationImport().Columns.Count);
        Assert.Equal(new DeclarationImport().Columns.Count, new DeclarationImport().Columns.DistinctBy(column => column.Title).Count());
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(params IEnumerable<ImportCells> sheet)
    {
        var rows = ImportSheet.Rows(sheet);
        await _server.TakeInAsync(new DeclarationImport(), rows);
        return rows.Faults();
    }

    private Task<Office> KeptOfficeAsync() => _server.InDbAsync(db => db.Offices.AsNoTracking().SingleAsync());

    private Task<List<Declaration>> KeptAsync() => _server.InDbAsync(db => db.Declarations.AsNoTracking().Include(declaration => declaration.Versions).OrderBy(declaration => declaration.Id).ToListAsync());
}
