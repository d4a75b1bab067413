using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.HealthStatuses;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>关口监督申报: a check-in for who asks for it, under the guard's eyes.</summary>
public sealed class DeclarePageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _guard = null!;
    private Resident _resident = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var id = (await _server.AddResidentsAsync(1))[0];
        _resident = await _server.InDbAsync(db => db.Residents.SingleAsync(each => each.Id == id));
        _guard = await _server.SignedInGuardAsync("kakou");
        await _guard.OpenAsync("/Verification/Declare");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_asks_for_it_is_written_down_for_the_day_and_no_gate_no_passage_and_nobody_counted()
    {
        await DeclareAsync(("体温（℃）", "365"), ("体温是否正常", "正常"));

        Assert.Empty(_guard.Errors);
        Assert.Equal(("申报已记下。", "查验"), (_guard.StatusMessage, _guard.Title));
        var checkIn = await _server.InDbAsync(db => db.CheckIns.SingleAsync());
        Assert.Equal((_resident.Id, _server.Today, CheckInChannel.Gate, "测试kakou"), (checkIn.ResidentId, checkIn.Day, checkIn.Channel, checkIn.By.Name));
        Assert.Equal((0, 0, 0), await _server.InDbAsync(async db => (await db.GateTallies.CountAsync(), await db.Passages.CountAsync(), await db.GateIncidents.CountAsync())));
        Assert.DoesNotContain("村口卡点", (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(record => record.Subject.StartsWith("健康打卡")))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_normal_is_an_incident_that_says_what_was_done_and_names_nobody()
    {
        await DeclareAsync(("体温（℃）", "360"), ("体温是否正常", "不正常"));
        Assert.Equal([GateRules.Handled.Sentence], _guard.Errors);
        Assert.Equal((0, 0), await _server.InDbAsync(async db => (await db.CheckIns.CountAsync(), await db.GateIncidents.CountAsync())));
        Assert.Equal("360", _guard.Field("体温（℃）").GetAttribute("value"));

        await _guard.SendAsync(("当场怎样处理", "请到发热门诊"));

        var incident = await _server.InDbAsync(db => db.GateIncidents.SingleAsync());
        Assert.Equal($"/Verification/Incidents/Details/{incident.Id}", _guard.Address);
        Assert.Equal(("体温不正常", "", "请到发热门诊"), (incident.Findings, incident.Number, incident.Handling));
        Assert.DoesNotContain(_resident.Person.Name.Value, _guard.Text, StringComparison.Ordinal);
        Assert.True((await _server.InDbAsync(db => db.CheckIns.SingleAsync())).FoundAbnormal);
    }

    [Fact]
    public async Task Who_did_not_ask_is_not_written_down()
    {
        await _guard.SendAsync(("姓名", _resident.Person.Name.Value), ("证件号码", _resident.Person.Document.Number), ("体温（℃）", "365"), ("体温是否正常", "正常"));

        Assert.StartsWith("本人没有要求申报官方码的，不用填这一页", Assert.Single(_guard.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.CheckIns.CountAsync()));
    }

    [Theory]
    [InlineData("马德水", null)]
    [InlineData(null, PaperForm.Number)]
    public async Task A_name_and_number_of_no_one_resident_tell_the_guard_nothing_and_are_audited(string? name, string? number)
    {
        await DeclareAsync(("姓名", name ?? _resident.Person.Name.Value), ("证件号码", number ?? _resident.Person.Document.Number), ("体温（℃）", "365"), ("体温是否正常", "正常"));

        Assert.StartsWith("姓名和证件号码与名册对不上，没有记下", Assert.Single(_guard.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(_resident.Address, _guard.Html, StringComparison.Ordinal);
        var record = await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == GateDeclaration.Unknown));
        Assert.Equal(("村口卡点", ""), (record.Subject, record.Detail));
        Assert.Equal(0, await _server.InDbAsync(db => db.CheckIns.CountAsync()));
    }

    [Theory]
    [InlineData("332", "复测")]
    [InlineData("", "请填写当日体温")]
    public async Task The_form_is_that_of_the_desk(string temperature, string sentence)
    {
        await DeclareAsync(("体温（℃）", temperature), ("体温是否正常", "正常"));

        Assert.Contains(sentence, Assert.Single(_guard.Errors), StringComparison.Ordinal);
    }

    private Task<OfficeBrowser> DeclareAsync(params (string Label, string? Value)[] values)
    {
        var said = new Dictionary<string, string?> { ["本人要求申报官方码"] = "on", ["姓名"] = _resident.Person.Name.Value, ["证件号码"] = _resident.Person.Document.Number };
        foreach (var (label, value) in values)
        {
            said[label] = value;
        }

        return _guard.SendAsync([.. said.Select(each => (each.Key, each.Value))]);
    }
}
