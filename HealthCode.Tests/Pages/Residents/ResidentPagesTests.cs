using HealthCode.Domain.Observations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Residents;

/// <summary>居民: entered, found, corrected, moved away, dead, merged; nothing is deleted.</summary>
public sealed class ResidentPagesTests
{
    private static readonly (string, string?)[] Newcomer =
    [
        ("姓名", "马小红"), ("证件号码", PaperForm.Number), ("住址", "样例村3组8号"), ("村民小组", "三组"), ("户号", "3-8"), ("与户主关系", "户主"), ("独居", "on"), ("电话", "13800000777"),
    ];

    [Fact]
    public async Task A_resident_is_entered_found_by_anything_and_corrected_with_a_version()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Residents/Create");
        await clerk.SendAsync();
        Assert.Equal(["没有填写姓名，请照证件填写。", "请填写住址，上门和发卡要用"], clerk.Errors.Where(error => error.Contains("姓名", StringComparison.Ordinal) || error.Contains("住址", StringComparison.Ordinal)));
        await clerk.SendAsync(Newcomer);
        Assert.Equal("已登记。", clerk.StatusMessage);
        var address = clerk.Address;

        foreach (var text in new[] { "马小红", "小红", "mxh", PaperForm.Number, PaperForm.Number[^4..], "13800000777", "3组", "3-8" })
        {
            await FindAsync(clerk, text);
            Assert.Equal([$"{text} 马小红"], Names(clerk).Select(name => $"{text} {name}"));
            Assert.DoesNotContain(text, Uri.UnescapeDataString(clerk.Address), StringComparison.Ordinal);
        }

        await FindAsync(clerk, "马大红");
        Assert.Contains("没有找到", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync(address.Replace("/Details/", "/Edit/", StringComparison.Ordinal));
        await clerk.SendAsync(("姓名", "马晓红"));
        Assert.Equal([RosterRules.ChangeHasReason.Sentence], clerk.Errors);
        await clerk.SendAsync(("为什么改", "户口簿上是这个字"));
        Assert.Equal("已改正，原来的一版留着。", clerk.StatusMessage);
        Assert.Contains("户口簿上是这个字", clerk.Text, StringComparison.Ordinal);
        await FindAsync(clerk, "晓红");
        Assert.Equal(["马晓红"], Names(clerk));
        await FindAsync(clerk, "小红");
        Assert.Empty(Names(clerk));
        var former = await server.InDbAsync(db => db.ResidentVersions.SingleAsync());
        Assert.Equal(("马小红", 1), (former.Content.Person.Name.Value, former.Number));
    }

    [Fact]
    public async Task Who_is_in_the_roster_is_not_entered_again_and_a_household_number_is_one_household()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Residents/Create");
        await clerk.SendAsync(Newcomer);
        await clerk.OpenAsync("/Residents/Create");
        await clerk.SendAsync(Newcomer);
        Assert.StartsWith(RosterRules.EnteredOnce.Sentence, Assert.Single(clerk.Errors), StringComparison.Ordinal);

