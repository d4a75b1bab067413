using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

/// <summary>从名册带出 and short writing on the form, through HTTP, as a browser without scripts does it.</summary>
public sealed class RosterPrefillTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private List<long> _household = [];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _clerk = await _server.SignedInUserAsync("luru", (await _server.FirstVillageAsync()).Value, Roles.Clerk);
        _household = await _server.AddFourGenerationsAsync();
        await _clerk.OpenAsync("/Declarations/Create");
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("mj")]
    [InlineData("马建")]
    public async Task Two_letters_or_characters_find_people_of_the_roster_with_age_and_household(string typed)
    {
        await _clerk.PostAsync("/Declarations/Create?handler=Roster", Typed(("Name", typed)));

        Assert.Contains(_clerk.Page.QuerySelectorAll(".matches button"), button => button.TextContent.Contains("马建国", StringComparison.Ordinal) && button.TextContent.Contains("64 岁", StringComparison.Ordinal));
        Assert.Equal(typed, _clerk.Field("姓名").GetAttribute("value"));
    }

    [Fact]
    public async Task Four_digits_of_the_number_find_him_and_nobody_is_said()
    {
        var digits = FourGenerations.At(0).Document.Number[^4..];
        await _clerk.PostAsync("/Declarations/Create?handler=Roster", Typed(("Name", digits)));
        Assert.Contains(_clerk.Page.QuerySelectorAll(".matches button"), button => button.TextContent.Contains("马建国", StringComparison.Ordinal));

        await _clerk.PostAsync("/Declarations/Create?handler=Roster", Typed(("Name", "张三丰")));
        Assert.Contains("名册里没有找到", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_chosen_fills_in_identity_address_and_guardian_and_no_answer()
    {
        await _clerk.PostAsync("/Declarations/Create?handler=Resident", Typed(("Name", "mxl"), ("TravelOn", "20200306"), ("resident", _household[FourGenerations.Granddaughter].ToString(System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(HttpStatusCode.OK, _clerk.Status);
        var child = FourGenerations.At(FourGenerations.Granddaughter);
        Assert.Equal(("马小兰", child.Document.Number), (_clerk.Field("姓名").GetAttribute("value"), _clerk.Field("身份证号码").GetAttribute("value")));
        Assert.Equal("20200306", _clerk.Field("出行日期").GetAttribute("value"));
        Assert.Equal("", _clerk.Page.QuerySelector("[name='Input.Stays[0].FirstDay']")!.GetAttribute("value") ?? "");
        Assert.Empty(_clerk.Page.QuerySelectorAll(".question input[checked]"));
        Assert.Empty(_clerk.Page.QuerySelectorAll("[name='Input.Signature'][checked]"));
        Assert.NotNull(_clerk.Page.QuerySelector("form[data-prefilled]"));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.UserName == "luru" && record.Detail.Contains("录入页", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_registered_address_comes_from_his_last_form()
    {
        var head = FourGenerations.At(0);
        await _clerk.EnterAsync(("Name", head.Name.Value), ("DocumentNumber", head.Document.Number), ("BirthDate", null), ("Sex", null), ("DomicileAddress", "宁夏银川老屋"));
        await _clerk.OpenAsync("/Declarations/Create");
        await _clerk.PostAsync("/Declarations/Create?handler=Resident", Typed(("Name", "mj"), ("resident", _household[0].ToString(System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal("宁夏银川老屋", _clerk.Field("户籍地址").GetAttribute("value"));
        Assert.NotNull(_clerk.Page.QuerySelector("#history [data-key='Alt+K']"));
    }

    [Fact]
    public async Task Somebody_of_another_office_or_a_double_is_not_brought_in()
    {
        await _clerk.PostAsync("/Declarations/Create?handler=Resident", Typed(("Name", "mj"), ("resident", "999999")));

        Assert.Contains("请再找一次", _clerk.Text, StringComparison.Ordinal);
        Assert.Equal("mj", _clerk.Field("姓名").GetAttribute("value"));
    }

    [Fact]
    public async Task As_above_and_tomorrow_are_written_out()
    {
        await _clerk.EnterAsync(("DomicileAddress", "同上"), ("TravelOn", "明天"), ("SignedOn", "0"));

        var saved = (await _server.InDbAsync(db => db.Declarations.SingleAsync())).Content;
        Assert.Equal((saved.Stays[0].Address, new DateOnly(2020, 3, 6), new DateOnly(2020, 3, 5)), (saved.DomicileAddress, saved.Travel.On, saved.SignedOn));
    }

    [Fact]
    public async Task The_check_names_the_faults_of_what_is_filled_in_and_saves_nothing()
    {
        await _clerk.PostAsync("/Declarations/Create?handler=Check", Typed(("Name", "马德山"), ("Phone", "1380"), ("TravelOn", "20200230"), ("DocumentNumber", "640104194802290011")));

        string? Fault(string field) => _clerk.Page.QuerySelector($"[data-faults] [data-for='Input.{field}']")?.TextContent;
        Assert.Contains("没有 2020年2月30日", Fault("TravelOn"), StringComparison.Ordinal);
        Assert.NotNull(Fault("Phone"));
        Assert.NotNull(Fault("DocumentNumber"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Declarations.CountAsync()));
    }

    [Fact]
    public async Task Within_the_province_the_province_alone_is_no_destination()
    {
        await _clerk.EnterAsync(("City", null), ("County", null), ("Township", null), ("Village", null), ("House", null));

        Assert.Contains(_clerk.Errors, error => error.Contains("目的地", StringComparison.Ordinal));
    }

    private List<KeyValuePair<string, string>> Typed(params (string Field, string Value)[] fields) =>
    [
        .. _clerk.FieldsWith(fields.Where(field => field.Field != "resident").ToDictionary(field => field.Field, field => field.Value)),
        .. fields.Where(field => field.Field == "resident").Select(field => new KeyValuePair<string, string>(field.Field, field.Value)),
    ];
}
