using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Review;

public sealed class DecidePageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_declaration_found_in_order_leads_to_a_card_that_waits_for_printing()
    {
        await _desk.ApprovedAsync(_server);

        Assert.StartsWith("/Passes/Details/", _desk.Address, StringComparison.Ordinal);
        var pass = await _server.InDbAsync(db => db.Passes.SingleAsync());
        Assert.Equal(PassState.AwaitingPrint, pass.State);
        Assert.Equal(new DateOnly(2020, 3, 19), pass.Validity.LastDay);
        Assert.StartsWith(_office, pass.Number, StringComparison.Ordinal);
        var decision = await DecisionAsync();
        Assert.Equal(36.5m, decision.Findings.Temperature!.Temperature.Celsius);
        Assert.Equal("测试yiren", decision.By.Name);
    }

    [Theory]
    [InlineData("Approve", null)]
    [InlineData("Refuse", "打印不予办理告知单")]
    [InlineData("Return", "打印补正告知单")]
    public async Task After_a_decision_the_slip_is_the_main_step_and_who_waits_longest_comes_next(string handler, string? slip)
    {
        var id = await _desk.KeyedAsync(_server, ("LeftNingxia", handler == "Refuse" ? "True" : "False"));
        var next = await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "642221193804150029"), ("BirthDate", null), ("Sex", null));

        await _desk.DecideAsync(id, handler, handler == "Refuse" ? [("LivedHere", "False"), ("Clauses[2].Applies", "True"), ("Clauses[2].HappenedOn", "20200226"), ("Reason", "返宁观察未满")]
            : handler == "Return" ? [("MissingItems", "签字")] : []);

        var steps = _desk.Page.QuerySelectorAll(".next-steps a").ToList();
        Assert.Equal(slip, steps.SingleOrDefault(step => step.ClassList.Contains("main"))?.TextContent.Trim());
        Assert.Equal(("下一位（还有 1 位）", $"/Review/Decide/{next}", "Alt+J"), (steps[^1].TextContent.Trim(), steps[^1].GetAttribute("href"), steps[^1].GetAttribute("data-key")));
        Assert.Equal(slip is not null, _desk.Page.QuerySelector(".status")!.ClassList.Contains("against"));
    }

    [Fact]
    public async Task The_answers_stand_before_who_it_is()
    {
        await _desk.OpenAsync($"/Review/Decide/{await _desk.KeyedAsync(_server)}");

        Assert.True(_desk.Html.IndexOf("answers-table", StringComparison.Ordinal) < _desk.Html.IndexOf("class=\"paper\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("37.5", "True")]
    [InlineData("36.5", "False")]
    public async Task A_value_and_a_tick_at_odds_are_asked_about_and_then_stand(string value, string tick)
    {
        var id = await _desk.KeyedAsync(_server);

        await _desk.DecideAsync(id, "Measure", ("Temperature", value), ("FoundNormal", tick));
        Assert.Contains(_desk.Errors, error => error.Contains("请确认", StringComparison.Ordinal));

        await _desk.DecideAsync(id, "Measure", ("Temperature", value), ("FoundNormal", tick), ("TemperatureConfirmed", "true"));
        var reading = (await _server.InDbAsync(db => db.Declarations.SingleAsync())).TemperatureReadings.Single();
        Assert.Equal(tick == "True", reading.FoundNormal);
    }

    [Fact]
    public async Task The_prompt_never_decides_a_high_value_ticked_normal_is_approved()
    {
        var id = await _desk.KeyedAsync(_server);

        await _desk.DecideAsync(id, "Approve", ("Temperature", "38.4"), ("TemperatureConfirmed", "true"));

        Assert.Equal(ReviewOutcome.Approve, (await DecisionAsync()).Outcome);
    }

    [Theory]
    [InlineData("3650", "多打了一位")]
    [InlineData("33.2", "复测")]
    [InlineData("正常", "36.5 这样的数")]
    public async Task An_impossible_temperature_gets_a_sentence_at_its_box(string typed, string sentence)
    {
        var id = await _desk.KeyedAsync(_server);

        await _desk.DecideAsync(id, "Approve", ("Temperature", typed));

        Assert.Contains(_desk.Errors, error => error.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(typed, _desk.Field("体温（℃）").GetAttribute("value"));
        Assert.Equal("20200305-0001", (await _server.InDbAsync(db => db.Declarations.SingleAsync())).Number);
        Assert.Equal(DeclarationState.AwaitingReview, (await _server.InDbAsync(db => db.Declarations.SingleAsync())).State);
    }

    [Fact]
    public async Task A_refusal_quotes_its_clause_and_computes_the_earliest_day()
    {
        var id = await _desk.KeyedAsync(_server, ("LeftNingxia", "True"));

        await _desk.DecideAsync(id, "Refuse", ("LivedHere", "False"), ("Clauses[2].Applies", "True"), ("Clauses[2].HappenedOn", "20200226"), ("Reason", "返宁观察未满"));

        Assert.Contains("来宁、返宁人员隔离医学观察未满 14 天的", _desk.Text, StringComparison.Ordinal);
        Assert.Contains("宁疫指办发〔2020〕63号 一(二)3", _desk.Text, StringComparison.Ordinal);
        Assert.Contains("最早 2020年3月11日 可以再来", _desk.Text, StringComparison.Ordinal);
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "不予办理" && record.Detail == "63-1-2-3");
    }

    [Theory]
    [InlineData("MetFeverish", "True")]
    [InlineData("WillReport", "False")]
    [InlineData("WillKeepAway", "False")]
    [InlineData("HadSymptoms", "True")]
    public async Task Items_3_7_8_and_9_alone_can_never_refuse(string item, string answer)
    {
        var id = await _desk.KeyedAsync(_server, (item, answer));

        await _desk.DecideAsync(id, "Refuse", ("Reason", "不放心"));
        Assert.Contains(_desk.Errors, error => error.Contains("不予办理必须至少认定五条之一", StringComparison.Ordinal));

        await _desk.DecideAsync(id, "Approve");
        Assert.Equal(ReviewOutcome.Approve, (await DecisionAsync()).Outcome);
    }

    [Fact]
    public async Task Item_11_alone_can_never_refuse()
    {
        var id = await _desk.KeyedAsync(_server);

        await _desk.DecideAsync(id, "Refuse", ("LivedHere", "False"), ("Reason", "不是本村常住"));
        Assert.NotEmpty(_desk.Errors);

        await _desk.DecideAsync(id, "Approve", ("LivedHere", "False"), ("ResidentSince", "20200101"));
        Assert.Equal(ReviewOutcome.Approve, (await DecisionAsync()).Outcome);
    }

    [Fact]
    public async Task A_return_names_what_is_missing_and_the_corrected_form_waits_again()
    {
        await _desk.EnterAsync(("MetHighRisk", null));
        await _desk.PostAsync("/Declarations/Create", [.. _desk.MainFields(), new("Input.AcceptBlanks", "true")]);
        var id = await _server.InDbAsync(db => db.Declarations.MaxAsync(each => each.Id));

        await _desk.DecideAsync(id, "Approve");
        Assert.Contains(_desk.Errors, error => error.Contains("第(6)项", StringComparison.Ordinal));
        await _desk.DecideAsync(id, "Return", ("MissingItems", "第(6)项|签字"), ("Reason", "请当面补填"));
        Assert.Equal(["第(6)项", "签字"], (await DecisionAsync()).MissingItems);

        await _desk.OpenAsync($"/Declarations/Edit/{id}");
        Assert.Contains("第(6)项", _desk.Text, StringComparison.Ordinal);
        await _desk.PostAsync($"/Declarations/Edit/{id}", _desk.FieldsWith(new Dictionary<string, string> { ["MetHighRisk"] = "False", ["ChangeReason"] = "当面补填第(6)项" }));
        await _desk.DecideAsync(id, "Approve");
        Assert.Equal(DeclarationState.Approved, (await _server.InDbAsync(db => db.Declarations.SingleAsync())).State);
    }

    [Fact]
    public async Task The_second_of_two_reviewers_is_told_who_decided_and_when()
    {
        var id = await _desk.KeyedAsync(_server);
        var second = await _server.SignedInUserAsync("shenhe2", _office, Roles.Reviewer);
        await second.OpenAsync($"/Review/Decide/{id}");
        var fields = second.FieldsWith(PaperForm.NothingFound);
        await _desk.DecideAsync(id, "Approve");

        await second.PostAsync($"/Review/Decide/{id}?handler=Approve", fields);

        Assert.Contains(second.Errors, error => error.Contains("测试yiren 已于 09:00 作出“符合”", StringComparison.Ordinal));
        Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_decision_on_words_that_were_changed_meanwhile_is_not_taken()
    {
        var id = await _desk.KeyedAsync(_server);
        await _desk.OpenAsync($"/Review/Decide/{id}");
        var fields = _desk.FieldsWith(PaperForm.NothingFound);
        await _desk.OpenAsync($"/Declarations/Edit/{id}");
        await _desk.PostAsync($"/Declarations/Edit/{id}", _desk.FieldsWith(new Dictionary<string, string> { ["House"] = "9号", ["ChangeReason"] = "补门牌" }));

        await _desk.PostAsync($"/Review/Decide/{id}?handler=Approve", fields);

        Assert.Contains(_desk.Errors, error => error.Contains("被修改过", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_live_card_needs_the_first_taken_back()
    {
        var first = await _desk.ApprovedAsync(_server);
        var id = await _desk.KeyedAsync(_server, ("SignedOn", "20200305"));

        await _desk.DecideAsync(id, "Approve");
        Assert.Contains(_desk.Errors, error => error.Contains("一人只能有一张", StringComparison.Ordinal));
        Assert.Equal(DeclarationState.AwaitingReview, (await _server.InDbAsync(db => db.Declarations.SingleAsync(each => each.Id == id))).State);

        await _desk.DecideAsync(id, "Approve", ("TakeBackOldPass", "true"));
        Assert.Equal(PassState.Renewed, (await _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.Id == first))).State);
        Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync(pass => pass.IsCurrent)));
    }

    [Fact]
    public async Task One_person_has_one_card_on_the_whole_server()
    {
        await _desk.ApprovedAsync(_server);
        var elsewhere = await _server.FirstVillageAsync(1);
        await _server.AddOfficeAsync(elsewhere);
        var neighbour = await _server.SignedInUserAsync("linju", elsewhere.Value, Roles.Clerk, Roles.Reviewer);
        var id = await neighbour.KeyedAsync(_server);

        await neighbour.DecideAsync(id, "Approve", ("TakeBackOldPass", "true"));

        Assert.Contains(neighbour.Errors, error => error.Contains("一人只能有一张", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expired_card_makes_room_for_the_next()
    {
        await _desk.ApprovedAsync(_server);
        _server.Clock.SetTo(new DateTimeOffset(2020, 3, 20, 0, 0, 0, TimeSpan.FromHours(8)));
        _desk = await _server.SignedInAsync("yiren");

        await _desk.ApprovedAsync(_server);

        Assert.Equal(new DateOnly(2020, 4, 3), (await _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.IsCurrent))).Validity.LastDay);
    }

    [Fact]
    public async Task Nothing_is_issued_from_the_day_the_epidemic_ends()
    {
        var id = await _desk.KeyedAsync(_server);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new DateOnly(2020, 3, 5), new DateOnly(2020, 3, 5))));

        await _desk.DecideAsync(id, "Approve");

        Assert.Contains(_desk.Errors, error => error.Contains("疫情已经解除", StringComparison.Ordinal));
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    private Task<ReviewDecision> DecisionAsync() => _server.InDbAsync(db => db.Declarations.SelectMany(declaration => declaration.Decisions).OrderByDescending(decision => decision.Id).FirstAsync());
}
