using System.Net;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages;

public sealed class SetupPageTests : IDisposable
{
    private readonly OfficeServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Until_an_office_exists_every_address_leads_to_set_up()
    {
        var browser = await _server.Browser().OpenAsync("/Declarations");

        Assert.Equal("/Setup", browser.Address);
        Assert.Equal("首次设置", browser.Title);
    }

    [Fact]
    public async Task The_office_is_chosen_level_by_level_without_a_script()
    {
        var browser = await ChosenAsync();

        Assert.Contains("银川市 兴庆区", browser.Text, StringComparison.Ordinal);
        Assert.EndsWith("居民委员会", browser.Field("全称").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_block_proposes_村民委员会()
    {
        var village = await _server.InDbAsync(db => db.Divisions.Where(unit => unit.Level == 5 && unit.Code.EndsWith("201")).FirstAsync());

        var browser = await _server.Browser().OpenAsync($"/Setup?Code={village.Code}");

        Assert.EndsWith("村民委员会", browser.Field("全称").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_up_makes_the_office_and_its_administrator_and_signs_in()
    {
        var browser = await SetUpAsync();

        Assert.Equal("/", browser.Address);
        Assert.Contains("设置完成", browser.StatusMessage, StringComparison.Ordinal);
        Assert.Contains("王会计", browser.Text, StringComparison.Ordinal);
        var office = await _server.InDbAsync(db => db.Offices.SingleAsync());
        Assert.Equal("12345", office.SupervisionPhone);
        Assert.Equal("ningxia", office.RulePackCode);
        Assert.Equal([Roles.Clerk, Roles.Reviewer, Roles.SystemAdministrator], (await _server.InDbAsync(db => db.UserRoles
            .Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync())).Order());
    }

    [Fact]
    public async Task The_other_two_administrators_may_be_named_at_once_and_change_their_passwords_first()
    {
        await FillAsync(
            await ChosenAsync(), "wang", choices:
            [
                ("本人也做录入", null), ("本人也做审核", null), ("安全管理员登录名", "anquan"), ("安全管理员姓名", "钱安"), ("安全管理员初始密码", "Chushi-2020"),
                ("审计管理员登录名", "shenji"), ("审计管理员姓名", "孟审"), ("审计管理员初始密码", "Chushi-2020"),
            ]);

        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("anquan", "Chushi-2020")).Address);
        Assert.Equal("/Account/ChangePassword", (await _server.SignedInAsync("shenji", "Chushi-2020")).Address);
    }

    [Fact]
    public async Task With_a_security_administrator_the_first_one_does_no_desk_work_and_a_half_named_colleague_is_not_opened()
    {
        var browser = await FillAsync(
            await ChosenAsync(), "wang", choices: [("安全管理员登录名", "anquan"), ("安全管理员姓名", "钱安"), ("安全管理员初始密码", "Chushi-2020")]);
        Assert.Equal([StaffRules.NobodyTwoHatted.Sentence + "王会计。"], browser.Errors);

        await browser.SendAsync(
            ("本人也做录入", null), ("本人也做审核", null), ("安全管理员姓名", ""), ("安全管理员初始密码", "Chushi-2020"), ("密码", OfficeServer.Password), ("再输一次密码", OfficeServer.Password));
        Assert.Equal([StaffRules.HasName.Sentence], browser.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("河北", "hebei")]
    [InlineData("海南", "hainan")]
    [InlineData("国家平台", "national")]
    public async Task Another_provinces_notices_can_be_chosen(string name, string code)
    {
        var browser = await ChosenAsync();
        Assert.Equal(["宁夏", "样例省", "河北", "海南", "国家平台"], browser.Field("规则").Children.Select(option => option.TextContent));

        await FillAsync(browser, "wang", choices: ("规则", name));

        Assert.Equal("/", browser.Address);
        Assert.Equal(code, await _server.InDbAsync(db => db.Offices.Select(office => office.RulePackCode).SingleAsync()));
    }

    [Fact]
    public async Task Rules_that_the_program_does_not_know_are_refused()
    {
        var browser = await ChosenAsync();
        Assert.Equal("ningxia", browser.Page.QuerySelector("#Input_RulePack option[selected]")!.GetAttribute("value"));
        browser.Page.QuerySelector("#Input_RulePack option[selected]")!.SetAttribute("value", "atlantis");

        await FillAsync(browser, "wang");

        Assert.Equal([OfficeRules.RulesAreKnown.Sentence], browser.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.Offices.CountAsync()));
    }

    [Fact]
    public async Task Set_up_happens_once()
    {
        await SetUpAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await _server.Browser().OpenAsync("/Setup")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _server.SignedInAsync("wang")).OpenAsync("/Setup")).Status);
    }

    [Fact]
    public async Task Of_two_people_setting_up_at_once_one_succeeds()
    {
        var (one, other) = (await ChosenAsync(), await ChosenAsync());

        await Task.WhenAll(FillAsync(one, "wang"), FillAsync(other, "li"));

        Assert.Equal(1, await _server.InDbAsync(db => db.Offices.CountAsync()));
        Assert.Equal(1, await _server.InDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task No_user_exists_before_set_up() =>
        Assert.Equal(0, await _server.InDbAsync(db => db.Users.CountAsync()));

    [Fact]
    public async Task A_weak_password_leaves_neither_office_nor_user_and_loses_nothing_else_typed()
    {
        var browser = await SetUpAsync("aaaaaaaaaaaa");

        Assert.Contains(browser.Errors, error => error.Contains("至少要有三种", StringComparison.Ordinal));
        Assert.Equal("12345", browser.Field("监督电话").GetAttribute("value"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Offices.CountAsync()));
        Assert.Equal(0, await _server.InDbAsync(db => db.Users.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await _server.Browser().OpenAsync("/Setup")).Status);
    }

    [Fact]
    public async Task Both_telephone_numbers_are_mandatory_and_every_sentence_is_Chinese()
    {
        var browser = await ChosenAsync();

        await browser.SendAsync();

        Assert.Contains("请填写监督电话。", browser.Errors);
        Assert.Contains("请填写核发机构联系方式。", browser.Errors);
        Assert.All(browser.Errors, error => Assert.DoesNotMatch("[A-Za-z]{3}", error));
    }

    [Theory]
    [InlineData("电话\u0007铃", "控制字符")]
    [InlineData("打这里😀", "表情符号")]
    public async Task Unprintable_text_is_named(string text, string kind)
    {
        var browser = await ChosenAsync();

        await browser.SendAsync(("监督电话", text));

        Assert.Contains(browser.Errors, error => error.StartsWith("监督电话", StringComparison.Ordinal) && error.Contains(kind, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pasted_chapter_in_one_field_gets_a_sentence_at_the_field_and_a_book_is_refused()
    {
        var browser = await ChosenAsync();
        await browser.SendAsync(("监督电话", new string('1', 60_000)));
        Assert.Contains(browser.Errors, error => error.StartsWith("监督电话太长了", StringComparison.Ordinal));

        await browser.SendAsync(("监督电话", new string('1', 10_000_000)));
        Assert.Equal("内容太多", browser.Title);
    }

    [Fact]
    public async Task Another_PC_is_asked_for_the_code_and_gets_nothing_without_it()
    {
        _server.From = System.Net.IPAddress.Parse("192.168.1.20");
        var village = await _server.FirstVillageAsync();

        foreach (var page in new[] { "/Setup", $"/Setup?Code={village.Value}", "/Declarations" })
        {
            var browser = await _server.Browser().OpenAsync(page);
            Assert.Contains("请输入首次设置码", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("银川市", browser.Text, StringComparison.Ordinal);
        }

        var stranger = await _server.Browser().OpenAsync("/Setup");
        List<KeyValuePair<string, string>> fields =
        [
            .. stranger.MainFields(), new("Input.Code", village.Value), new("Input.OfficialName", "某某居民委员会"), new("Input.ContactPhone", "0951-1234567"), new("Input.SupervisionPhone", "12345"),
            new("Input.UserName", "wang"), new("Input.StaffName", "王会计"), new("Input.Password", OfficeServer.Password), new("Input.PasswordAgain", OfficeServer.Password),
        ];
        await stranger.PostAsync("/Setup", fields);
        Assert.Contains("请输入首次设置码", stranger.Text, StringComparison.Ordinal);
        await ImportAsync("130000000000,河北省\n");

        Assert.Equal(0, await _server.InDbAsync(db => db.Offices.CountAsync()));
        Assert.False(await _server.InDbAsync(db => db.Divisions.AnyAsync(unit => unit.Code.StartsWith("13"))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ImportAsync("130000000000,河北省\n" + new string('\n', 70_000))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_the_code_another_PC_sets_up_however_it_is_typed_and_then_there_is_no_code_any_more(bool carelessly)
    {
        _server.From = System.Net.IPAddress.Parse("192.168.1.20");
        var code = Code.Text;
        var browser = await _server.Browser().OpenAsync("/Setup");
        await browser.SendAsync(("首次设置码", carelessly ? $" {code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)} " : code));

        await FillAsync(await ChosenAsync(browser), "wang");

        Assert.Contains("设置完成", browser.StatusMessage, StringComparison.Ordinal);
        var late = _server.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await late.OpenAsync("/Setup")).Status);
    }

    [Fact]
    public async Task The_code_is_tried_ten_times_by_everybody_together_and_this_PC_sets_up_all_the_same()
    {
        _server.From = System.Net.IPAddress.Parse("192.168.1.20");
        for (var i = 0; i < Web.Hosting.SetupCode.MostTries; i++)
        {
            var browser = await _server.Browser().OpenAsync("/Setup");
            await browser.SendAsync(("首次设置码", i % 2 == 0 ? "2222-2222" : ""));
            Assert.StartsWith(i < Web.Hosting.SetupCode.MostTries - 1 ? "首次设置码不对" : "首次设置码输错的次数太多", Assert.Single(browser.Errors), StringComparison.Ordinal);
        }

        var another = await _server.Browser().OpenAsync("/Setup");
        await another.SendAsync(("首次设置码", Code.Text));
        Assert.StartsWith("首次设置码输错的次数太多", Assert.Single(another.Errors), StringComparison.Ordinal);
        _server.From = System.Net.IPAddress.Loopback;
        await SetUpAsync();
        Assert.Equal(1, await _server.InDbAsync(db => db.Offices.CountAsync()));
    }

    [Fact]
    public async Task A_list_of_many_megabytes_is_read_as_it_comes()
    {
        var browser = await ImportAsync(new string('\n', 12_000_000) + "130000000000,河北省\n");

        Assert.Contains("已导入 1 个单位", browser.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_nonsense_is_answered_with_its_first_lines_and_how_many_more()
    {
        var browser = await ImportAsync(string.Concat(Enumerable.Repeat("x\r\n", 1000)) + new string('y', 5_000_000));

        Assert.StartsWith("第 1 行：", browser.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("第 20 行：", browser.Errors[19], StringComparison.Ordinal);
        Assert.Equal("还有 981 处，请改好后再导入。", browser.Errors[20]);
    }

    [Fact]
    public async Task A_list_without_the_mark_of_the_page_or_without_a_file_is_not_imported()
    {
        using var forged = new MultipartFormDataContent { { new ByteArrayContent("130000000000,河北省"u8.ToArray()), "csv", "区划.csv" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.Browser().PostAsync("/Setup?handler=Import", forged)).Status);
        using var broken = new ByteArrayContent("--x\r\nContent-Disp"u8.ToArray());
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var refused = await _server.Browser().PostAsync("/Setup?handler=Import", broken);
        Assert.Equal((HttpStatusCode.BadRequest, "这张表没有收下"), (refused.Status, refused.Title));
        var browser = await _server.Browser().OpenAsync("/Setup");
        using var empty = new MultipartFormDataContent
        {
            { new StringContent(browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        Assert.Equal(["请先选择文件。"], (await browser.PostAsync("/Setup?handler=Import", empty)).Errors);
    }

    [Fact]
    public async Task A_file_with_one_bad_line_is_imported_not_at_all_and_names_the_line()
    {
        var browser = await ImportAsync("130000000000,河北省\n130600000000,保定市\n13060,坏的\n130601,x,y,z\n");

        Assert.Contains(browser.Errors, error => error.StartsWith("第 3 行", StringComparison.Ordinal));
        Assert.Contains(browser.Errors, error => error.StartsWith("第 4 行", StringComparison.Ordinal));
        Assert.False(await _server.InDbAsync(db => db.Divisions.AnyAsync(unit => unit.Code.StartsWith("13"))));
    }

    [Fact]
    public async Task Another_province_is_imported_with_a_byte_order_mark_and_without_levels()
    {
        var browser = await ImportAsync("\ufeffcode12,name\n130000000000,河北省\n130600000000,保定市\n130602000000,竞秀区\n130602001000,先锋街道\n130602001001,某某社区居委会\n");

        Assert.Contains("已导入 5 个单位", browser.StatusMessage, StringComparison.Ordinal);
        Assert.NotNull((await browser.OpenAsync("/Setup?Code=130602001001")).Field("全称"));
    }

    [Fact]
    public async Task A_unit_whose_upper_unit_is_unknown_is_refused()
    {
        var browser = await ImportAsync("130602001001,某某社区居委会\n");

        Assert.Contains(browser.Errors, error => error.Contains("上一级", StringComparison.Ordinal));
    }

    private async Task<OfficeBrowser> ImportAsync(string csv)
    {
        var browser = await _server.Browser().OpenAsync("/Setup");
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)), "csv", "区划.csv" },
        };
        return await browser.PostAsync("/Setup?handler=Import", form);
    }

    private Web.Hosting.SetupCode Code => _server.Services.GetRequiredService<Web.Hosting.SetupCode>();

    private async Task<OfficeBrowser> ChosenAsync(OfficeBrowser? at = null)
    {
        var browser = at ?? await _server.Browser().OpenAsync("/Setup");
        await browser.PressAsync("下一级", ("市", "银川市"));
        await browser.PressAsync("下一级", ("县（市、区）", "兴庆区"));
        var township = browser.Page.QuerySelectorAll("#Unit_3 option")[1].TextContent;
        await browser.PressAsync("下一级", ("乡镇（街道）", township));
        var community = browser.Page.QuerySelectorAll("#Unit_4 option").Skip(1).First(option => DivisionCode.Parse(option.GetAttribute("value")!).ProposedKind == CommitteeKind.Residents);
        return await browser.PressAsync("选定", ("村（社区）", community.TextContent));
    }

    private async Task<OfficeBrowser> SetUpAsync(string password = OfficeServer.Password) =>
        await FillAsync(await ChosenAsync(), "wang", password);

    private static Task<OfficeBrowser> FillAsync(OfficeBrowser browser, string userName, string password = OfficeServer.Password, params (string, string?)[] choices) => browser.SendAsync(
        [("核发机构联系方式", "0951-1234567"), ("监督电话", "12345"), ("登录名", userName), ("姓名", "王会计"),
        ("密码", password), ("再输一次密码", password), .. choices]);
}
