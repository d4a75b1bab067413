using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

public sealed class SearchPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        await _desk.EnterAsync(("Name", "马买买提·阿卜"), ("Phone", "13800001234"));
        await _desk.EnterAsync(("Name", "单国强"), ("DocumentNumber", "34052419800101001X"), ("BirthDate", null), ("Sex", null));
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("马买", "马买买提·阿卜")]
    [InlineData("买买提", "马买买提·阿卜")]
    [InlineData("阿卜", "马买买提·阿卜")]
    [InlineData("mmmt", "马买买提·阿卜")]
    [InlineData("mmt", "马买买提·阿卜")]
    [InlineData("ＭＭＴ", "马买买提·阿卜")]
    [InlineData("0010", "马买买提·阿卜")]
    [InlineData("640104194802290010", "马买买提·阿卜")]
    [InlineData("640104480229001", "马买买提·阿卜")]
    [InlineData("６４０１０４１９４８０２２９００１０", "马买买提·阿卜")]
    [InlineData("13800001234", "马买买提·阿卜")]
    [InlineData("1234", "马买买提·阿卜")]
    [InlineData("20200305-0001", "马买买提·阿卜")]
    [InlineData("202003050001", "马买买提·阿卜")]
    [InlineData("sgq", "单国强")]
    [InlineData("dgq", "单国强")]
    [InlineData("001x", "单国强")]
    public async Task A_person_is_found_by(string typed, string name)
    {
        await _desk.OpenAsync("/Declarations?q=" + Uri.EscapeDataString(typed));

        Assert.Equal([name], Names());
    }

    [Theory]
    [InlineData("640104194802290010")]
    [InlineData("13800001234")]
    [InlineData("６４０１０４１９４８０２２９００１０")]
    public async Task What_is_typed_into_the_box_is_found_and_a_number_stands_in_no_address(string typed)
    {
        await _desk.OpenAsync("/Declarations");
        await _desk.SendAsync(("找谁", typed));

        Assert.Equal(["马买买提·阿卜"], Names());
        Assert.StartsWith("/Declarations?of=", _desk.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("3800001", _desk.Address, StringComparison.Ordinal);
        Assert.Equal(typed, _desk.Field("找谁").GetAttribute("value"));
    }

    [Fact]
    public async Task A_state_stays_in_the_address_for_the_way_back_and_a_name_only_in_a_token()
    {
        await _desk.OpenAsync("/Declarations");
        await _desk.SendAsync(("找谁", "sgq"), ("状态", "待测温审核"));

        Assert.StartsWith("/Declarations?of=", _desk.Address, StringComparison.Ordinal);
        Assert.EndsWith("&State=AwaitingReview", _desk.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("sgq", _desk.Address, StringComparison.Ordinal);
        Assert.Equal(["单国强"], Names());
    }

    [Fact]
    public async Task A_person_is_found_by_his_card()
    {
        var pass = await _desk.ApprovedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        var number = await _server.InDbAsync(db => db.Passes.Where(each => each.Id == pass).Select(each => each.Number).SingleAsync());

        await _desk.OpenAsync("/Declarations?q=" + Uri.EscapeDataString(HealthCode.Domain.Passes.PassNumber.Restore(number).Grouped));

        Assert.Equal(["纳福贵"], Names());
    }

    [Fact]
    public async Task The_code_of_a_card_leads_to_the_card_whatever_surrounds_it_and_only_when_it_is_genuine()
    {
        var pass = await _desk.ApprovedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        var code = await _server.CodeAsync(pass);
        foreach (var sent in (string[])[code, "]Q1" + code + "\n", "\"" + code.ToLowerInvariant() + "\""])
        {
            await _desk.OpenAsync("/Declarations");
            await _desk.SendAsync(("找谁", sent));
            Assert.Equal($"/Passes/Details/{pass}", _desk.Address);
        }

        await _desk.OpenAsync("/Declarations");
        await _desk.SendAsync(("找谁", code[..60] + (code[60] == 'A' ? 'B' : 'A') + code[61..]));
        Assert.StartsWith("/Declarations", _desk.Address, StringComparison.Ordinal);
        Assert.Empty(Names());
        await _desk.SendAsync(("找谁", code[..100]));
        Assert.Contains("没读全", _desk.Text, StringComparison.Ordinal);

        var elsewhere = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var neighbour = await _server.SignedInUserAsync("linju", elsewhere.Code, Roles.Clerk);
        await neighbour.OpenAsync("/Declarations");
        await neighbour.SendAsync(("找谁", code));
        Assert.StartsWith("/Declarations", neighbour.Address, StringComparison.Ordinal);
        Assert.Contains("没有找到这张卡", neighbour.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_shows_no_whole_number()
    {
        await _desk.OpenAsync("/Declarations");

        Assert.Equal(2, Names().Count);
        Assert.DoesNotContain(PaperForm.Number, _desk.Html, StringComparison.Ordinal);
        Assert.Contains("640***********0010", _desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_by_state_and_shows_how_long_they_wait()
    {
        _server.Clock.Advance(TimeSpan.FromMinutes(12));

        await _desk.OpenAsync("/Declarations?State=AwaitingReview");
        Assert.Equal(2, Names().Count);
        Assert.Contains("12 分钟", _desk.Text, StringComparison.Ordinal);

        await _desk.OpenAsync("/Declarations?State=Refused");
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Of_many_that_are_found_it_is_told_how_many_and_a_state_leaves_out_the_others()
    {
        await _server.IssueAsync(33);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => await db.IndexDeclarationsAsync(_office, await db.Declarations.ToListAsync())));

        await _desk.OpenAsync("/Declarations?q=20200305");
        Assert.Equal(Listing.Size, Names().Count);
        Assert.Contains("共 2 页（35 条）", _desk.Text, StringComparison.Ordinal);

        await _desk.OpenAsync("/Declarations?q=20200305&p=2");
        Assert.Equal(5, Names().Count);

        await _desk.OpenAsync("/Declarations?q=20200305&State=Approved");
        Assert.Contains("共 2 页（33 条）", _desk.Text, StringComparison.Ordinal);
        await _desk.OpenAsync("/Declarations?q=20200305&State=AwaitingReview");
        Assert.Equal(2, Names().Count);
    }

    [Fact]
    public async Task Another_offices_people_do_not_exist()
    {
        var id = await _server.InDbAsync(db => db.Declarations.MinAsync(declaration => declaration.Id));
        var elsewhere = await _server.FirstVillageAsync(1);
        await _server.AddOfficeAsync(elsewhere);
        var neighbour = await _server.SignedInUserAsync("linju", elsewhere.Value, Roles.Clerk, Roles.Reviewer);

        await neighbour.OpenAsync("/Declarations?q=马买");
        Assert.Empty(neighbour.Page.QuerySelectorAll("table.list tbody tr"));
        foreach (var address in (string[])[$"/Declarations/Details/{id}", $"/Declarations/Edit/{id}", $"/Review/Decide/{id}", $"/Declarations/Create?renew={id}"])
        {
            await neighbour.OpenAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, neighbour.Status);
            Assert.DoesNotContain("马买买提", neighbour.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_clerks_search_names_his_office_and_an_officials_the_range_of_his()
    {
        Task<string> AskedAsync(string scope) => _server.InDbAsync(db => Task.FromResult(db.KeysInScope().ToQueryString()), new UserOf(scope));

        // Two equal bounds are a range to a planner, which then reads through all keys of the office.
        Assert.Contains("\"OfficeCode\" = @", await AskedAsync(_office), StringComparison.Ordinal);
        Assert.DoesNotContain("\"OfficeCode\" = @", await AskedAsync(_office[..9]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_township_sees_its_offices_and_writes_nothing()
    {
        var id = await _server.InDbAsync(db => db.Declarations.MinAsync(declaration => declaration.Id));
        var official = await _server.SignedInUserAsync("xiangzhen", _office[..9], Roles.TownshipOfficial);

        await official.OpenAsync("/Declarations?q=马买");
        Assert.Single(official.Page.QuerySelectorAll("table.list tbody tr"));
        await official.OpenAsync($"/Declarations/Details/{id}");
        Assert.Equal(HttpStatusCode.OK, official.Status);
        Assert.Empty(official.Page.QuerySelectorAll("main form"));
        foreach (var address in (string[])["/Declarations/Create", $"/Declarations/Edit/{id}", $"/Review/Decide/{id}", "/Review", "/Administration/Users"])
        {
            await official.OpenAsync(address);
            Assert.StartsWith("/Account/Denied", official.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_later_change_is_a_version_with_its_reason_and_is_found_by_the_new_words()
    {
        var id = await _server.InDbAsync(db => db.Declarations.MinAsync(declaration => declaration.Id));
        await _desk.OpenAsync($"/Declarations/Edit/{id}");
        await _desk.PostAsync($"/Declarations/Edit/{id}", _desk.FieldsWith(new Dictionary<string, string> { ["Name"] = "马麦麦提·阿卜" }));
        Assert.Contains(_desk.Errors, error => error.Contains("为什么修改", StringComparison.Ordinal));

        await _desk.PostAsync($"/Declarations/Edit/{id}", _desk.FieldsWith(new Dictionary<string, string> { ["Name"] = "马麦麦提·阿卜", ["ChangeReason"] = "名字抄错一个字" }));

        Assert.Contains("名字抄错一个字", _desk.Text, StringComparison.Ordinal);
        var versions = await _server.InDbAsync(db => db.Declarations.Where(declaration => declaration.Id == id).SelectMany(declaration => declaration.Versions).OrderBy(version => version.Number).ToListAsync());
        Assert.Equal(["马买买提·阿卜", "马麦麦提·阿卜"], versions.Select(version => version.Content.Person.Name.Value));
        Assert.Equal(["马麦麦提·阿卜"], (await _server.InDbAsync(db => db.FindDeclarationsAsync("马麦麦"))).Select(each => each.Content.Person.Name.Value));
        Assert.Empty(await _server.InDbAsync(db => db.FindDeclarationsAsync("马买买")));
    }

    private List<string> Names() => [.. _desk.Page.QuerySelectorAll("table.list tbody tr td:first-child").Select(cell => cell.TextContent.Trim())];
}
