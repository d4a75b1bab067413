using System.Net;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Administration.Offices;

public sealed class OfficePageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeBrowser _administrator = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = (await _server.FirstVillageAsync()).Value;
        _administrator = await _server.SignedInUserAsync("admin", _office, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Names_numbers_and_prompt_are_kept_and_the_end_of_the_epidemic_is_no_field_here()
    {
        await _administrator.OpenAsync($"/Administration/Office/{_office}");

        await _administrator.SendAsync(
            ("监督电话", "12345"), ("体温提示值（℃）", "37.2"), ("提示值的出处", "额温枪说明书"));

        Assert.Equal("已保存。", _administrator.StatusMessage);
        var office = await _server.InDbAsync(db => db.Offices.SingleAsync());
        Assert.Equal("12345", office.SupervisionPhone);
        Assert.Equal(37.2m, office.TemperaturePrompt);
        Assert.Null(office.EpidemicEndedOn);
        await _administrator.OpenAsync($"/Administration/Office/{_office}");
        Assert.Throws<InvalidOperationException>(() => _administrator.Field("疫情解除日"));
        Assert.Contains(_administrator.Page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/Closing/{_office}");
        await _administrator.PostAsync($"/Administration/Office/{_office}", [.. _administrator.MainFields(), new("Input.EpidemicEndedOn", "20200305")]);
        Assert.Equal("已保存。", _administrator.StatusMessage);
        Assert.Null(await _server.InDbAsync(db => db.Offices.Select(each => each.EpidemicEndedOn).SingleAsync()));
    }

    [Fact]
    public async Task The_audit_names_the_changed_fields_and_what_they_were()
    {
        await _administrator.OpenAsync($"/Administration/Office/{_office}");
        await _administrator.SendAsync(("监督电话", "12345"));

        var record = await _server.InDbAsync(db => db.AuditRecords.OrderByDescending(one => one.Id).FirstAsync());
        Assert.Equal(("修改", "监督电话：0951-12345→12345", "admin"), (record.Action, record.Detail, record.UserName));
        Assert.Equal(_server.Clock.GetUtcNow(), record.At);
    }

    [Fact]
    public async Task Residents_are_entered_and_taken_back()
    {
        await _administrator.OpenAsync($"/Administration/Office/{_office}");
        await _administrator.SendAsync(("居民数", "1860"));
        Assert.Equal(1860, await _server.InDbAsync(db => db.Offices.Select(office => office.Residents).SingleAsync()));

        await _administrator.OpenAsync($"/Administration/Office/{_office}");
        await _administrator.SendAsync(("居民数", "0"));
        Assert.Contains(OfficeRules.ResidentsInRange.Sentence, _administrator.Errors);

        await _administrator.OpenAsync($"/Administration/Office/{_office}");
        await _administrator.SendAsync(("居民数", ""));
        Assert.Null(await _server.InDbAsync(db => db.Offices.Select(office => office.Residents).SingleAsync()));
    }

    [Fact]
    public async Task A_prompt_without_a_source_is_refused()
    {
        await _administrator.OpenAsync($"/Administration/Office/{_office}");

        await _administrator.SendAsync(("体温提示值（℃）", "37.2"), ("提示值的出处", ""));

        Assert.Contains("请填写提示值的出处。", _administrator.Errors);
    }

    [Theory]
    [InlineData("体温提示值（℃）", "三十七", "体温提示值（℃）")]
    [InlineData("居民数", "很多", "居民数")]
    public async Task What_cannot_be_read_gets_a_Chinese_sentence_and_stays_in_the_box(string label, string typed, string begins)
    {
        await _administrator.OpenAsync($"/Administration/Office/{_office}");

        await _administrator.SendAsync((label, typed));

        var sentence = Assert.Single(_administrator.Errors);
        Assert.StartsWith(begins, sentence, StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z]{3}", sentence);
        Assert.Equal(typed, _administrator.Field(label).GetAttribute("value"));
    }

    [Fact]
    public async Task An_office_that_does_not_exist_is_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.OpenAsync("/Administration/Office/999999999999")).Status);

    [Fact]
    public async Task A_further_office_is_set_up_on_the_same_server_but_not_twice()
    {
        var second = await _server.FirstVillageAsync(1);
        await AddAsync(second);
        Assert.Contains("已设立", _administrator.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(2, await _server.InDbAsync(db => db.Offices.CountAsync()));

        await AddAsync(second);
        Assert.Contains(OfficeRules.IsNew.Sentence, _administrator.Errors);
    }

    private async Task AddAsync(DivisionCode at)
    {
        await _administrator.OpenAsync($"/Administration/Offices?Code={at}");
        await _administrator.SendAsync(("核发机构联系方式", "0951-7654321"), ("监督电话", "12345"));
    }
}
