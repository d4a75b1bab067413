using System.Net;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

public sealed class CreatePageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_keyed_form_is_saved_and_the_next_empty_one_opens()
    {
        await _clerk.EnterAsync();

        Assert.Equal("/Declarations/Create", _clerk.Address);
        Assert.Equal("已保存，编号 20200305-0001。下一步：测温审核。", _clerk.StatusMessage);
        Assert.Equal("", _clerk.Field("姓名").GetAttribute("value") ?? "");
        var saved = await SavedAsync();
        Assert.Equal(DeclarationState.AwaitingReview, saved.State);
        Assert.Equal("马德山", saved.Content.Person.Name.Value);
        Assert.Equal(SignatureKind.Thumbprint, saved.Content.Signature);
    }

    [Fact]
    public async Task Birth_date_and_sex_come_from_the_number_when_left_open()
    {
        await _clerk.EnterAsync(("BirthDate", null), ("Sex", null));

        var person = (await SavedAsync()).Content.Person;
        Assert.Equal(new DateOnly(1948, 2, 29), person.BirthDate);
        Assert.Equal(HealthCode.Domain.People.Sex.Male, person.Sex);
    }

    [Fact]
    public async Task A_phone_number_is_not_needed()
    {
        await _clerk.EnterAsync(("Phone", null));

        Assert.Null((await SavedAsync()).Content.Phone);
    }

    [Fact]
    public async Task Items_left_blank_on_the_paper_are_named_and_saved_only_when_the_clerk_says_so()
    {
        await _clerk.EnterAsync(("MetHighRisk", null), ("Signature", null));

        Assert.Contains(_clerk.Errors, error => error.Contains("第(6)项、申报人签字", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync());

        await _clerk.PostAsync("/Declarations/Create", [.. _clerk.MainFields(), new("Input.AcceptBlanks", "true")]);

        Assert.Equal(["第(6)项", "申报人签字"], (await SavedAsync()).Content.BlankItems(LawfulCase.Pack.Pass));
    }

    [Fact]
    public async Task A_form_posted_twice_is_saved_once()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        var fields = _clerk.FieldsWith(PaperForm.Filled);

        await _clerk.PostAsync("/Declarations/Create", fields);
        await _clerk.PostAsync("/Declarations/Create", fields);

        Assert.Contains("20200305-0001", _clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Two_hands_posting_the_same_form_at_once_save_it_once()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        var fields = _clerk.FieldsWith(PaperForm.Filled);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await _clerk.Http.PostAsync("/Declarations/Create", content);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }));

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_same_sheet_with_other_words_is_not_quietly_dropped()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        await _clerk.PostAsync("/Declarations/Create", _clerk.FieldsWith(PaperForm.Filled));
        var first = await SavedAsync();
        await _clerk.OpenAsync("/Declarations/Create");
        await _clerk.PostAsync("/Declarations/Create", _clerk.FieldsWith(PaperForm.Filled, ("FormKey", first.FormKey), ("House", "5号")));

        Assert.Contains(_clerk.Errors, error => error.Contains("已经保存过", StringComparison.Ordinal));
        Assert.Equal("5号", _clerk.Field("门牌号").GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_that_was_read_aloud_is_saved_by_the_main_button_and_not_read_again()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        await _clerk.PostAsync("/Declarations/Create?handler=Aloud", _clerk.FieldsWith(PaperForm.Filled));
        await _clerk.SendAsync();

        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("BirthDate", "19350229", "没有 1935年2月29日 这一天")]
    [InlineData("BirthDate", "20200306", "在今天之后")]
    [InlineData("TravelOn", "2020-13-01", "没有 2020年13月1日 这一天")]
    [InlineData("TravelOn", "下个月", "日期请写成")]
    [InlineData("Stays[0].FirstDay", "19470101", "早于出生日期")]
    [InlineData("Stays[0].LastDay", "20180101", "早于住进的日期")]
    [InlineData("DocumentNumber", "640104194802290011", "第 18 位校验码不符")]
    [InlineData("DocumentNumber", "64010419480229", "应为 18 位")]
    [InlineData("Name", "马😀山", "表情或符号")]
    [InlineData("Name", "马\u0007山", "控制字符")]
    [InlineData("House", "3号\u0001", "控制字符")]
    [InlineData("City", "吴忠🎉", "表情符号")]
    [InlineData("Phone", "1380000", "11 位")]
    [InlineData("SignedOn", "20200401", "在今天之后")]
    public async Task Bad_input_gets_a_sentence_at_its_field_and_loses_nothing_typed(string field, string typed, string sentence)
    {
        await _clerk.EnterAsync((field, typed));

        Assert.Equal(HttpStatusCode.OK, _clerk.Status);
        var box = _clerk.Page.QuerySelector($"[name='Input.{field}']")!;
        Assert.Contains(sentence, box.Closest(".field")!.QuerySelector(".error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Equal(0, await CountAsync());
        foreach (var (name, value) in PaperForm.Filled.Where(each => each.Key != field))
        {
            Assert.Contains(_clerk.MainFields(), kept => kept.Key == "Input." + name && kept.Value == value);
        }

        Assert.Equal(typed, box.GetAttribute("value"));
    }

    [Fact]
    public async Task Ten_megabytes_in_one_box_get_a_sentence()
    {
        await _clerk.EnterAsync(("DomicileAddress", new string('长', 1_200_000)));

        Assert.Contains(_clerk.Errors, error => error.Contains("太长", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_number_of_somebody_else_is_named_and_can_be_forced_with_a_reason()
    {
        await _clerk.EnterAsync();

        await _clerk.EnterAsync(("Name", "马德海"));
        Assert.Contains(_clerk.Errors, error => error.Contains("马德山", StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync());

        await _clerk.EnterAsync(("Name", "马德海"), ("SaveDocumentDespiteFault", "true"), ("DocumentReason", "户籍底册重号，已向派出所核实"));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_number_that_is_wrong_in_the_old_registers_is_saved_with_a_reason()
    {
        await _clerk.EnterAsync(("DocumentNumber", "640104194802290011"), ("SaveDocumentDespiteFault", "true"), ("DocumentReason", "户口簿上就是这个号"));

        Assert.True((await SavedAsync()).Content.Person.Document.SavedDespiteFault);
    }

    [Fact]
    public async Task Nobody_is_turned_away_for_having_no_papers()
    {
        await _clerk.EnterAsync(("DocumentKind", "None"), ("DocumentNumber", null), ("DocumentReason", "身份证遗失，补办中"));

        Assert.Equal("无证件", (await SavedAsync()).Content.Person.Document.Masked);
    }

    [Fact]
    public async Task A_child_under_14_needs_a_guardian()
    {
        (string, string?)[] child = [("Name", "马小兰"), ("Sex", null), ("DocumentKind", "HouseholdRegister"), ("DocumentNumber", Numbered("64010420100305002")), ("BirthDate", "20100305"), ("Stays[0].FirstDay", "20190101")];

        await _clerk.EnterAsync(child);
        Assert.Contains(_clerk.Errors, error => error.Contains("未满 14 周岁", StringComparison.Ordinal));

        await _clerk.EnterAsync([.. child, ("GuardianName", "马秀英"), ("GuardianRelation", "母亲")]);
        Assert.Equal("马秀英", (await SavedAsync()).Content.Guardian!.Name.Value);
    }

    [Fact]
    public async Task A_forged_form_post_gets_400()
    {
        await _clerk.PostAsync("/Declarations/Create", [new("Input.Name", "马德山")]);

        Assert.Equal(HttpStatusCode.BadRequest, _clerk.Status);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_renewal_takes_over_identity_and_nothing_of_health()
    {
        var id = await _clerk.KeyedAsync(_server);

        await _clerk.OpenAsync($"/Declarations/Create?renew={id}");

        Assert.Equal(PaperForm.Number, _clerk.Field("身份证号码").GetAttribute("value"));
        Assert.Equal("宁夏回族自治区银川市兴庆区", _clerk.Field("户籍地址").GetAttribute("value"));
        Assert.Empty(_clerk.Page.QuerySelectorAll(".question input[checked]"));
        Assert.Empty(_clerk.Page.QuerySelectorAll("[name='Input.Signature'][checked]"));
        Assert.Equal("", _clerk.Field("签字日期").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task The_same_persons_earlier_form_is_offered_when_the_number_is_typed()
    {
        await _clerk.EnterAsync();
        await _clerk.OpenAsync("/Declarations/Create");

        await _clerk.PostAsync("/Declarations/Create?handler=Check", _clerk.FieldsWith(new Dictionary<string, string> { ["Name"] = "马德山", ["DocumentNumber"] = PaperForm.Number }));

        Assert.Equal("19480229", _clerk.Page.QuerySelector("[data-fills] [data-for='Input.BirthDate']")?.TextContent);
        Assert.Contains("按这份续办", _clerk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_cascade_gives_the_offices_own_unit_first()
    {
        var own = await _server.InDbAsync(db => db.Offices.SingleAsync());

        await _clerk.OpenAsync($"/Declarations/Create?handler=Divisions&path={Uri.EscapeDataString($"{own.Province}/{own.City}/{own.County}")}");

        Assert.StartsWith($"[\"{own.Township}\"", System.Text.RegularExpressions.Regex.Unescape(_clerk.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_leaves_an_audit_record_without_the_residents_name()
    {
        await _clerk.EnterAsync();

        var records = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.UserName == "luru" && record.Subject.StartsWith("申报")).ToListAsync());
        Assert.Contains(records, record => record.Action == "新建" && record.Subject == "申报 20200305-0001");
        Assert.DoesNotContain(records, record => (record.Subject + record.Detail).Contains("马德山", StringComparison.Ordinal));
    }

    private static string Numbered(string seventeen) => seventeen + HealthCode.Domain.People.CheckCharacter.Mod11Radix2(seventeen);

    private Task<int> CountAsync() => _server.InDbAsync(db => db.Declarations.CountAsync());

    private Task<Declaration> SavedAsync() => _server.InDbAsync(db => db.Declarations.OrderByDescending(declaration => declaration.Id).FirstAsync());
}