        await clerk.SendAsync(("姓名", "杨建军"), ("证件号码", "11010519491231002X"), ("性别", "女"), ("村民小组", "5组"));
        Assert.Equal(2, clerk.Errors.Count);
        Assert.Contains(clerk.Errors, error => error.StartsWith(RosterRules.OneNumberOneHousehold.Sentence, StringComparison.Ordinal));
        await clerk.SendAsync(("户号", "5-1"));
        Assert.Equal("已登记。", clerk.StatusMessage);
    }

    [Fact]
    public async Task The_card_of_the_dead_is_taken_back_and_moving_away_changes_none()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        var cards = await server.IssueAsync(2);
        await server.HandOverAsync(cards);
        var residents = await server.EnterHoldersAsync(cards);

        await clerk.OpenAsync($"/Residents/Leave/{residents[0]}");
        await clerk.SendAsync(("迁出还是去世", "迁出"), ("从哪天起", "20200305"));
        Assert.Equal("已登记，以后不再问他。", clerk.StatusMessage);
        await clerk.OpenAsync($"/Residents/Leave/{residents[1]}");
        await clerk.SendAsync(("迁出还是去世", "去世"), ("从哪天起", "20200305"));
        Assert.Contains("收回作废", clerk.StatusMessage, StringComparison.Ordinal);

        Assert.Equal([PassState.HandedOver, PassState.TakenBack], await server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).Select(pass => pass.State).ToListAsync()));
        Assert.Null((await server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.Id == cards[1]))).RevocationClause);
        await FindAsync(clerk, "");
        Assert.Empty(Names(clerk));
        await clerk.SendAsync(("迁出、去世的也找", "on"));
        Assert.Equal(2, Names(clerk).Count);

        await clerk.OpenAsync($"/Residents/Leave/{residents[0]}");
        await clerk.PressAsync("恢复", ("为什么恢复", "搬回来了"));
        Assert.StartsWith("已恢复", clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(4, await server.InDbAsync(async db => await db.ResidentVersions.CountAsync() + await db.Residents.CountAsync() - 1));
    }

    [Fact]
    public async Task Doubles_are_shown_side_by_side_and_merged_with_both_versions_kept()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Residents/Create");
        await clerk.SendAsync(Newcomer);
        await clerk.OpenAsync("/Residents/Create");
        await clerk.SendAsync([.. Newcomer.Select(field => field.Item1 switch { "证件号码" => ("证件号码", ""), "户号" or "与户主关系" => (field.Item1, ""), "住址" => ("住址", "样例村三组"), _ => field }), ("证件类型", "无证件"), ("无证件或强制保存的原因", "补办中"), ("出生日期", "19480229"), ("性别", "男"), ("备注", "听力不好")]);
        Assert.Equal("已登记。", clerk.StatusMessage);

        await server.InDbAsync(db => db.InOneTransactionAsync(async () => db.FollowUps.Add(FollowUp.Open(
            (await db.Offices.SingleAsync()).Code, await db.Residents.MaxAsync(resident => resident.Id), "", FollowUpSource.FeverClinic, "7", "发热", LawfulCase.Clerk, server.Now))));
        await clerk.OpenAsync("/Residents/Doubles");
        await clerk.OpenAsync(clerk.Page.QuerySelectorAll("a[href*='/Residents/Merge/']")[0].GetAttribute("href")!);
        Assert.Equal("听力不好", clerk.Field("备注").GetAttribute("value"));
        await clerk.SendAsync(("怎么知道是一个人", "本人拿户口簿来核对过"));
        Assert.Equal("已合并，两边原来写的都留着。", clerk.StatusMessage);

        var all = await server.InDbAsync(db => db.Residents.OrderBy(resident => resident.Id).ToListAsync());
        Assert.Equal([ResidentState.Here, ResidentState.Merged], all.Select(resident => resident.State));
        Assert.Equal(all[0].Id, await server.InDbAsync(db => db.FollowUps.Select(followUp => followUp.ResidentId).SingleAsync()));
        Assert.Equal((all[0].Id, "听力不好"), (all[1].MergedInto!.Value, all[0].Note));
        Assert.Equal(["样例村3组8号", "样例村三组"], (await server.InDbAsync(db => db.ResidentVersions.ToListAsync())).Select(version => version.Content.Address).Order(StringComparer.Ordinal));
        await FindAsync(clerk, "马小红");
        Assert.Single(Names(clerk));
        Assert.Contains("没有看着像重复的", (await clerk.OpenAsync("/Residents/Doubles")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_with_valid_numbers_are_not_merged()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var ids = await server.AddResidentsAsync(2);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/Residents/Merge/{ids[0]}/{ids[1]}");
        await clerk.SendAsync(("怎么知道是一个人", "看着像"));

        Assert.Equal([RosterRules.OneNumberEach.Sentence], clerk.Errors);
    }

    [Fact]
    public async Task Somebody_in_two_offices_is_told_to_both_and_nothing_is_merged()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        var second = (await server.AddOfficeAsync(await server.FirstVillageAsync(1))).Code;
        var (here, there) = await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var offices = await db.Offices.OrderBy(office => office.Code == second).ToListAsync();
            var both = offices.ConvertAll(office => db.Residents.Add(Resident.Enter(office, new() { Person = LawfulCase.Applicant, Address = "样例村3组8号" }, server.Today)).Entity);
            await db.SaveChangesAsync();
            return (both[0].Id, both[1].Id);
        }));

        Assert.Contains("也在", (await clerk.OpenAsync($"/Residents/Details/{here}")).Text, StringComparison.Ordinal);
        Assert.Contains("也在", (await (await server.SignedInUserAsync("luruer", second, Roles.Clerk)).OpenAsync($"/Residents/Details/{there}")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await clerk.OpenAsync($"/Residents/Details/{there}")).Status);
    }

    [Fact]
    public async Task A_household_shows_its_members_guardians_cards_and_what_is_known_of_it()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var ids = await server.AddResidentsAsync(4);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/Residents/Guardian/{ids[0]}");
        await clerk.PressAsync("登记", ("家里的人", ids[1].ToString(System.Globalization.CultureInfo.InvariantCulture)), ("与本人的关系", "女儿"), ("看过什么", "户口簿"));
        Assert.Equal("监护人已登记。", clerk.StatusMessage);

        await clerk.OpenAsync($"/Residents/Household/{ids[0]}");
        Assert.Contains("家里的人（3 人）", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("的监护人", clerk.Text, StringComparison.Ordinal);
        await clerk.SendAsync(("自有还是租住", "租住"), ("责任人", "马建国"), ("备注", "房东住 5组"));
        Assert.Contains("责任人马建国", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("租住", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_clerk_has_saved_is_not_undone_unseen_and_an_unknown_guardian_is_said()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var (first, second) = (await server.ClerkAsync(), await server.ClerkAsync("erhao"));
        await first.OpenAsync($"/Residents/Edit/{id}");
        await second.OpenAsync($"/Residents/Edit/{id}");
        await first.SendAsync(("电话", "13900000001"), ("为什么改", "换了号码"));

        await second.SendAsync(("备注", "行动不便"), ("为什么改", "补上"));

        Assert.Equal([RosterRules.NotChangedMeanwhile.Sentence], second.Errors);
        Assert.Equal("13900000001", (await server.InDbAsync(db => db.Residents.SingleAsync())).Phone!.Value);
        await first.OpenAsync($"/Residents/Guardian/{id}");
        await first.PostAsync($"/Residents/Guardian/{id}", [.. first.MainFields().Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)), new("Input.GuardianId", "999"), new("Input.Relation", "女儿")]);
        Assert.Equal([GuardianshipRules.GuardianKnown.Sentence], first.Errors);
    }

    [Fact]
    public async Task A_card_under_a_number_that_was_corrected_since_is_still_his()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        var cards = await server.IssueAsync(1);
        await server.HandOverAsync(cards);
        var id = (await server.EnterHoldersAsync(cards))[0];
        await clerk.OpenAsync($"/Residents/Edit/{id}");
        await clerk.SendAsync(("证件号码", "11010519491231002X"), ("出生日期", ""), ("性别", "女"), ("为什么改", "号码录错了"));
        Assert.Equal("已改正，原来的一版留着。", clerk.StatusMessage);

        Assert.Contains("有卡", (await clerk.OpenAsync($"/Residents/Details/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("有卡 1 人", (await clerk.OpenAsync("/Residents/Outreach")).Text, StringComparison.Ordinal);
        await clerk.OpenAsync($"/Residents/Leave/{id}");
        await clerk.SendAsync(("迁出还是去世", "去世"), ("从哪天起", "20200305"));
        Assert.Equal(PassState.TakenBack, (await server.InDbAsync(db => db.Passes.SingleAsync())).State);
    }

    private static Task FindAsync(OfficeBrowser clerk, string text) => FindAsync(clerk, ("找谁", text));

    private static async Task FindAsync(OfficeBrowser clerk, params (string Label, string? Value)[] values)
    {
        await clerk.OpenAsync("/Residents");
        await clerk.SendAsync(values);
    }

    private static IReadOnlyList<string> Names(OfficeBrowser clerk) => [.. clerk.Page.QuerySelectorAll("td.name a").Select(link => link.TextContent)];
}
