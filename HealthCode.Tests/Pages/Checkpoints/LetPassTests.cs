using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>放行: the steps of the gate, and what each province's notice wants written down.</summary>
public sealed class LetPassTests : IAsyncLifetime
{
    private static readonly IssuingKey Neighbour = IssuingKey.Make("640104001299", "邻村村民委员会", 1, new(2020, 2, 18));

    private static readonly string[] Mandatory = ["通行人姓名", "通行原因", "通行类型"];

    private static readonly string[] Remembered = ["通行人姓名", "通行人电话", "车牌"];

    private OfficeServer _server = null!;
    private OfficeBrowser _guard = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Nobody_is_let_pass_before_his_temperature_is_ticked()
    {
        var number = await AtNingxiaAsync();
        await _guard.ScanAsync(number);

        await _guard.RecordAsync();

        Assert.Equal([GateRules.TemperatureTicked.Sentence], _guard.Errors);
        Assert.Equal("编号有效", _guard.Verdict());
        Assert.Equal((0, 0, 0), await WrittenAsync());
    }

    [Fact]
    public async Task Who_is_well_is_one_more_in_the_hour_and_nothing_else_is_written_anywhere()
    {
        var number = await AtNingxiaAsync();
        var audited = await _server.InDbAsync(db => db.AuditRecords.CountAsync());
        for (var i = 0; i < 2; i++)
        {
            await _guard.ScanAsync(number);
            await _guard.RecordAsync(("FoundNormal", "true"), ("Temperature", "39.0"), ("Official", "Green"));
            Assert.Equal("已放行。", _guard.StatusMessage);
        }

        _server.Clock.Advance(TimeSpan.FromHours(1));
        _guard = await _server.SignedInAsync("kakou", OfficeServer.Pin);
        await _guard.ScanAsync(number);
        await _guard.RecordAsync(("FoundNormal", "true"));

        Assert.Equal([(9, 2), (10, 1)], (await _server.InDbAsync(db => db.GateTallies.OrderBy(tally => tally.Hour).ToListAsync())).Select(tally => (tally.Hour, tally.People)));
        Assert.Equal((2, 0, 0), await WrittenAsync());
        Assert.Contains("今天已放行 3 人", _guard.Text, StringComparison.Ordinal);
        var records = await _server.InDbAsync(db => db.AuditRecords.OrderBy(record => record.Id).Skip(audited).ToListAsync());
        Assert.DoesNotContain(records, record => record.Subject.Contains(number, StringComparison.Ordinal) || record.Detail.Contains(number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Gray")]
    [InlineData("NothingFound")]
    public async Task A_gray_code_and_nothing_found_keep_nobody_back(string word)
    {
        var number = await AtNingxiaAsync();
        await _guard.ScanAsync(number);

        await _guard.RecordAsync(("FoundNormal", "true"), ("Official", word));

        Assert.Equal((1, 0, 0), await WrittenAsync());
    }

    [Fact]
    public async Task A_temperature_nobody_can_read_is_named_and_what_was_ticked_stays()
    {
        var number = await AtNingxiaAsync();
        await _guard.ScanAsync(number);

        await _guard.RecordAsync(("FoundNormal", "true"), ("Temperature", "三十六度五"));

        Assert.Contains("体温请写成 36.5 这样的数", Assert.Single(_guard.Errors), StringComparison.Ordinal);
        Assert.Equal("三十六度五", _guard.Field("体温").GetAttribute("value"));
        Assert.True(_guard.Page.QuerySelector("input[name='Input.FoundNormal'][value=true]")!.HasAttribute("checked"));
        Assert.Equal((0, 0, 0), await WrittenAsync());
    }

    [Fact]
    public async Task At_the_border_of_the_province_the_temperature_comes_first_then_the_card_then_the_entry_code()
    {
        var number = await AtNingxiaAsync(CheckMode.Port);

        await _guard.ScanAsync(number);
        Assert.Equal([GateRules.TemperatureFirst.Sentence + "先测温，再验码，再扫码"], _guard.Errors);
        Assert.Equal("", _guard.Verdict());

        await _guard.ScanAsync(number, ("FoundNormal", "true"));
        Assert.Equal("编号有效", _guard.Verdict());
        await _guard.RecordAsync();
        Assert.Equal([GateRules.ScannedForHolder.Sentence + "入宁卡口管理码"], _guard.Errors);
        Assert.NotNull(_guard.Field("已代扫入宁卡口管理码（人工代扫）"));
        Assert.Equal((0, 0, 0), await WrittenAsync());

        await _guard.RecordAsync(("ScannedForHolder", "true"));
        Assert.Equal("已放行。", _guard.StatusMessage);
        Assert.Equal((1, 0, 0), await WrittenAsync());
    }

    [Fact]
    public async Task Who_is_held_back_at_the_border_of_the_province_is_recorded_without_the_entry_code()
    {
        var number = await AtNingxiaAsync(CheckMode.Port);
        await _guard.ScanAsync(number, ("FoundNormal", "false"));

        await _guard.RecordAsync(("Handling", "请到发热门诊"));

        Assert.StartsWith("/Verification/Incidents/Details/", _guard.Address, StringComparison.Ordinal);
        Assert.Equal((0, 0, 1), await WrittenAsync());
    }

    [Fact]
    public async Task At_the_border_of_a_province_without_a_code_of_its_gates_none_is_scanned()
    {
        var code = await AtAsync(Hebei.Pack, CheckMode.Port);

        await _guard.ScanAsync(code);
        Assert.Equal([GateRules.TemperatureFirst.Sentence + "先测温，再验码"], _guard.Errors);
        await _guard.ScanAsync(code, ("FoundNormal", "true"));
        Assert.Null(_guard.Page.QuerySelector("[name='Input.ScannedForHolder']"));
        await _guard.RecordAsync();

        Assert.Equal("已放行。", _guard.StatusMessage);
    }

    [Fact]
    public async Task In_Hebei_the_place_and_the_time_are_kept_and_no_more()
    {
        var code = await AtAsync(Hebei.Pack);
        await _guard.ScanAsync(code);
        Assert.DoesNotContain("通行登记", _guard.Page.QuerySelector("#steps")!.TextContent, StringComparison.Ordinal);

        await _guard.RecordAsync(("FoundNormal", "true"), ("Name", "马德山"), ("Phone", "13995000001"));

        var passage = await _server.InDbAsync(db => db.Passages.SingleAsync());
        Assert.Equal(("村口卡点", "兴庆区样例街道村东头路口", _server.Clock.GetUtcNow()), (passage.CheckpointName, passage.CheckpointAddress, passage.At.ToUniversalTime()));
        Assert.Equal(("", "", "", null, null, null), (passage.Name, passage.Phone, passage.Plate, passage.Reason, passage.Direction, passage.FoundNormal));
        Assert.Equal((1, 1, 0), await WrittenAsync());
    }

    [Fact]
    public async Task In_Hainan_each_mandatory_line_is_named_at_its_field_and_what_was_typed_stays()
    {
        await AtHainanAsync();

        await _guard.RecordAsync(("FoundNormal", "true"), ("Phone", "13995000001"));

        Assert.Equal(Mandatory.Select(line => GateRules.PassageComplete.Sentence + line + "。").Order(StringComparer.Ordinal), _guard.Errors.Order(StringComparer.Ordinal));
        Assert.Equal("true", _guard.Field("通行人姓名").GetAttribute("aria-invalid"));
        Assert.Equal("13995000001", _guard.Field("通行人电话").GetAttribute("value"));
        Assert.Equal((0, 0, 0), await WrittenAsync());
    }

    [Fact]
    public async Task In_Hainan_every_line_of_the_form_is_kept_and_the_next_time_it_is_filled_in_already()
    {
        var code = await AtHainanAsync();
        await _guard.RecordAsync(
            ("FoundNormal", "true"), ("Temperature", "365"), ("Name", "王秀兰"), ("Phone", "13995000001"), ("Plate", "宁A12345"), ("Reason", "BackHome"), ("Direction", "In"));
        Assert.Equal("已放行。", _guard.StatusMessage);

        var passage = await _server.InDbAsync(db => db.Passages.SingleAsync());
        Assert.Equal(("王秀兰", "13995000001", "宁A12345", PassageReason.BackHome, PassageDirection.In), (passage.Name, passage.Phone, passage.Plate, passage.Reason!.Value, passage.Direction!.Value));
        Assert.Equal((true, 36.5m), (passage.FoundNormal, passage.Temperature!.Value.Celsius));

        await _guard.ScanAsync(code);
        Assert.Equal(["王秀兰", "13995000001", "宁A12345"], Remembered.Select(line => _guard.Field(line).GetAttribute("value")));
        Assert.Null(_guard.Page.QuerySelector("input[name='Input.Reason'][checked], input[name='Input.Direction'][checked]"));
        await _guard.RecordAsync(("FoundNormal", "true"), ("Reason", "Shopping"), ("Direction", "Out"));
        Assert.Equal((1, 2, 0), await WrittenAsync());
    }

    [Fact]
    public async Task What_the_guard_clears_or_corrects_is_not_filled_in_behind_his_back()
    {
        var code = await AtHainanAsync();
        await _guard.RecordAsync(("FoundNormal", "true"), ("Name", "王秀兰"), ("Phone", "13995000001"), ("Reason", "BackHome"), ("Direction", "In"));
        await _guard.ScanAsync(code);

        await _guard.RecordAsync(("FoundNormal", "true"), ("Name", ""), ("Phone", "13995000002"), ("Reason", "BackHome"), ("Direction", "Out"));

        Assert.Equal([GateRules.PassageComplete.Sentence + "通行人姓名。"], _guard.Errors);
        Assert.Equal("13995000002", _guard.Field("通行人电话").GetAttribute("value"));
        Assert.Equal((1, 1, 0), await WrittenAsync());
    }

    [Theory]
    [InlineData("Name", "打这里😀")]
    [InlineData("Phone", "123456789012345678901")]
    public async Task A_line_that_cannot_be_kept_is_named_and_stays(string field, string value)
    {
        await AtHainanAsync();

        await _guard.RecordAsync(("FoundNormal", "true"), ("Reason", "BackHome"), ("Direction", "In"), (field, value), field == "Name" ? ("Plate", "") : ("Name", "王秀兰"));

        Assert.Equal((0, 0, 0), await WrittenAsync());
        Assert.Equal(value, _guard.Page.QuerySelector($"[name='Input.{field}']")!.GetAttribute("value"));
        Assert.Single(_guard.Errors);
    }

    [Fact]
    public async Task The_history_of_a_card_is_14_days_without_a_name_and_each_look_is_on_record()
    {
        var code = await AtHainanAsync();
        var start = _server.Clock.GetUtcNow();
        foreach (var day in (int[])[0, 1, 14])
        {
            _server.Clock.SetTo(start.AddDays(day));
            _guard = await _server.SignedInAsync("kakou", OfficeServer.Pin);
            await _guard.ScanAsync(code);
            await _guard.RecordAsync(("FoundNormal", "true"), ("Name", "王秀兰"), ("Phone", "13995000001"), ("Reason", "BackHome"), ("Direction", "In"));
            Assert.Equal("已放行。", _guard.StatusMessage);
        }

        await _guard.ScanAsync(code);
        await _guard.OpenAsync(_guard.Page.QuerySelector("#steps a[href*=History]")!.GetAttribute("href")!);

        // Day 0 is the fifteenth day back.
        Assert.Equal(["3月19日 09:00", "3月6日 09:00"], _guard.Page.QuerySelectorAll("tbody tr").Select(row => row.Children[0].TextContent));
        Assert.DoesNotContain("王秀兰", _guard.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("13995000001", _guard.Html, StringComparison.Ordinal);
        await _guard.OpenAsync(_guard.Address);
        var looks = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "查看关口记录").ToListAsync());
        Assert.Equal(2, looks.Count);
        Assert.All(looks, look => Assert.Equal(("kakou", "通行卡 " + Number().Value), (look.UserName, look.Subject)));
    }

    private static PassNumber Number() => PassNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(Neighbour.Trusted.OfficeCode), 5);

    private async Task<string> AtNingxiaAsync(CheckMode mode = CheckMode.Venue)
    {
        _server = await OfficeServer.WithOfficeAsync();
        _guard = await _server.SignedInGuardAsync("kakou", mode);
        return (await _server.CardsInHandAsync())[0].Number;
    }

    /// <summary>A province without the card: those of a neighbour are shown there. It is good for 14 days and its office's list is believed for longer than the test lasts.</summary>
    private async Task<string> AtAsync(RulePack pack, CheckMode mode = CheckMode.Venue)
    {
        _server = await OfficeServer.WithOfficeAsync(pack: pack);
        _guard = await _server.SignedInGuardAsync("kakou", mode);
        await _server.TrustAsync(Neighbour.Trusted, new(_server.Clock.GetUtcNow(), []));
        return Neighbour.Sign(new PassToken(1, Number(), ValidityPeriod.From(LawfulCase.Today, LawfulCase.Pack), DocumentTag.Of(Neighbour.Trusted.DocumentTagKey, Number(), PaperForm.Number)));
    }

    private async Task<string> AtHainanAsync()
    {
        var code = await AtAsync(Hainan.Pack);
        await _guard.ScanAsync(code);
        Assert.Equal("有效", _guard.Verdict());
        return code;
    }

    /// <summary>Hours with people, passages, incidents.</summary>
    private Task<(int Tallies, int Passages, int Incidents)> WrittenAsync() => _server.InDbAsync(async db =>
        (await db.GateTallies.CountAsync(), await db.Passages.CountAsync(), await db.GateIncidents.CountAsync()));
}
