using System.Net;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

/// <summary>一户一次办: the household is found, ticked, keyed and saved, all together or not at all.</summary>
public sealed class HouseholdPagesTests : IAsyncLifetime
{
    private const string Empty = "/Declarations/Household/0";

    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _clerk = await _server.ClerkAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(FourGenerations.HouseholdNumber)]
    [InlineData("马小兰")]
    [InlineData("whole number")]
    public async Task A_household_is_found_by_its_number_or_by_a_member_and_no_name_is_in_the_address(string what)
    {
        var people = await _server.AddFourGenerationsAsync();
        await _clerk.OpenAsync("/Declarations/Household");
        await _clerk.SendAsync(("找哪一户", what == "whole number" ? FourGenerations.At(1).Document.Number : what));

        Assert.Equal("/Declarations/Household?handler=Find", _clerk.Address);
        Assert.Contains("马建国、穆桂花、马志强、杨秀英、马小兰、马小军", _clerk.Text, StringComparison.Ordinal);
        await _clerk.OpenAsync(_clerk.Page.QuerySelector("td.name a")!.GetAttribute("href")!);
        Assert.Equal(people.Select(id => $"{id}"), _clerk.Page.QuerySelectorAll("input[name=who]").Select(box => box.GetAttribute("value")));
        Assert.Empty(_clerk.Page.QuerySelectorAll("input[name=who][checked]"));
    }

    [Fact]
    public async Task Only_the_identity_is_prefilled_and_only_of_who_was_ticked()
    {
        var people = await _server.AddFourGenerationsAsync();
        await _clerk.TickAsync(people[1], people[4]);

        Assert.Equal(["穆桂花", "马小兰"], Values("Name"));
        Assert.Equal([FourGenerations.At(1).Document.Number, FourGenerations.At(4).Document.Number], Values("DocumentNumber"));
        Assert.Equal(["", ""], Values("Phone"));
        Assert.All(_clerk.Page.QuerySelectorAll("main form input[checked]"), ticked => Assert.EndsWith(".Sex", ticked.GetAttribute("name"), StringComparison.Ordinal));
        Assert.All(_clerk.Page.QuerySelectorAll("main input[type=text]").Where(box => box.GetAttribute("name")!.StartsWith("Input.Shared.", StringComparison.Ordinal)), box => Assert.True(string.IsNullOrEmpty(box.GetAttribute("value"))));
    }

    [Fact]
    public async Task Nobody_ticked_is_told()
    {
        var people = await _server.AddFourGenerationsAsync();
        await _clerk.OpenAsync($"/Declarations/Household/{people[0]}?begin=true");

        Assert.Equal([SittingRules.SomebodyDeclares.Sentence], _clerk.Errors);
    }

    [Fact]
    public async Task Everybody_has_a_declaration_of_his_own_of_one_sitting_and_is_found_like_any_other()
    {
        var ids = await _clerk.SatDownAsync(_server);

        Assert.StartsWith("已保存 6 份，编号 20200305-0001 至 20200305-0006。", _clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal($"/Declarations/Sitting/{ids[0]}", _clerk.Address);
        var saved = await _server.InDbAsync(db => db.Declarations.Include(each => each.Versions).OrderBy(each => each.Id).ToListAsync());
        Assert.Single(saved.Select(each => each.SittingKey).Distinct());
        Assert.Equal(6, saved.Select(each => each.FormKey).Distinct().Count());
        Assert.Equal(["首次录入"], saved.SelectMany(each => each.Versions).Select(version => version.Reason).Distinct());
        Assert.Equal([null, null, null, null, "马志强", "马志强"], saved.Select(each => each.Content.Guardian?.Name.Value));
        await _clerk.OpenAsync("/Declarations?q=mgh");
        Assert.Contains("穆桂花", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_number_saves_nobody_stands_beside_its_field_and_loses_nothing()
    {
        var people = await _server.AddFourGenerationsAsync();
        var right = FourGenerations.At(3).Document.Number;
        var wrong = right[..^1] + (right[^1] == '1' ? '2' : '1');
        await _clerk.TickAsync(people);
        await _clerk.SitAsync(6, FourGenerations.Infant, ("People[3].Form.DocumentNumber", wrong), ("Shared.House", "亲戚家"));

        Assert.Equal(0, await DeclarationsAsync());
        Assert.Single(_clerk.Errors);
        Assert.NotNull(_clerk.Page.QuerySelector("#Input_People_3__Form_DocumentNumber_error"));
        Assert.Equal("亲戚家", Value("Input.Shared.House"));
        Assert.Equal(wrong, Value("Input.People[3].Form.DocumentNumber"));

        await _clerk.SitAsync(6, FourGenerations.Infant, ("People[3].Form.DocumentNumber", right));
        Assert.Empty(_clerk.Errors);
        Assert.Equal(6, await DeclarationsAsync());
    }

    [Fact]
    public async Task A_rule_that_only_the_database_knows_stands_beside_the_person_and_saves_nobody()
    {
        var people = await _server.AddFourGenerationsAsync();
        await _clerk.KeyedAsync(_server, ("Name", "别人"), ("DocumentNumber", FourGenerations.At(2).Document.Number), ("BirthDate", null), ("Sex", null));
        await _clerk.TickAsync(people[0], people[2]);
        await _clerk.SitAsync(2);

        Assert.StartsWith(FormRules.NumberIsOnesOwn.Sentence, Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.NotNull(_clerk.Page.QuerySelector("#Input_People_1__Form_DocumentNumber_error"));
        Assert.Equal(1, await DeclarationsAsync());
    }

    [Fact]
    public async Task Posted_twice_it_is_saved_once()
    {
        var people = await _server.AddFourGenerationsAsync();
        await _clerk.TickAsync(people);
        var fields = _clerk.SittingFields(6, FourGenerations.Infant);
        await _clerk.PostAsync($"/Declarations/Household/{people[0]}", fields);
        await _clerk.PostAsync($"/Declarations/Household/{people[0]}", fields);

        Assert.StartsWith("已保存 6 份", _clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(6, await DeclarationsAsync());
    }

    [Fact]
    public async Task A_household_that_is_in_no_roster_begins_with_one_form_and_has_another_added()
    {
        await _clerk.OpenAsync(Empty);
        await _clerk.PostAsync(Empty + "?handler=Add", _clerk.FieldsWith(new Dictionary<string, string> { ["People[0].Form.Name"] = "半个名" }));
        Assert.Equal(["半个名", ""], Values("Name"));

        var who = Enumerable.Range(0, 2).SelectMany(place => new (string, string?)[] { ($"People[{place}].Form.Name", FourGenerations.At(place).Name.Value), ($"People[{place}].Form.DocumentNumber", FourGenerations.At(place).Document.Number) });
        await _clerk.SitAsync(2, -1, [.. who]);

        Assert.Empty(_clerk.Errors);
        Assert.Equal(["马建国", "穆桂花"], (await _server.InDbAsync(db => db.Declarations.OrderBy(each => each.Id).ToListAsync())).Select(each => each.Content.Person.Name.Value));
    }

    [Fact]
    public async Task Who_is_of_another_household_is_declared_along_with_a_hint()
    {
        var (family, neighbour) = (await _server.AddFourGenerationsAsync(), await _server.AddResidentsAsync(1));
        var resident = await _server.InDbAsync(db => db.Residents.SingleAsync(each => each.Id == neighbour[0]));
        await _clerk.TickAsync(family[0]);
        await _clerk.PostAsync(_clerk.Address.Split('?')[0] + "?handler=Add", _clerk.SittingFields(1));
        await _clerk.SitAsync(2, -1, ("People[1].Form.Name", resident.Person.Name.Value), ("People[1].Form.DocumentNumber", resident.Person.Document.Number));

        Assert.Equal(2, await DeclarationsAsync());
        Assert.Contains("名册上是 1 户，一起申报可以，请核对。", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_live_card_is_pointed_out_and_declared_all_the_same()
    {
        var people = await _server.AddFourGenerationsAsync();
        var both = await _server.SignedInUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);
        await both.ApprovedAsync(_server, ("Name", "马建国"), ("DocumentNumber", FourGenerations.At(0).Document.Number), ("BirthDate", null), ("Sex", null));

        Assert.Contains("有卡，至 2020年3月19日", (await _clerk.OpenAsync($"/Declarations/Household/{people[0]}")).Text, StringComparison.Ordinal);
        await _clerk.TickAsync(people[0], people[1]);
        Assert.Contains("本人有一张有效的健康通行卡", _clerk.Text, StringComparison.Ordinal);
        await _clerk.SitAsync(2);
        Assert.Empty(_clerk.Errors);
    }

    [Fact]
    public async Task A_household_of_forty_is_saved_in_one_go()
    {
        await _clerk.OpenAsync(Empty);
        var people = Enumerable.Range(0, 40).SelectMany(place => Villager.At(place).Where(field => field.Value is not null)
            .Select(field => ($"People[{place}].Form.{field.Field}", field.Value)).Append(($"People[{place}].Form.FormKey", $"forty-{place}"))).ToArray();

        await _clerk.SitAsync(40, -1, [.. people!]);

        Assert.Empty(_clerk.Errors);
        Assert.StartsWith("已保存 40 份", _clerk.StatusMessage, StringComparison.Ordinal);
        await _clerk.OpenAsync(Empty);
        await _clerk.SitAsync(40, -1, [.. people.Where(field => field.Item1.EndsWith("Name", StringComparison.Ordinal))!]);
        // Forty times three faults are more than the framework tells by itself.
        Assert.True(_clerk.Errors.Count >= 40);
        Assert.All(_clerk.Errors, error => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", error));
    }

    [Fact]
    public async Task Another_offices_household_is_not_found_and_a_province_without_cards_has_no_forms()
    {
        var people = await _server.AddFourGenerationsAsync();
        var stranger = await _server.SignedInUserAsync("linju", (await _server.AddOfficeAsync(await _server.FirstVillageAsync(1))).Code, Roles.Clerk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/Declarations/Household/{people[0]}")).Status);

        await using var hebei = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var clerk = await hebei.ClerkAsync();
        Assert.Contains(DeclarationRules.ProvinceIssuesPasses.Sentence, (await clerk.OpenAsync(Empty)).Text, StringComparison.Ordinal);
    }

    private List<string?> Values(string field) =>
        [.. _clerk.Page.QuerySelectorAll($"input[type=text][name^='Input.People['][name$='.Form.{field}']").Select(box => box.GetAttribute("value") ?? "")];

    private string? Value(string name) => _clerk.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private Task<int> DeclarationsAsync() => _server.InDbAsync(db => db.Declarations.CountAsync());
}
