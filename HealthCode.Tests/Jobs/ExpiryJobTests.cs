using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>到期.</summary>
public sealed class ExpiryJobTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task In_the_morning_it_says_how_many_cards_expired_yesterday_and_how_many_are_not_renewed()
    {
        // Of three cards out until 19 March one is renewed on the 20th after it has expired, one was handed back before.
        await _server.HandOverAsync(await _server.IssueAsync(4));
        await _server.IssueAsync(1, from: 10);
        _server.Clock.SetTo(JobRuns.At("2020-03-18 09:00"));
        await EndAsync(pass => pass.TakeBackForRenewal(JobRuns.At("2020-03-18 09:00"), new(2020, 3, 18)));
        await _server.DoDueAsync("2020-03-19 00:05", "expiry");
        _server.Clock.SetTo(JobRuns.At("2020-03-20 00:01"));
        await RenewAsync();

        await _server.DoDueAsync("2020-03-20 00:05", "expiry");

        Assert.Equal(
            ["昨天（3月18日）到期 0 张，还有 0 张没有续办。", "昨天（3月19日）到期 3 张，还有 2 张没有续办。"],
            (await _server.RunsAsync()).Select(run => run.Result));
    }

    [Fact]
    public async Task After_some_days_off_it_counts_all_of_them_at_once()
    {
        await _server.HandOverAsync(await _server.IssueAsync(1));
        _server.Clock.SetTo(JobRuns.At("2020-03-06 09:00"));
        await _server.HandOverAsync(await _server.IssueAsync(2, from: 10));
        await _server.DoDueAsync("2020-03-19 08:00", "expiry");

        await _server.DoDueAsync("2020-03-23 08:00", "expiry");

        Assert.Equal("3月19日至3月22日到期 3 张，还有 3 张没有续办。", (await _server.RunsAsync())[^1].Result);
    }

    [Fact]
    public async Task No_card_is_changed()
    {
        var id = Assert.Single(await _server.IssueAsync(1));
        await _server.HandOverAsync(id);

        await _server.DoDueAsync("2020-03-20 00:05", "expiry");

        var pass = await _server.InDbAsync(db => db.Passes.SingleAsync());
        Assert.Equal((PassState.HandedOver, true), (pass.State, pass.IsCurrent));
        Assert.DoesNotContain(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.At > JobRuns.At("2020-03-19 00:00"));
    }

    [Fact]
    public async Task When_the_days_of_keeping_are_over_papers_are_destroyed_and_lists_drawn_up_by_themselves_with_them()
    {
        await _server.HandOverAsync(await _server.IssueAsync(1));
        await _server.DoDueAsync("2020-03-17 07:10", "renewals");
        await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.DoDueAsync("2020-03-18 07:10", "renewals");
        Assert.Equal(3, _server.Reports().Count);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            (await db.Offices.OrderBy(office => office.Code).FirstAsync()).EndEpidemic(new(2020, 3, 18), new(2020, 3, 18))));
        await _server.DoDueAsync("2020-04-17 00:05", "expiry");
        Assert.Equal(3, _server.Reports().Count);

        await _server.DoDueAsync("2020-04-18 00:05", "expiry");

        Assert.Contains("保存期满，已销毁", (await _server.RunsAsync())[^1].Result, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
        Assert.DoesNotContain(await _server.InDbAsync(db => db.Offices.OrderBy(office => office.Code).Select(office => office.Code).FirstAsync()), Assert.Single(_server.Reports()), StringComparison.Ordinal);
        await _server.DoDueAsync("2020-04-18 07:10", "renewals");
        Assert.Equal(2, _server.Reports().Count);
    }

    [Fact]
    public async Task What_a_power_cut_left_after_a_destruction_is_swept_after_the_next_start()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new(2020, 3, 5), new(2020, 3, 5))));
        await _server.DoDueAsync("2020-04-04 00:05", "expiry");
        await _server.DoDueAsync("2020-04-05 00:05", "expiry");
        var left = Directory.CreateDirectory(Path.Combine(JobRuns.Folder(_server), "2020-03-05")).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()) + "_样例村_到期续办名单_20200305.xlsx"), "");
        await _server.DoDueAsync("2020-04-06 00:05", "expiry");
        Assert.Single(_server.Reports());

        _server = await _server.RestartAsync();
        await _server.DoDueAsync("2020-04-07 00:05", "expiry");

        Assert.Empty(_server.Reports());
    }

    [Theory]
    [InlineData("2020-03-28 00:05", "还有 7 天销毁")]
    [InlineData("2020-04-01 00:05", "还有 3 天销毁")]
    [InlineData("2020-04-03 00:05", "还有 1 天销毁")]
    [InlineData("2020-03-29 00:05", null)]
    public async Task At_seven_three_and_one_days_it_reminds(string night, string? reminder)
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new(2020, 3, 4), new(2020, 3, 5))));

        await _server.DoDueAsync(night, "expiry");

        Assert.Equal(reminder is not null, (await _server.RunsAsync())[^1].Result.Contains(reminder ?? "销毁", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_jump_of_the_clock_nothing_is_destroyed_until_the_next_night()
    {
        await _server.IssueAsync(1);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new(2020, 3, 5), new(2020, 3, 5))));
        await _server.DoDueAsync("2020-03-10 00:05", "expiry");

        await _server.DoDueAsync("2020-06-10 00:05", "expiry");
        Assert.Contains("电脑日期从2020年3月10日一下子到了2020年6月10日，保存期满的居民资料今天先不销毁", (await _server.RunsAsync())[^1].Result, StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));

        await _server.DoDueAsync("2020-06-11 00:05", "expiry");
        Assert.Contains("保存期满，已销毁", (await _server.RunsAsync())[^1].Result, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_PC_that_is_switched_on_every_two_weeks_destroys_on_the_second_of_these_days()
    {
        await EndedAsync();
        foreach (var day in (string[])["2020-03-19", "2020-04-02", "2020-04-16"])
        {
            await _server.DoDueAsync(day + " 09:00", "expiry");
            Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));
            _server = await _server.RestartAsync();
        }

        await _server.DoDueAsync("2020-04-30 09:00", "expiry");

        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_clock_that_is_some_days_ahead_destroys_nothing_and_put_right_it_destroys_when_the_days_have_passed()
    {
        await EndedAsync();
        await _server.DoDueAsync("2020-03-29 00:05", "expiry");
        await _server.DoDueAsync("2020-03-30 09:00", "expiry");
        await _server.DoDueAsync("2020-04-05 09:01", "expiry");
        Assert.Contains("先不销毁", (await _server.RunsAsync())[^1].Result, StringComparison.Ordinal);
        _server.Clock.SetTo(JobRuns.At("2020-03-31 09:00"));
        _server.Services.GetRequiredService<OfficeClock>().Confirm();

        foreach (var day in Enumerable.Range(0, 5))
        {
            await _server.DoDueAsync($"{new DateOnly(2020, 3, 31).AddDays(day):yyyy-MM-dd} 09:05", "expiry");
            Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));
        }

        // The work of 5 April has been done by the clock that was ahead: it is not done again.
        await _server.DoDueAsync("2020-04-06 00:05", "expiry");
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task By_a_clock_before_the_newest_record_nothing_is_destroyed()
    {
        await EndedAsync();
        await _server.DoDueAsync("2020-04-04 00:05", "expiry");
        _server.Services.GetRequiredService<OfficeClock>().Observe(JobRuns.At("2020-05-01 09:00"));

        await _server.DoDueAsync("2020-04-05 00:05", "expiry");

        Assert.Contains("居民资料先不销毁", (await _server.RunsAsync())[^1].Result, StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_key_that_has_signed_for_a_year_is_renewed()
    {
        await _server.CodeAsync(Assert.Single(await _server.IssueAsync(1)));

        await _server.DoDueAsync("2021-03-04 00:05", "expiry");
        Assert.Equal(1, await _server.InDbAsync(db => db.SigningKeys.IgnoreQueryFilters().CountAsync()));
        await _server.DoDueAsync("2021-03-05 00:05", "expiry");

        Assert.Equal(2, await _server.InDbAsync(db => db.SigningKeys.IgnoreQueryFilters().CountAsync()));
    }

    /// <summary>One card, and the epidemic over on 5 March: 4 April is the last day of keeping.</summary>
    private async Task EndedAsync()
    {
        await _server.IssueAsync(1);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(new(2020, 3, 5), new(2020, 3, 5))));
    }

    private Task EndAsync(Action<HealthPass> end) => _server.InDbAsync(db => db.InOneTransactionAsync(async () => end(await db.Passes.OrderBy(pass => pass.Id).FirstAsync())));

    /// <summary>The second one's holder comes again and gets his next card.</summary>
    private Task RenewAsync() => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var old = await db.Passes.OrderBy(pass => pass.Id).Skip(1).FirstAsync();
        var today = new DateOnly(2020, 3, 20);
        var office = await db.Offices.SingleAsync();
        var content = LawfulCase.Form with { Person = old.Holder, SignedOn = today, Travel = LawfulCase.Form.Travel with { On = today } };
        var declaration = Declaration.Submit(office, await Web.Data.Numbering.NextDeclarationNumberAsync(db, office, today), "again", content, LawfulCase.Clerk, OfficeClock.StartOf(today), today);
        db.Declarations.Add(declaration);
        await db.SaveChangesAsync();
        declaration.Approve(LawfulCase.NothingFound, 1, office.RulesOn(today), LawfulCase.Reviewer, OfficeClock.StartOf(today), today);
        await Web.Passes.PassIssuing.IssuePassAsync(db, declaration, office, false, new(_server.Clock));
    }));
}
