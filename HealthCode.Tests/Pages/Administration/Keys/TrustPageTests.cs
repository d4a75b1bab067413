using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Administration.Keys;

/// <summary>信任名单 between two servers: what one office gives away, and what another believes of it.</summary>
public sealed class TrustPageTests : IAsyncLifetime
{
    private const string Address = "/Administration/Trust";
    private const string Export = Address + "?handler=File";
    private const string NoFile = "这不是信任文件，或者文件坏了";
    private const string Changed = "文件不完整或者被改过";
    private const string NotSigned = "签名不是以前信任的密钥签的";
    private const string OtherKey = "同一号的密钥和以前收到的不一样";

    private OfficeServer _here = null!;
    private OfficeServer _there = null!;
    private OfficeBrowser _desk = null!;
    private OfficeBrowser _sender = null!;
    private string _theirs = "";
    private long _card;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _here = await OfficeServer.WithOfficeAsync();
        _there = await OfficeServer.WithOfficeAsync(await _here.FirstVillageAsync(1));
        _desk = await _here.SignedInUserAsync("admin", await _here.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.SystemAdministrator, Roles.Clerk);
        _theirs = await _there.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _sender = await _there.SignedInUserAsync("admin", _theirs, Roles.SystemAdministrator);
        _card = (await _there.IssueAsync(2))[0];
        await _there.HandOverAsync(_card);
        _code = await _there.CodeAsync(_card);
    }

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Theory]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.SealKeeper)]
    public async Task Nobody_but_the_administrator_exports_or_imports(string role)
    {
        var file = await ExportAsync();
        var desk = await _here.SignedInUserAsync("bieren", (await _here.FirstVillageAsync()).Value, role);

        Assert.StartsWith("/Account/Denied", (await desk.OpenAsync(Export)).Address, StringComparison.Ordinal);
        Assert.StartsWith("/Account/Denied", (await desk.OpenAsync(Address)).Address, StringComparison.Ordinal);
        await NobodyTakesAsync(desk, file);
    }

    [Fact]
    public async Task A_guard_neither_exports_nor_imports()
    {
        var file = await ExportAsync();
        var guard = await _here.SignedInGuardAsync("shouwei");

        Assert.StartsWith("/Account/Denied", (await guard.OpenAsync(Export)).Address, StringComparison.Ordinal);
        await NobodyTakesAsync(guard, file);
    }

    [Fact]
    public async Task Nobody_exports_without_signing_in() =>
        Assert.StartsWith("/Account/Login", (await _here.Browser().OpenAsync(Export)).Address, StringComparison.Ordinal);

    [Fact]
    public async Task The_file_bears_the_hour_in_its_name_and_holds_the_keys_and_the_stop_list_but_no_private_key_and_no_name()
    {
        await _there.RevokeAsync(_card);
        var number = await NumberAsync();
        var own = await _there.InDbAsync(async db => await _there.Services.GetRequiredService<SigningKeyStore>().OwnAsync(db, await db.Offices.SingleAsync()));

        using var answer = await _sender.Http.GetAsync(Export);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("信任名单-20200305-0900.json", answer.Content.Headers.ContentDisposition?.FileNameStar);
        var file = await answer.Content.ReadAsByteArrayAsync();
        var section = Assert.Single(TrustSection.Read(file)!);
        Assert.Equal((_theirs, number + " 1"), (section.Office, section.Stopped));
        Assert.Equal(_there.Clock.GetUtcNow(), section.At);
        Assert.True(section.IsSignedBy([own[0].Trusted]));
        Assert.Equal(own[0].Trusted.Fingerprint, section.Fingerprint);
        var text = Encoding.UTF8.GetString(file);
        Assert.DoesNotContain(Convert.ToBase64String(own[0].PrivateKey()), text, StringComparison.Ordinal);
        Assert.Equal(-1, file.AsSpan().IndexOf(own[0].PrivateKey()));
        var holder = await _there.InDbAsync(db => db.Passes.Where(pass => pass.Id == _card).Select(pass => pass.Holder).SingleAsync());
        var plain = Regex.Unescape(text);
        Assert.DoesNotContain(holder.Name.Value, plain, StringComparison.Ordinal);
        Assert.DoesNotContain(holder.Document.Number, plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_time_the_fingerprints_are_shown_and_nothing_is_believed_before_they_were_compared()
    {
        var file = await ExportAsync();
        await _sender.OpenAsync(Address);
        var fingerprint = _sender.Page.QuerySelectorAll("td.figure")[0].TextContent;

        await LookAsync(file);

        Assert.Contains("第一次收到", _desk.Text, StringComparison.Ordinal);
        Assert.Contains(fingerprint, _desk.Text, StringComparison.Ordinal);
        Assert.Equal("不是本系统签发", await CheckAsync());
        Assert.Equal((0, 0), await BelievedAsync());

        await LookAsync(file);
        await _desk.PressAsync("指纹一样，导入");

        Assert.Equal("已导入 1 个村居的密钥和停用名单。", _desk.StatusMessage);
        Assert.Contains(fingerprint, _desk.Text, StringComparison.Ordinal);
        Assert.Equal("有效", await CheckAsync());
        Assert.Contains(await _there.InDbAsync(db => db.Offices.Select(office => office.OfficialName).SingleAsync()), _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_stopped_there_is_stopped_here_with_the_next_file()
    {
        await ImportAsync(await ExportAsync());
        await _there.RevokeAsync(_card);
        await AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("有效", await CheckAsync());

        await ImportAsync(await ExportAsync());

        Assert.Equal("已停用", await CheckAsync());
        Assert.Contains("停用名单是 2020年3月5日 的", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_reported_lost_there_is_void_here()
    {
        await _there.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            var pass = await db.Passes.SingleAsync(each => each.Id == _card);
            db.Passes.Add(pass.Reprint(true, "赶集时", await db.NextPassNumberAsync(office), office, _there.Clock.GetUtcNow(), new(2020, 3, 5)));
        }));
        await ImportAsync(await ExportAsync());

        Assert.Equal("已遗失作废", await CheckAsync());
    }

    [Fact]
    public async Task The_day_of_the_list_is_the_day_of_the_office_also_before_eight_in_the_morning()
    {
        await AdvanceAsync(TimeSpan.FromHours(21));
        await ImportAsync(await ExportAsync());

        Assert.Equal("有效", await CheckAsync());
        Assert.Contains("停用名单是 2020年3月6日 的", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_good_for_24_hours_and_too_old_after_them()
    {
        await ImportAsync(await ExportAsync());
        await AdvanceAsync(TimeSpan.FromHours(24));
        Assert.Equal("有效", await CheckAsync());

        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("名单过旧", await CheckAsync());
        await ImportAsync(await ExportAsync());
        Assert.Equal("有效", await CheckAsync());
    }

    [Fact]
    public async Task A_changed_file_is_refused_with_a_sentence_the_first_time_and_later()
    {
        (string Change, string AtFirst, string Later)[] cases =
        [
            ("stop", Changed, NotSigned), ("mark key", Changed, OtherKey), ("public key", NoFile, NoFile), ("name", Changed, NotSigned), ("hour", Changed, NotSigned),
            ("last day", Changed, NotSigned), ("signature", Changed, NotSigned), ("signature missing", Changed, NotSigned), ("signature null", Changed, NotSigned),
            ("signature short", Changed, NotSigned), ("signatures missing", NoFile, NoFile), ("same key twice", NoFile, NoFile), ("same office twice", NoFile, NoFile),
            ("another office's number", NoFile, NoFile), ("cut off", NoFile, NoFile),
        ];
        await _there.RevokeAsync(_card);
        var good = await ExportAsync();

        await Cases.EachAsync(cases, one => RefusedAsync(Change(good, one.Change), one.AtFirst));
        await ImportAsync(good);
        await Cases.EachAsync(cases, async one =>
        {
            await RefusedAsync(Change(good, one.Change), one.Later);
            Assert.Equal("已停用", await CheckAsync());
        });
    }

    [Fact]
    public async Task An_older_file_than_the_one_at_hand_is_refused()
    {
        var older = await ExportAsync();
        await _there.RevokeAsync(_card);
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await ImportAsync(await ExportAsync());

        await RefusedAsync(older, "手上已经有更新的一份");
        Assert.Equal("已停用", await CheckAsync());
    }

    [Fact]
    public async Task The_offices_own_file_is_not_imported() =>
        await RefusedAsync(await ExportAsync(_desk), "这是本机自己的村居");

    [Fact]
    public async Task A_file_from_the_future_is_refused()
    {
        _there.Clock.Advance(TimeSpan.FromHours(1.1));
        _sender = await _there.SignedInAsync("admin");

        await RefusedAsync(await ExportAsync(), "文件的时间比现在还晚");
    }

    [Fact]
    public async Task Another_key_under_the_same_number_is_refused_although_it_signed_the_file_itself()
    {
        await ImportAsync(await ExportAsync());
        using var forger = IssuingKey.Make(_theirs, "样例村", 1, LawfulCase.Pack.FirstDay);

        await RefusedAsync(Written(Section("样例村", forger)), OtherKey);
    }

    [Fact]
    public async Task A_further_key_that_no_believed_one_signed_is_refused()
    {
        await ImportAsync(await ExportAsync());
        var real = await _here.InDbAsync(db => db.TrustedKeys.IgnoreQueryFilters().SingleAsync(key => key.OfficeCode == _theirs));
        using var forger = IssuingKey.Make(_theirs, real.OfficeName, 2, LawfulCase.Pack.FirstDay);

        await RefusedAsync(Written(Section(real.OfficeName, forger, real)), NotSigned);
    }

    [Fact]
    public Task What_is_no_trust_file_gets_a_sentence() => Cases.EachAsync<string>(
        [
            "这是一封信",
            "null",
            "[]",
            "[null]",
            "[1]",
            "[{}]",
            "{\"a\":1}",
            "[{\"Office\":\"640104001201\",\"Name\":\"村\",\"At\":\"2020-03-05T09:00:00+08:00\",\"Keys\":[null],\"Stopped\":\"\",\"Signatures\":{}}]",
            "[{\"Office\":\"村\",\"Name\":\"村\",\"At\":\"2020-03-05T09:00:00+08:00\",\"Keys\":[{\"Number\":0,\"PublicKey\":\"\",\"DocumentTagKey\":\"\",\"FirstDay\":\"2020-03-05\",\"LastDay\":null}],\"Stopped\":\"\",\"Signatures\":{}}]",
            "deep",
            "bytes",
        ],
        text => RefusedAsync(
            text switch
            {
                "deep" => Encoding.UTF8.GetBytes(new string('[', 5000)),
                "bytes" => [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37))],
                _ => Encoding.UTF8.GetBytes(text),
            },
            NoFile));

    [Fact]
    public async Task No_file_an_empty_one_and_five_megabytes_get_a_sentence()
    {
        await LookAsync(null);
        Assert.Equal(["请先选择文件。"], _desk.Errors);
        await LookAsync([]);
        Assert.Equal(["请先选择文件。"], _desk.Errors);
        await LookAsync(new byte[5_000_000]);
        Assert.Equal(["文件太大，不像是信任文件。"], _desk.Errors);
        Assert.Equal((0, 0), await BelievedAsync());
    }

    [Fact]
    public async Task A_byte_order_mark_and_line_breaks_do_no_harm()
    {
        var nodes = JsonNode.Parse(await ExportAsync())!;
        var pretty = nodes.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        await ImportAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(pretty.ReplaceLineEndings("\r\n"))]);

        Assert.Equal("有效", await CheckAsync());
    }

    [Fact]
    public async Task HTML_in_the_name_of_an_office_stays_text()
    {
        const string Name = "<script>alert(1)</script><b>村";
        using var key = IssuingKey.Make(_theirs, Name, 1, LawfulCase.Pack.FirstDay);

        await LookAsync(Written(Section(Name, key)));
        Assert.DoesNotContain("<script>alert", _desk.Html, StringComparison.Ordinal);
        Assert.Contains(Name, _desk.Text, StringComparison.Ordinal);
        await _desk.PressAsync("指纹一样，导入");
        Assert.DoesNotContain("<script>alert", _desk.Html, StringComparison.Ordinal);

        var number = PassNumber.Restore(await NumberAsync());
        await CheckAsync(key.Sign(new PassToken(1, number, new(new(2020, 3, 5), new(2020, 3, 19)), DocumentTag.Of(key.Trusted.DocumentTagKey, number, LawfulCase.Applicant))));
        Assert.DoesNotContain("<script>alert", _desk.Html, StringComparison.Ordinal);
        Assert.Contains(Name, _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_other_office_has_renewed_its_key_the_new_file_needs_no_telephone_call()
    {
        await ImportAsync(await ExportAsync());
        await AdvanceAsync(TimeSpan.FromDays(2));
        await _sender.OpenAsync(Address);
        await _sender.PressAsync("换一把新密钥");
        Assert.Contains("第 2 号密钥", _sender.StatusMessage, StringComparison.Ordinal);
        var fresh = (await _there.IssueAsync(1, from: 10))[0];
        await _there.HandOverAsync(fresh);
        var code = await _there.CodeAsync(fresh);
        Assert.Equal("不是本系统签发", await CheckAsync(code));

        await LookAsync(await ExportAsync());
        Assert.Contains("签名是以前信任的密钥签的，可以直接导入", _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第一次收到", _desk.Text, StringComparison.Ordinal);
        await _desk.PressAsync("导入");

        Assert.Equal("有效", await CheckAsync(code));
        Assert.Equal("有效", await CheckAsync());
        var keys = await _here.InDbAsync(db => db.TrustedKeys.IgnoreQueryFilters().Where(key => key.OfficeCode == _theirs).OrderBy(key => key.Number).Select(key => key.LastDay).ToListAsync());
        Assert.Equal([new DateOnly(2020, 3, 7), null], keys);
    }

    [Fact]
    public async Task Every_export_and_every_import_is_audited()
    {
        var file = await ExportAsync();
        Assert.Equal(1, await _there.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "导出信任名单" && record.UserName == "admin")));

        await ImportAsync(file);
        var first = await AuditedAsync();
        Assert.Contains($"新建 签发密钥 {_theirs} 第 1 号", first);
        Assert.Contains($"新建 停用名单 {_theirs}", first);

        await AdvanceAsync(TimeSpan.FromHours(1));
        await ImportAsync(await ExportAsync());
        Assert.Equal(2, await _there.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "导出信任名单")));
        var second = (await AuditedAsync()).Skip(first.Count).ToList();
        Assert.Contains($"修改 停用名单 {_theirs}", second);
        Assert.All(await _here.InDbAsync(db => db.AuditRecords.Where(record => record.Subject.StartsWith("停用名单")).ToListAsync()), record => Assert.DoesNotMatch("[A-Za-z]", record.Detail));
    }

    [Fact]
    public async Task A_renewal_is_audited_and_an_office_that_does_not_exist_has_no_key_to_renew()
    {
        await _sender.OpenAsync(Address);
        var fields = new List<KeyValuePair<string, string>> { new("__RequestVerificationToken", Token(_sender)), new("code", "640104001999") };
        Assert.Equal(HttpStatusCode.NotFound, (await _sender.PostAsync(Address + "?handler=Renew", fields)).Status);

        await _sender.OpenAsync(Address);
        await _sender.PressAsync("换一把新密钥");

        Assert.Equal(1, await _there.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Subject == $"签发密钥 {_theirs} 第 2 号" && record.UserName == "admin")));
    }

    [Fact]
    public async Task A_key_that_has_ended_introduces_no_other_and_its_signature_alone_brings_no_list()
    {
        await ImportAsync(await ExportAsync());
        await AdvanceAsync(TimeSpan.FromDays(2));
        await _sender.OpenAsync(Address);
        await _sender.PressAsync("换一把新密钥");
        await ImportAsync(await ExportAsync());
        var believed = await TrustedHereAsync();
        var thief = (await OwnThereAsync())[^1];
        Assert.Equal(1, thief.Trusted.Number);
        using var forged = IssuingKey.Make(_theirs, believed[0].OfficeName, 3, LawfulCase.Pack.FirstDay);

        await RefusedAsync(Written(Section(believed[0].OfficeName, thief, [.. believed.Skip(1), forged.Trusted])), "只有已经停用的密钥签了名");
        await RefusedAsync(Written(Section(believed[0].OfficeName, thief, [.. believed.Skip(1)])), "只有已经停用的密钥签了名");
    }

    [Theory]
    [InlineData("2020-02-28", true)]
    [InlineData("2020-03-04", true)]
    [InlineData("2020-03-05", false)]
    public async Task A_new_key_that_begins_before_the_last_file_is_not_introduced_but_asked_about_on_the_telephone(string firstDay, bool isAsked)
    {
        await ImportAsync(await ExportAsync());
        await AdvanceAsync(TimeSpan.FromHours(1));
        var key = Assert.Single(await OwnThereAsync());
        using var second = IssuingKey.Make(_theirs, key.Trusted.OfficeName, 2, DateOnly.Parse(firstDay, CultureInfo.InvariantCulture));
        var file = Written(Section(key.Trusted.OfficeName, key, second.Trusted));

        await LookAsync(file);
        Assert.Equal(isAsked, _desk.Text.Contains(second.Trusted.Fingerprint, StringComparison.Ordinal));
        await _desk.PostAsync(Address + "?handler=Take", [new("__RequestVerificationToken", Token(_desk)), new("text", Encoding.UTF8.GetString(file))]);

        Assert.Equal(isAsked ? 1 : 2, (await BelievedAsync()).Keys);
    }

    [Fact]
    public async Task A_dropped_key_stays_dropped_until_somebody_who_heard_its_fingerprint_on_the_telephone_says_otherwise()
    {
        await ImportAsync(await ExportAsync());
        await DropAsync("");
        Assert.Contains("请写明原因", _desk.Text, StringComparison.Ordinal);
        await DropAsync("对方说电脑被偷");
        Assert.Contains("对方说电脑被偷", _desk.Text, StringComparison.Ordinal);
        await RefusedAsync(await ExportAsync(), "里面只有本机已经不再信任的密钥");

        await AdvanceAsync(TimeSpan.FromDays(1));
        await _sender.OpenAsync(Address);
        await _sender.PressAsync("换一把新密钥");
        await LookAsync(await ExportAsync());
        Assert.Contains("第 1 号密钥，本机2020年3月5日由测试admin不再信任（对方说电脑被偷）", _desk.Text, StringComparison.Ordinal);
        await _desk.PressAsync("指纹一样，导入");
        Assert.Equal([2], (await TrustedHereAsync()).Select(key => key.Number));
        Assert.Equal("不是本系统签发", await CheckAsync());

        var fingerprint = (await OwnThereAsync())[^1].Trusted.Fingerprint;
        await _desk.OpenAsync(Address);
        await _desk.PressAsync("恢复信任", ("电话里听到的指纹", "0000 0000 0000 0000"), ("恢复信任的原因", "电脑找回来了"));
        Assert.Contains("指纹对不上", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await _desk.PressAsync("恢复信任", ("电话里听到的指纹", fingerprint.ToLowerInvariant()), ("恢复信任的原因", "电脑找回来了"));

        Assert.Contains("已恢复信任", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("有效", await CheckAsync());
        var audited = await AuditedAsync();
        Assert.Contains($"不再信任 签发密钥 {_theirs} 第 1 号", audited);
        Assert.Contains($"恢复信任 签发密钥 {_theirs} 第 1 号", audited);
    }

    [Fact]
    public async Task A_dropped_key_does_not_come_back_while_another_one_has_its_number()
    {
        await ImportAsync(await ExportAsync());
        await DropAsync("对方说电脑被偷");
        using var other = IssuingKey.Make(_theirs, "样例村", 1, LawfulCase.Pack.FirstDay);
        await ImportAsync(Written(Section("样例村", other)));

        await _desk.OpenAsync(Address);
        await _desk.PressAsync("恢复信任", ("电话里听到的指纹", Assert.Single(await OwnThereAsync()).Trusted.Fingerprint), ("恢复信任的原因", "电脑找回来了"));

        Assert.Equal([TrustRules.NumberIsFree.Sentence], _desk.Errors);
        Assert.Equal(other.Trusted.Fingerprint, Assert.Single(await TrustedHereAsync()).Fingerprint);
    }

    [Theory]
    [InlineData("long name", "村居名称不对")]
    [InlineData("no name", "村居名称不对")]
    [InlineData("hidden", "村居名称不对")]
    [InlineData("1999", "密钥的日期不对")]
    [InlineData("2021", "密钥的日期不对")]
    [InlineData("signatures", "签名太多")]
    [InlineData("long signature", "签名太长")]
    [InlineData("year", "文件的时间不对")]
    public async Task What_is_longer_or_further_away_than_an_office_writes_it_is_refused_with_a_sentence(string what, string sentence)
    {
        var name = what switch { "long name" => new('村', 200_000), "no name" => "", "hidden" => "样例\u202E村", _ => "样例村" };
        using var key = IssuingKey.Make(_theirs, name, 1, what switch { "1999" => new(1999, 1, 1), "2021" => new(2021, 1, 1), _ => LawfulCase.Pack.FirstDay });
        var section = Section(name, key);
        section = what switch
        {
            "signatures" => section with { Signatures = Enumerable.Range(1, 300).ToDictionary(number => number, _ => new byte[64]) },
            "long signature" => section with { Signatures = new Dictionary<int, byte[]> { [1] = new byte[1_000] } },
            "year" => section with { At = new(1, 1, 2, 0, 0, 0, TimeSpan.Zero) },
            _ => section,
        };

        await RefusedAsync(Written(section), sentence);
    }

    private async Task DropAsync(string reason)
    {
        await _desk.OpenAsync(Address);
        await _desk.PostAsync(Address + "?handler=Drop", [new("__RequestVerificationToken", Token(_desk)), new("office", _theirs), new("number", "1"), new("Input.Reason", reason)]);
    }

    private Task<List<TrustedKey>> TrustedHereAsync() =>
        _here.InDbAsync(db => db.TrustedKeys.AsNoTracking().IgnoreQueryFilters().Where(key => key.OfficeCode == _theirs).OrderBy(key => key.Number).ToListAsync());

    private Task<IReadOnlyList<IssuingKey>> OwnThereAsync() =>
        _there.InDbAsync(async db => await _there.Services.GetRequiredService<SigningKeyStore>().OwnAsync(db, await db.Offices.SingleAsync()));

    private static string Token(OfficeBrowser browser) => browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static byte[] Written(params TrustSection[] sections) => JsonSerializer.SerializeToUtf8Bytes(sections);

    private static byte[] Change(byte[] file, string change)
    {
        var nodes = JsonNode.Parse(file)!.AsArray();
        var section = nodes[0]!.AsObject();
        var key = section["Keys"]![0]!.AsObject();
        var signatures = section["Signatures"]!.AsObject();
        switch (change)
        {
            case "stop":
                section["Stopped"] = section["Stopped"]!.GetValue<string>()[..21] + "2";
                break;
            case "mark key" or "public key":
                var part = change == "mark key" ? "DocumentTagKey" : "PublicKey";
                var bytes = Convert.FromBase64String(key[part]!.GetValue<string>());
                bytes[^1] ^= 1;
                key[part] = Convert.ToBase64String(bytes);
                break;
            case "name":
                section["Name"] = "隔壁村";
                break;
            case "hour":
                section["At"] = "2020-03-05T09:30:00+08:00";
                break;
            case "last day":
                key["LastDay"] = "2020-03-01";
                break;
            case "signature":
                var signature = Convert.FromBase64String(signatures["1"]!.GetValue<string>());
                signature[0] ^= 1;
                signatures["1"] = Convert.ToBase64String(signature);
                break;
            case "signature missing":
                signatures.Clear();
                break;
            case "signature null":
                signatures["1"] = null;
                break;
            case "signature short":
                signatures["1"] = "AAAA";
                break;
            case "signatures missing":
                section.Remove("Signatures");
                break;
            case "same key twice":
                section["Keys"]!.AsArray().Add(key.DeepClone());
                break;
            case "same office twice":
                nodes.Add(section.DeepClone());
                break;
            case "another office's number":
                section["Stopped"] = LawfulCase.Number().Value + " 1";
                break;
            case "cut off":
                return file[..^20];
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }

        return Encoding.UTF8.GetBytes(nodes.ToJsonString());
    }

    /// <summary>A part as somebody signs it who has this key.</summary>
    private TrustSection Section(string name, IssuingKey signer, params TrustedKey[] others)
    {
        var keys = others.Append(signer.Trusted).OrderBy(key => key.Number).Select(key => new TrustSectionKey(key.Number, key.PublicKey, key.DocumentTagKey, key.FirstDay, key.LastDay)).ToList();
        var section = new TrustSection(_theirs, name, _here.Clock.GetUtcNow(), keys, "", new Dictionary<int, byte[]>());
        return section with { Signatures = new Dictionary<int, byte[]> { [signer.Trusted.Number] = signer.SignFile(section.Content()) } };
    }

    /// <summary>Nobody stays signed in for hours without a click.</summary>
    private async Task AdvanceAsync(TimeSpan by)
    {
        _here.Clock.Advance(by);
        _there.Clock.Advance(by);
        (_desk, _sender) = (await _here.SignedInAsync("admin"), await _there.SignedInAsync("admin"));
    }

    private Task<string> NumberAsync() => _there.InDbAsync(db => db.Passes.Where(pass => pass.Id == _card).Select(pass => pass.Number).SingleAsync());

    private Task<byte[]> ExportAsync(OfficeBrowser? from = null) => (from ?? _sender).Http.GetByteArrayAsync(Export);

    /// <summary>看一看再导入.</summary>
    private async Task LookAsync(byte[]? file)
    {
        await _desk.OpenAsync(Address);
        using var form = new MultipartFormDataContent { { new StringContent(Token(_desk)), "__RequestVerificationToken" } };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", "信任名单.json");
        }

        await _desk.PostAsync(Address + "?handler=Read", form);
        Assert.Equal(HttpStatusCode.OK, _desk.Status);
    }

    private async Task ImportAsync(byte[] file)
    {
        await LookAsync(file);
        await _desk.PressAsync(_desk.Text.Contains("指纹一样，导入", StringComparison.Ordinal) ? "指纹一样，导入" : "导入");
        Assert.Contains("已导入", _desk.StatusMessage, StringComparison.Ordinal);
    }

    /// <summary>A sentence, no button to take it, and nothing is changed, not even by sending the second step without the first.</summary>
    private async Task RefusedAsync(byte[] file, string sentence)
    {
        var before = await AuditedAsync();
        var believed = await BelievedAsync();
        var list = await ListAsync();
        await LookAsync(file);
        Assert.Contains(sentence, _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Page.QuerySelectorAll("form[action*=Take] button"), _ => true);

        await _desk.PostAsync(Address + "?handler=Take", [new("__RequestVerificationToken", Token(_desk)), new("text", Encoding.UTF8.GetString(file).Replace("\0", "", StringComparison.Ordinal))]);

        Assert.Equal(HttpStatusCode.OK, _desk.Status);
        Assert.Contains(sentence, _desk.Text, StringComparison.Ordinal);
        Assert.Equal(believed, await BelievedAsync());
        Assert.Equal(before, (await AuditedAsync()).Take(before.Count));
        Assert.DoesNotContain((await AuditedAsync()).Skip(before.Count), record => record.Contains(_theirs, StringComparison.Ordinal));
        Assert.Equal(list, await ListAsync());
    }

    private async Task NobodyTakesAsync(OfficeBrowser browser, byte[] file)
    {
        await browser.OpenAsync("/");
        await browser.PostAsync(Address + "?handler=Take", [new("__RequestVerificationToken", Token(browser)), new("text", Encoding.UTF8.GetString(file))]);
        Assert.StartsWith("/Account/Denied", browser.Address, StringComparison.Ordinal);
        Assert.Equal((0, 0), await BelievedAsync());
    }

    private Task<(int Keys, int Lists)> BelievedAsync() => _here.InDbAsync(async db => (
        await db.TrustedKeys.IgnoreQueryFilters().CountAsync(key => key.OfficeCode == _theirs), await db.StopLists.CountAsync()));

    private Task<List<string>> ListAsync() => _here.InDbAsync(db => db.StopLists.Select(list => list.Issuer + list.Lines).ToListAsync());

    private Task<List<string>> AuditedAsync() => _here.InDbAsync(db => db.AuditRecords.OrderBy(record => record.Id).Select(record => record.Action + " " + record.Subject).ToListAsync());

    private async Task<string> CheckAsync(string? code = null)
    {
        await _desk.OpenAsync("/Verification/Check");
        await _desk.SendAsync(("扫卡背面的二维码，或输入卡号", code ?? _code));
        Assert.Empty(_desk.Errors);
        return _desk.Page.QuerySelector(".verdict-word")!.TextContent;
    }
}
