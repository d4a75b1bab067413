using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;
using HealthCode.Web.Pages.Review;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Fields;

/// <summary>The box that a sentence points at is on the page.</summary>
public sealed class FieldsOnPagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _desk = await _server.SignedInUserAsync("yiren", await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.Clerk, Roles.Reviewer);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_field_of_a_declaration_has_its_box_where_it_is_keyed_and_where_it_is_changed()
    {
        var fields = Enum.GetValues<DeclarationField>()
            .Select(name => name is DeclarationField.StayAddress or DeclarationField.StayFirstDay or DeclarationField.StayLastDay ? new Field(name, 2) : name).ToList();
        var id = await _desk.KeyedAsync(_server);

        await _desk.OpenAsync($"/Declarations/Edit/{id}");
        Assert.Equal([], Absent(fields, DeclarationInput.PathOf));

        await _desk.OpenAsync("/Declarations/Create");
        Assert.Equal([DeclarationField.ChangeReason], Absent(fields, DeclarationInput.PathOf));
    }

    [Fact]
    public async Task Every_field_of_a_review_has_its_box_with_each_clause_the_lines_it_has()
    {
        var clauses = Enum.GetValues<RefusalClause>();
        var fields = Enum.GetValues<ReviewField>().SelectMany(name => name switch
        {
            ReviewField.ClauseApplies => clauses.Select(clause => new Field(name, (int)clause)),
            ReviewField.ClauseStartedOn => [new(name, 1), new(name, 3), new(name, 4)],
            ReviewField.ClauseHappenedOn => [new(name, 3), new(name, 4)],
            ReviewField.ClauseReleasedOn => [new(name, 2)],
            ReviewField.ClauseBasis => clauses.Except([RefusalClause.Symptoms]).Select(clause => new Field(name, (int)clause)),
            _ => [name],
        }).ToList();

        await _desk.OpenAsync($"/Review/Decide/{await _desk.KeyedAsync(_server)}");

        Assert.Equal([], Absent(fields, ReviewInput.PathOf));
        Assert.Equal([new(ReviewField.ClauseReleasedOn, 5)], Absent([new(ReviewField.ClauseReleasedOn, 5)], ReviewInput.PathOf));
    }

    [Fact]
    public async Task What_a_review_leaves_open_is_said_at_each_box()
    {
        var id = await _desk.KeyedAsync(_server);

        await _desk.DecideAsync(id, "Approve", [.. PaperForm.NothingFound.Keys.Where(key => key != "Site").Select(key => (key, (string?)null))]);

        Assert.Equal(
            new HashSet<string>(PaperForm.NothingFound.Keys.Except(["Site", "FoundNormal"]).Select(key => "#" + Id(key))),
            [.. PointedAt]);
        Assert.All(PointedAt, box => Assert.NotNull(_desk.Page.QuerySelector(box)));
    }

    [Fact]
    public async Task A_day_ahead_is_said_at_its_own_row_when_the_row_above_is_blank()
    {
        await _desk.EnterAsync(("Stays[0].Address", null), ("Stays[0].FirstDay", null), ("Stays[1].Address", "样例村"), ("Stays[1].FirstDay", "20200306"));

        Assert.Equal(["#Input_Stays_1__FirstDay"], PointedAt);
        Assert.Equal("true", _desk.Page.QuerySelector("#Input_Stays_1__FirstDay")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Everything_wrong_with_a_form_is_said_at_once()
    {
        var tooLong = new string('长', 101);
        (string Field, string? Value)[] wrong =
        [
            ("Name", ""), ("BirthDate", "1948.13.1"), ("DocumentNumber", "640104"), ("DocumentReason", tooLong), ("Phone", "12"), ("Stays[0].FirstDay", "昨天"),
            ("DomicileAddress", tooLong), ("City", tooLong), ("TravelOn", "1.1.1"), ("SignedOn", "0230"), ("GuardianName", "1"), ("VillageGroup", tooLong), ("SchoolClass", tooLong),
        ];

        await _desk.EnterAsync(wrong);

        Assert.Equal(new HashSet<string>(wrong.Select(each => "#" + Id(each.Field))), [.. PointedAt]);
    }

    private IEnumerable<string> PointedAt => _desk.Page.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")!);

    private IEnumerable<Field> Absent(IEnumerable<Field> fields, Func<Field, string> pathOf) =>
        fields.Where(field => _desk.Page.GetElementById(Id(pathOf(field))) is null);

    private static string Id(string path) => TagBuilder.CreateSanitizedId("Input." + path, "_");
}
