using System.Net;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Venues;

/// <summary>场所: registered by one, approved by another, changed, closed.</summary>
public sealed class VenuePagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private OfficeBrowser _other = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        _clerk = await _server.ClerkAsync();
        _other = await _server.ClerkAsync("erhao");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Entered_by_one_and_approved_by_another_with_what_was_seen()
    {
        await RegisterAsync("样例村卫生室");
        Assert.Equal("已登记，场所编号 0001。下一步：由另一个人核准。", _clerk.StatusMessage);
        var address = _clerk.Address;
        await _clerk.PressAsync("核准", ("看到了什么材料", VenueCase.Seen));
        Assert.Equal([VenueRules.ApprovedByAnother.Sentence], _clerk.Errors);

        await _other.OpenAsync(address);
        await _other.PressAsync("核准", ("看到了什么材料", ""));
        Assert.Equal([VenueRules.SeenNamed.Sentence], _other.Errors);
        await _other.PressAsync("核准", ("看到了什么材料", VenueCase.Seen));

        Assert.Equal("已核准。下一步：出场所码海报。", _other.StatusMessage);
        Assert.Equal(VenueState.Approved, await StateAsync());
        Assert.Contains("已核准", (await _clerk.OpenAsync("/Venues")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_the_document_and_the_telephone_are_masked_and_the_log_tells_who_looked()
    {
        await RegisterAsync("样例村卫生室");

        Assert.DoesNotContain(Number(1), _clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000007", _clerk.Text, StringComparison.Ordinal);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "查看", Subject: "场所 0001" });
    }

    [Fact]
    public async Task An_applicant_with_a_second_venue_is_told_of_the_first()
    {
        await RegisterAsync("样例村卫生室");
        await RegisterAsync("样例村小卖部");

        Assert.Contains("0001 样例村卫生室", Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.Equal("样例村小卖部", _clerk.Field("场所名称").GetAttribute("value"));
        Assert.Equal(1, await _server.InDbAsync(db => db.Venues.CountAsync()));
        // The refused one has taken no number.
        await RegisterAsync("样例村小卖部", person: 2);
        Assert.Equal([1, 2], await _server.InDbAsync(db => db.Venues.OrderBy(venue => venue.Id).Select(venue => venue.Number).ToListAsync()));
    }

    [Fact]
    public async Task Two_clerks_at_once_do_not_give_an_applicant_two_venues()
    {
        await _clerk.OpenAsync("/Venues/Edit");
        await _other.OpenAsync("/Venues/Edit");

        await Task.WhenAll(_clerk.SendAsync(Application("样例村卫生室", 1)), _other.SendAsync(Application("样例村小卖部", 1)));

        Assert.Equal(1, await _server.InDbAsync(db => db.Venues.CountAsync()));
        Assert.Single(_clerk.Errors.Concat(_other.Errors));
    }

    [Fact]
    public async Task Every_empty_line_has_its_sentence()
    {
        await _clerk.OpenAsync("/Venues/Edit");
        await _clerk.SendAsync(("申领日期", ""));

        Assert.Equal(
            new[] { VenueRules.HasName, VenueRules.KindOfNotice, VenueRules.HasAddress, VenueRules.HasApplicant, VenueRules.AppliedByToday }.Select(rule => rule.Sentence).Order(StringComparer.Ordinal),
            _clerk.Errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("场所名称", "村村村村村村村村村村村村村村村村村村村村村村村村村村村村村村村", "最多 30 个字")]
    [InlineData("证件号码", "640104194802290011", "")]
    [InlineData("申领人电话", "123", "")]
    [InlineData("申领日期", "2020-13-40", "")]
    public async Task What_cannot_be_read_has_a_sentence_and_stays(string label, string typed, string says)
    {
        await _clerk.OpenAsync("/Venues/Edit");
        await _clerk.SendAsync([.. Application("样例村卫生室", 1).Where(field => field.Label != label), (label, typed)]);

        Assert.NotEmpty(_clerk.Errors);
        Assert.Contains(says, string.Concat(_clerk.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, _clerk.Field(label).GetAttribute("value"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Fact]
    public async Task Another_applicant_is_checked_again_and_the_first_one_is_free()
    {
        var id = await _server.AddVenueAsync();
        await _clerk.OpenAsync($"/Venues/Edit/{id}");
        await _clerk.SendAsync(("申领人姓名", "马德水"), ("证件号码", Number(2)));
        Assert.Equal([VenueRules.ChangeExplained.Sentence], _clerk.Errors);
        await _clerk.SendAsync(("为什么改", "换了负责人"));

        Assert.Equal("已改。下一步：由另一个人重新核准。", _clerk.StatusMessage);
        Assert.Equal(VenueState.AwaitingApproval, await StateAsync());
        await RegisterAsync("样例村小卖部", person: 1);
        Assert.Empty(_clerk.Errors);
    }

    [Fact]
    public async Task Closed_its_poster_is_void_too()
    {
        var id = await _server.AddVenueAsync();
        await _clerk.OpenAsync($"/Venues/Details/{id}");
        await _clerk.PressAsync("停用这个场所", ("为什么停用", ""));
        Assert.Equal([VenueRules.CloseExplained.Sentence], _clerk.Errors);
        await _clerk.PressAsync("停用这个场所", ("为什么停用", "店不开了"));

        Assert.Equal(VenueState.Closed, await StateAsync());
        var poster = await _server.InDbAsync(db => db.VenuePosters.SingleAsync());
        Assert.Equal((false, "场所停用"), (poster.IsInUse, poster.VoidedFor));
    }

    [Fact]
    public async Task It_is_found_by_number_name_kind_and_address_and_nothing_gets_into_the_address()
    {
        await _server.AddVenueAsync();
        await _server.AddVenueAsync(name: "样例村小卖部", person: 2);
        await _clerk.OpenAsync("/Venues");

        foreach (var (sought, found) in new[] { ("0002", "样例村小卖部"), ("卫生室", "样例村卫生室"), ("没有这个", "没有找到这样的场所") })
        {
            await _clerk.PressAsync("查找", ("找场所", sought));
            Assert.Contains(found, _clerk.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(sought), _clerk.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_offices_venue_is_not_found_and_the_township_reads_the_reports_alone()
    {
        var id = await _server.AddVenueAsync();
        var stranger = await _server.SignedInUserAsync("linju", (await _server.AddOfficeAsync(await _server.FirstVillageAsync(1), Hebei.Pack)).Code, Roles.Clerk);

        foreach (var page in (string[])["Details", "Edit", "Poster", "Check", "Duty", "Entries", "EntryList"])
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await stranger.OpenAsync($"/Venues/{page}/{id}")).Status));
        }

        var township = await _server.SignedInUserAsync("xiangzhen", (await _server.FirstVillageAsync()).Value[..9], Roles.TownshipOfficial);
        Assert.StartsWith("/Account/Denied", (await township.OpenAsync("/Venues")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_duty_table_is_filled_and_a_line_is_taken_away()
    {
        var id = await _server.AddVenueAsync();
        await _clerk.OpenAsync($"/Venues/Duty/{id}");
        await _clerk.SendAsync(("谁", "老李"), ("几点起", "八点半"), ("到几点", "18:00"));
        Assert.Contains("时间看不懂", string.Concat(_clerk.Errors), StringComparison.Ordinal);
        await _clerk.SendAsync(("几点起", "8点"), ("到哪天", "3.7"));
        Assert.Equal("已排上。", _clerk.StatusMessage);
        Assert.Contains("老李 08:00–18:00", (await _clerk.OpenAsync($"/Venues/Details/{id}")).Text, StringComparison.Ordinal);

        await _clerk.OpenAsync($"/Venues/Duty/{id}");
        await _clerk.PressAsync("去掉，老李 3月5日");
        Assert.Equal(0, await _server.InDbAsync(db => db.DoorDuties.CountAsync()));
    }

    private static string Number(int person) => VenueCase.Applicant(person).Document.Number;

    private static (string Label, string? Value)[] Application(string name, int person) =>
    [
        ("场所名称", name), ("类别", "公共管理和服务机构"), ("地址", "村东头 12 号"), ("申领人姓名", VenueCase.ApplicantName), ("证件号码", Number(person)), ("申领人电话", "13800000007"), ("申领日期", "3.5"),
    ];

    private async Task RegisterAsync(string name, int person = 1)
    {
        await _clerk.OpenAsync("/Venues/Edit");
        await _clerk.SendAsync(Application(name, person));
    }

    private Task<VenueState> StateAsync() => _server.InDbAsync(db => db.Venues.OrderBy(venue => venue.Id).Select(venue => venue.State).FirstAsync());
}
