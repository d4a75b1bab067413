using System.Net;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>查验: what the guard reads when he scans or types a card.</summary>
public sealed class CheckPageTests : IAsyncLifetime
{
    private const string NotRead = "没读全，请再扫一次";
    private const string OnlyNumber = "只凭编号不能验真伪";
    private OfficeServer _server = null!;
    private OfficeBrowser _guard = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _guard = await _server.SignedInGuardAsync("kakou");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_card_that_was_handed_over_is_valid_and_its_last_day_is_read_out()
    {
        var pass = (await _server.CardsInHandAsync())[0];

        await _guard.ScanAsync(await _server.CodeAsync(pass.Id));

        Assert.Equal("有效", _guard.Verdict());
        Assert.Contains("有效期至 2020年3月19日", _guard.Text, StringComparison.Ordinal);
        Assert.Contains(PassNumber.Restore(pass.Number).Grouped, _guard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OnlyNumber, _guard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", null, "体温不正常", "stop")]
    [InlineData("false", "热", "体温不正常", "stop")]
    [InlineData("true", "热", "有效", "good")]
    public async Task The_band_follows_what_the_guard_has_ticked_though_the_form_comes_back(string normal, string? temperature, string word, string tone)
    {
        await _guard.ScanAsync(await _server.CodeAsync((await _server.CardsInHandAsync())[0].Id));
        await _guard.RecordAsync(("FoundNormal", normal), ("Temperature", temperature));

        Assert.Equal(word, _guard.Verdict());
        Assert.Contains("verdict-" + tone, _guard.Page.QuerySelector(".verdict")!.ClassName, StringComparison.Ordinal);
        Assert.NotEmpty(_guard.Errors);
    }

    [Fact]
    public async Task After_it_is_recorded_the_band_says_what_was_and_nothing_more()
    {
        await _guard.ScanAsync(await _server.CodeAsync((await _server.CardsInHandAsync())[0].Id));
        await _guard.RecordAsync(("FoundNormal", "false"), ("Handling", "请到发热门诊"));

        Assert.Equal("体温不正常", _guard.Verdict());
        Assert.Contains("verdict-stop", _guard.Page.QuerySelector(".verdict")!.ClassName, StringComparison.Ordinal);
        Assert.Contains("已登记，没有计入放行", _guard.Text, StringComparison.Ordinal);

        var notHanded = await _server.IssueAsync(1, from: 7);
        await _guard.ScanAsync(await _server.CodeAsync(notHanded[0]));
        await _guard.RecordAsync(("FoundNormal", "true"), ("Handling", "请他等发卡"));
        Assert.Equal("还没有发放", _guard.Verdict());
        Assert.Contains("verdict-caution", _guard.Page.QuerySelector(".verdict")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_code_is_stopped_the_moment_a_reviewer_stops_the_card()
    {
        var pass = (await _server.CardsInHandAsync())[0];
        var code = await _server.CodeAsync(pass.Id);
        Assert.Equal("有效", (await _guard.ScanAsync(code)).Verdict());

        var reviewer = await _server.SignedInUserAsync("jingban", _office, Roles.Reviewer);
        await reviewer.OpenAsync($"/Passes/Revoke/{pass.Id}");
        await reviewer.PostAsync($"/Passes/Revoke/{pass.Id}", [.. reviewer.MainFields().Where(field => !field.Key.StartsWith("Input.", StringComparison.Ordinal)), new("Input.Clause", "CloseContact"), new("Input.Reason", "接县疾控中心通知")]);
        Assert.Equal("已停用。请收回卡片，并报告乡镇。", reviewer.StatusMessage);

        Assert.Equal("已停用", (await _guard.ScanAsync(code)).Verdict());
        Assert.Equal("已停用", (await _guard.ScanAsync(pass.Number)).Verdict());
        Assert.DoesNotContain("接县疾控中心通知", _guard.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_card_is_void_and_the_new_one_is_valid_once_it_is_handed_over()
    {
        var lost = (await _server.CardsInHandAsync())[0];
        var reprint = await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var pass = await db.Passes.SingleAsync();
            var office = await db.Offices.SingleAsync();
            return db.Passes.Add(pass.Reprint(true, "赶集时", PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(_office), 77), office, LawfulCase.Now, LawfulCase.Today)).Entity;
        }));
        Assert.Equal("已遗失作废", (await _guard.ScanAsync(await _server.CodeAsync(lost.Id))).Verdict());
        Assert.Equal("还没有发放", (await _guard.ScanAsync(await _server.CodeAsync(reprint.Id))).Verdict());

        await _server.HandOverAsync(reprint.Id);

        Assert.Equal("有效", (await _guard.ScanAsync(await _server.CodeAsync(reprint.Id))).Verdict());
    }

    [Theory]
    [InlineData("2020-03-19T23:59:59+08:00", "有效")]
    [InlineData("2020-03-20T00:00:00+08:00", "已过期")]
    public async Task A_card_is_valid_to_the_end_of_its_last_day_in_Beijing(string moment, string word)
    {
        var code = await _server.CodeAsync((await _server.CardsInHandAsync())[0].Id);
        _server.Clock.SetTo(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        var guard = await _server.SignedInAsync("kakou", OfficeServer.Pin);

        Assert.Equal(word, (await guard.ScanAsync(code)).Verdict());
    }

    [Fact]
    public async Task A_card_that_has_not_left_the_office_is_not_yet_one()
    {
        var id = (await _server.IssueAsync(1))[0];

        Assert.Equal("还没有发放", (await _guard.ScanAsync(await _server.CodeAsync(id))).Verdict());
    }

    [Fact]
    public async Task After_the_end_of_the_epidemic_no_card_is_asked_for()
    {
        var code = await _server.CodeAsync((await _server.CardsInHandAsync())[0].Id);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(LawfulCase.Today, LawfulCase.Today)));

        Assert.Equal("疫情解除，停止使用", (await _guard.ScanAsync(code)).Verdict());
    }

    [Fact]
    public async Task A_number_may_be_typed_in_groups_and_proves_nothing_of_the_paper()
    {
        var pass = (await _server.CardsInHandAsync())[0];

        await _guard.ScanAsync(PassNumber.Restore(pass.Number).Grouped.ToLowerInvariant());

        Assert.Equal("编号有效", _guard.Verdict());
        Assert.Contains(OnlyNumber, _guard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_no_card_is_not_ours_and_one_with_a_wrong_digit_is_to_be_typed_again()
    {
        var number = (await _server.CardsInHandAsync())[0].Number;
        var wrong = number[..18] + (number[18] == '9' ? '0' : (char)(number[18] + 1)) + number[19];

        Assert.Equal(NotRead, (await _guard.ScanAsync(wrong)).Verdict());
        Assert.Equal("不是本系统签发", (await _guard.ScanAsync(PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(_office), 4321).Value)).Verdict());
    }

    [Fact]
    public async Task A_forged_code_says_nothing_of_the_card_it_copies()
    {
        var pass = (await _server.CardsInHandAsync())[0];
        var code = await _server.CodeAsync(pass.Id);
        using var thief = IssuingKey.Make(_office, "样例村民委员会", 1, new(2020, 2, 28));

        foreach (var forged in (string[])[thief.Sign(pass), code[..60] + (code[60] == 'A' ? 'B' : 'A') + code[61..]])
        {
            await _guard.ScanAsync(forged);

            Assert.Equal("不是本系统签发", _guard.Verdict());
            Assert.DoesNotContain(PassNumber.Restore(pass.Number).Grouped, _guard.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_genuine_card_is_valid_whatever_the_scanner_sends_around_its_code()
    {
        var pass = (await _server.CardsInHandAsync())[0];
        var code = await _server.CodeAsync(pass.Id);

        foreach (var sent in (string[])["]Q1" + code, "\"" + code + "\"", " " + code + "\r\n", "Q1" + code.ToLowerInvariant(), code + code])
        {
            Assert.Equal("有效", (await _guard.ScanAsync(sent)).Verdict());
            Assert.Equal(["FoundNormal"], (await _guard.RecordAsync()).Page.QuerySelectorAll(".field-wrong input[type=radio]").Select(box => box.GetAttribute("name")!["Input.".Length..]).Distinct());
        }

        Assert.Equal("编号有效", (await _guard.ScanAsync("]Q1" + pass.Number)).Verdict());
    }

    [Fact]
    public async Task What_is_not_read_whole_is_amber_and_no_incident_can_be_made_of_it()
    {
        var pass = (await _server.CardsInHandAsync())[0];
        var code = await _server.CodeAsync(pass.Id);

        foreach (var sent in (string[])[code[..^1], code[1..], code[..60], "]Q1" + code[..124], code[..50] + code[52..], pass.Number[..19], "64010"])
        {
            await _guard.ScanAsync(sent);
            Assert.Equal(NotRead, _guard.Verdict());
            Assert.NotNull(_guard.Page.QuerySelector(".verdict.verdict-caution"));
            Assert.Null(_guard.Page.QuerySelector("#steps"));
            Assert.NotNull(_guard.Page.QuerySelector("#check input[name='Input.Code']"));
            await _guard.PostAsync("/Verification/Check?handler=Record", [.. _guard.MainFields(), new("Input.FoundNormal", "true"), new("Input.Handling", "劝回")]);
            Assert.Equal(NotRead, _guard.Verdict());
        }

        Assert.Equal((0, 0), await _server.InDbAsync(async db => (await db.GateTallies.CountAsync(), await db.GateIncidents.CountAsync())));
    }

    [Fact]
    public async Task Numbers_cannot_be_tried_against_a_card_every_miss_is_in_the_audit_and_a_restart_forgets_none()
    {
        var cards = await _server.CardsInHandAsync(2);
        var (code, own) = (await _server.CodeAsync(cards[0].Id), cards[0].Holder.Document.Number);
        for (var tries = 0; tries < GateRules.MostMismatches; tries++)
        {
            await _guard.ScanAsync(tries % 2 == 0 ? code : cards[0].Number, ("DocumentNumber", $"64010419500101{1000 + tries}"));
            Assert.Contains("证件号码与卡不一致", _guard.Text, StringComparison.Ordinal);
        }

        _server = await _server.RestartAsync();
        var other = await _server.SignedInUserAsync("erhao", _office, Roles.Clerk);
        await other.ScanAsync(code, ("DocumentNumber", own));
        Assert.Contains("今天不再比对", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("证件号码与卡", other.Text, StringComparison.Ordinal);
        Assert.Contains("证件号码与卡一致", (await other.ScanAsync(cards[1].Number, ("DocumentNumber", cards[1].Holder.Document.Number))).Text, StringComparison.Ordinal);

        var noted = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Subject == "通行卡 " + cards[0].Number).ToListAsync());
        Assert.Equal(GateRules.MostMismatches, noted.Count(record => record.Action == CardVerification.Mismatch));
        Assert.Equal(["erhao"], noted.Where(record => record.Action == CardVerification.ComparisonClosed).Select(record => record.UserName));
        Assert.All(noted, record => Assert.DoesNotContain("640104195001", record.Detail + record.Subject, StringComparison.Ordinal));

        _server.Clock.Advance(TimeSpan.FromDays(1));
        other = await _server.SignedInUserAsync("sanhao", _office, Roles.Clerk);
        Assert.Contains("证件号码与卡一致", (await other.ScanAsync(code, ("DocumentNumber", own))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_number_is_counted_once_however_often_the_page_is_sent_and_stays_an_incident()
    {
        var cards = await _server.CardsInHandAsync(2);
        await _guard.ScanAsync(cards[0].Number);
        for (var sent = 0; sent <= GateRules.MostMismatches; sent++)
        {
            await _guard.PressAsync("核对证件", ("证件号码", cards[1].Holder.Document.Number));
            Assert.Equal("证件号码与卡不一致", _guard.Verdict());
        }

        await _guard.RecordAsync(("FoundNormal", "true"));
        Assert.Equal([GateRules.Handled.Sentence], _guard.Errors);
        await _guard.RecordAsync(("Handling", "劝回"));

        Assert.StartsWith("/Verification/Incidents/Details/", _guard.Address, StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == CardVerification.Mismatch)));
    }

    [Fact]
    public async Task What_keeps_somebody_back_fills_the_screen_of_a_good_card()
    {
        await _guard.ScanAsync((await _server.CardsInHandAsync())[0].Number);
        await _guard.RecordAsync(("FoundNormal", "false"));

        Assert.Equal("体温不正常", _guard.Verdict());
        Assert.NotNull(_guard.Page.QuerySelector(".verdict.verdict-stop"));
        Assert.Equal("登记这个情况", _guard.Page.QuerySelector("#steps button.main.hold span")?.TextContent);
    }

    [Fact]
    public async Task A_neighbours_card_is_unknown_until_its_key_is_believed_and_then_as_good_as_its_list()
    {
        using var theirs = await NeighbourAsync();
        var (code, number) = Card(theirs);
        Assert.Equal("不是本系统签发", (await _guard.ScanAsync(code)).Verdict());

        await _server.TrustAsync(theirs.Trusted);
        Assert.Equal("名单过旧", (await _guard.ScanAsync(code)).Verdict());

        var now = _server.Clock.GetUtcNow();
        foreach (var (list, word) in (List<(StopList, string)>)
        [
            (new(now, []), "有效"),
            (new(now.AddHours(-24), []), "有效"),
            (new(now.AddHours(-24).AddSeconds(-1), []), "名单过旧"),
            (new(now.AddHours(-80), [new(number, StopKind.Revoked)]), "已停用"),
            (new(now, [new(number, StopKind.Void)]), "已遗失作废"),
        ])
        {
            await _server.TrustAsync(theirs.Trusted, list);
            Assert.Equal(word, (await _guard.ScanAsync(code)).Verdict());
        }

        Assert.Contains("邻村村民委员会", _guard.Text, StringComparison.Ordinal);
        Assert.Contains("停用名单是 2020年3月5日 的", _guard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_number_of_a_neighbour_is_neither_good_nor_bad_until_his_list_says_so()
    {
        using var theirs = IssuingKey.Make("640104001299", "邻村村民委员会", 1, LawfulCase.Pack.FirstDay);
        var (_, number) = Card(theirs);
        Assert.Equal("不是本系统签发", (await _guard.ScanAsync(number)).Verdict());

        await _server.TrustAsync(theirs.Trusted);
        Assert.Equal("还不能确定", (await _guard.ScanAsync(number)).Verdict());
        Assert.Contains("请扫卡背面的二维码", _guard.Text, StringComparison.Ordinal);

        await _server.TrustAsync(theirs.Trusted, new(_server.Clock.GetUtcNow(), [new(number, StopKind.Revoked)]));
        Assert.Equal("已停用", (await _guard.ScanAsync(number)).Verdict());
    }

    [Fact]
    public async Task A_card_of_another_office_of_this_server_is_asked_after_itself()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var pass = (await _server.CardsInHandAsync())[0];
        var code = await _server.CodeAsync(pass.Id);
        var clerk = await _server.SignedInUserAsync("linluru", other.Code, Roles.Clerk);
        Assert.Equal("有效", (await clerk.ScanAsync(code)).Verdict());

        await _server.RevokeAsync(pass.Id);

        Assert.Equal("已停用", (await clerk.ScanAsync(code)).Verdict());
        Assert.DoesNotContain(pass.Holder.Name.Value, clerk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_card_is_read_by_a_scanner_and_the_same_paper_is_refused_once_it_is_stopped()
    {
        var id = (await _server.CardsInHandAsync())[0].Id;
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        using var pdf = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/Printing/Card/{id}"));
        var code = Assert.Single(pdf.Codes(2, 200));

        Assert.Equal("有效", (await _guard.ScanAsync(code)).Verdict());
        await _server.RevokeAsync(id);
        Assert.Equal("已停用", (await _guard.ScanAsync(code)).Verdict());
    }

    [Fact]
    public async Task Every_sticker_of_a_sheet_is_read_by_a_scanner_and_only_the_stopped_one_is_refused()
    {
        var cards = await _server.CardsInHandAsync(3);
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        await clerk.OpenAsync("/Printing?Input.Product=sticker-24-70x37");
        await clerk.PressAsync("排版，准备打印");
        await clerk.ShowsSoonAsync("打开要打印的 PDF");
        using var pdf = new PdfInspector(await clerk.Http.GetByteArrayAsync("/Printing/Sheets/1"));
        var codes = pdf.Codes(1, 200);
        Assert.Equal(3, codes.Count);
        await _server.RevokeAsync(cards[1].Id);
        var words = new Dictionary<string, string>();
        foreach (var code in codes)
        {
            await _guard.ScanAsync(code);
            words[_guard.Page.QuerySelector(".verdict ~ form input[name='Input.Code']")!.GetAttribute("value")!] = _guard.Verdict();
        }

        Assert.Equal(["已停用", "有效", "有效"], words.Values.Order(StringComparer.Ordinal));
        Assert.Equal("已停用", words[await StoppedAmongAsync(codes, cards[1].Number)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Nothing_scanned_gets_a_sentence(string code)
    {
        await _guard.ScanAsync(code);

        Assert.Equal(["请扫卡背面的二维码，或输入卡号。"], _guard.Errors);
        Assert.Equal("", _guard.Verdict());
    }

    [Theory]
    [InlineData("\u0001\u001b[2J\u007f\u200e")]
    [InlineData("😀😀😀")]
    [InlineData("https://example.invalid/?q=1")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("HC1:NCFOXN%TS3DH3ZSUZK")]
    public async Task Whatever_else_is_scanned_is_not_ours(string code)
    {
        await _guard.ScanAsync(code);

        Assert.Equal((HttpStatusCode.OK, "不是本系统签发"), (_guard.Status, _guard.Verdict()));
        Assert.DoesNotContain("<script>alert", _guard.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_NUL_is_refused_with_a_sentence()
    {
        await _guard.ScanAsync("64\u000001");

        Assert.Equal(HttpStatusCode.BadRequest, _guard.Status);
        Assert.NotEqual("", _guard.Title);
    }

    [Fact]
    public async Task Two_megabytes_get_a_sentence_and_are_not_sent_back()
    {
        await _guard.ScanAsync(new string('9', 2_000_000));

        Assert.Equal(HttpStatusCode.OK, _guard.Status);
        Assert.Contains("这不是卡上的二维码，也不是卡号。", _guard.Errors);
        Assert.InRange(_guard.Html.Length, 1, 100_000);
    }

    [Fact]
    public async Task A_paper_that_is_the_holders_fits_and_anothers_does_not_whether_the_code_was_scanned_or_the_number_typed()
    {
        var cards = await _server.CardsInHandAsync(2);
        foreach (var shown in (string[])[await _server.CodeAsync(cards[0].Id), cards[0].Number])
        {
            await _guard.ScanAsync(shown, ("DocumentNumber", cards[0].Holder.Document.Number.ToLowerInvariant()));
            Assert.Contains("证件号码与卡一致", _guard.Text, StringComparison.Ordinal);

            await _guard.ScanAsync(shown, ("DocumentNumber", cards[1].Holder.Document.Number));
            Assert.Contains("证件号码与卡不一致", _guard.Text, StringComparison.Ordinal);
            Assert.Contains("要登记的情况：证件号码与卡不一致", _guard.Text, StringComparison.Ordinal);

            Assert.DoesNotContain("证件号码与卡", (await _guard.ScanAsync(shown)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_gate_a_card_can_be_looked_up_and_nothing_is_recorded()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Checkpoints.SingleAsync()).Close()));
        var code = await _server.CodeAsync((await _server.CardsInHandAsync())[0].Id);

        await _guard.ScanAsync(code);

        Assert.Equal("有效", _guard.Verdict());
        Assert.Null(_guard.Page.QuerySelector("#steps button"));
        await _guard.RecordAsync(("FoundNormal", "true"));
        Assert.Equal(HttpStatusCode.OK, _guard.Status);
        Assert.Equal((0, 0, 0), await _server.InDbAsync(async db => (await db.GateTallies.CountAsync(), await db.Passages.CountAsync(), await db.GateIncidents.CountAsync())));
    }

    [Fact]
    public async Task A_gate_closed_meanwhile_records_nothing_and_least_of_all_at_another_gate()
    {
        var other = await _server.AddCheckpointAsync(_office, "A村尾卡点");
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        var gate = await _server.InDbAsync(db => db.Checkpoints.SingleAsync(each => each.Id != other.Id));
        await clerk.OpenAsync($"/Verification/Check?at={gate.Id}");
        await clerk.ScanAsync(await _server.CodeAsync((await _server.CardsInHandAsync())[0].Id), ("CheckpointId", $"{gate.Id}"));
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Checkpoints.SingleAsync(each => each.Id == gate.Id)).Close()));

        await clerk.RecordAsync(("FoundNormal", "true"));

        Assert.Equal(0, await _server.InDbAsync(db => db.GateTallies.CountAsync()));
        Assert.Equal([GateRules.GateIsOpen.Sentence], clerk.Errors);
    }

    [Fact]
    public async Task A_guard_reads_no_name_no_paper_and_no_address_on_any_page()
    {
        var pass = (await _server.CardsInHandAsync())[0];
        var pages = new List<string>();
        async Task ReadAsync(Task<OfficeBrowser> page) => pages.Add((await page).Html);
        await ReadAsync(_guard.ScanAsync(pass.Number));
        await ReadAsync(_guard.ScanAsync(await _server.CodeAsync(pass.Id)));
        await ReadAsync(_guard.RecordAsync(("FoundNormal", "false")));
        await ReadAsync(_guard.RecordAsync(("FoundNormal", "false"), ("Handling", "劝回")));
        Assert.StartsWith("/Verification/Incidents/Details/", _guard.Address, StringComparison.Ordinal);
        await ReadAsync(_guard.OpenAsync("/Verification/Incidents"));
        await ReadAsync(_guard.OpenAsync("/Verification/History/" + pass.Number));
        await ReadAsync(_guard.OpenAsync("/Verification/Check"));

        Assert.Equal(7, pages.Count);
        Assert.All(pages, page => Assert.All(
            (string[])[pass.Holder.Name.Value, pass.Holder.Document.Number, pass.ResidenceAddress], secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Roles.SealKeeper)]
    [InlineData(Roles.SystemAdministrator)]
    public async Task Who_keeps_seals_or_accounts_stands_at_no_gate(string role)
    {
        var somebody = await _server.SignedInUserAsync("somebody", _office, role);

        foreach (var page in (string[])["/Verification/Check", "/Verification/Incidents", "/Verification/StopList", "/Verification/Offline"])
        {
            using var answer = await somebody.Http.GetAsync(page);
            Assert.StartsWith("/Account/Denied", answer.Headers.Location?.PathAndQuery ?? "", StringComparison.Ordinal);
        }
    }

    private static (string Code, string Number) Card(IssuingKey key)
    {
        var number = PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(key.Trusted.OfficeCode), 5);
        return (key.Sign(new PassToken(1, number, ValidityPeriod.From(LawfulCase.Today, LawfulCase.Pack), DocumentTag.Of(key.Trusted.DocumentTagKey, number, PaperForm.Number))), number.Value);
    }

    private async Task<IssuingKey> NeighbourAsync() => IssuingKey.Make((await _server.FirstVillageAsync(7)).Value, "邻村村民委员会", 1, new(2020, 2, 28));

    private async Task<string> StoppedAmongAsync(IEnumerable<string> codes, string number)
    {
        var trusted = await ((SigningKeyStore)_server.Services.GetService(typeof(SigningKeyStore))!).TrustedAsync();
        return codes.Single(code => trusted.Read(code).Token!.Number.Value == number);
    }
}
