using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.HealthStatuses;

/// <summary>今天要问的: who is due and why, the numbers of the printed list, and anybody found at once.</summary>
public sealed class IndexPageTests
{
    [Fact]
    public async Task In_the_morning_the_list_says_whom_to_ask_and_why()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var residents = await server.AddResidentsAsync(6);
        await server.KeepUpAsync(residents[0], daysAgo: 3);
        await server.KeepUpAsync(residents[1], daysAgo: 2);
        await server.KeepUpAsync(residents[2], daysAgo: 9);
        await server.NoteAsync(residents[3], HealthGround.CloseContact, daysAgo: 1);
        await server.ObserveAsync(residents[4], HealthGround.Returnee, daysAgo: 5);
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/HealthStatuses");

        Assert.Contains("今天要问 4 人，已问 0 人", clerk.Text, StringComparison.Ordinal);
        var words = await server.InDbAsync(db => db.DueEntries.OrderBy(entry => entry.ResidentId).ToDictionaryAsync(entry => entry.ResidentId, entry => entry.Words));
        Assert.Equal([residents[0], residents[2], residents[3], residents[4]], words.Keys);
        Assert.Equal("上次打卡3月2日，今天是最后一天", words[residents[0]]);
        Assert.Equal("上次打卡2月25日，已经断了，打卡就恢复", words[residents[2]]);
        Assert.StartsWith("连续上报：还没有开始", words[residents[3]], StringComparison.Ordinal);
        Assert.Equal("医学观察第 5 天，还没有打过卡", words[residents[4]]);
        Assert.DoesNotContain("13810000000", clerk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_once_given_stays_all_day_and_who_becomes_due_later_comes_at_the_end()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var residents = await server.AddResidentsAsync(3);
        await server.ObserveAsync(residents[2], HealthGround.Returnee, daysAgo: 1);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses");
        await server.ObserveAsync(residents[0], HealthGround.Returnee, daysAgo: 1);

        await clerk.OpenAsync("/HealthStatuses");
        await clerk.OpenAsync("/HealthStatuses");

        Assert.Equal([(1, residents[2]), (2, residents[0])], (await server.InDbAsync(db => db.DueEntries.OrderBy(entry => entry.Number).ToListAsync())).Select(entry => (entry.Number, entry.ResidentId)));
    }

    [Fact]
    public async Task A_long_list_has_pages_of_thirty_and_each_worker_his_whole_number()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        foreach (var resident in await server.AddResidentsAsync(33))
        {
            await server.ObserveAsync(resident, HealthGround.Returnee, daysAgo: 1);
        }

        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses");
        var first = clerk.Page.QuerySelectorAll("table.due tbody tr").Length;
        Assert.Contains("第 1 页，共 2 页（33 条）", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync("/HealthStatuses?p=2");

        Assert.Equal((30, 3), (first, clerk.Page.QuerySelectorAll("table.due tbody tr").Length));
        // The last three of the second grid worker, who asks seventeen in all.
        Assert.Contains("（17 人）", clerk.Page.QuerySelector("section h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_only_the_card_is_never_on_the_list()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(5);
        var clerk = await server.ClerkAsync();

        Assert.Contains("今天没有人要问", (await clerk.OpenAsync("/HealthStatuses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_hainan_everyone_is_asked_and_in_hebei_nobody()
    {
        foreach (var (pack, sentence) in new[] { (Hainan.Pack, "今天要问 5 人"), (Hebei.Pack, "今天没有人要问") })
        {
            await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
            server.Clock.SetTo(new(2021, 1, 5, 1, 0, 0, TimeSpan.Zero));
            await server.AddResidentsAsync(5);
            var clerk = await server.ClerkAsync();

            Assert.Contains(sentence, (await clerk.OpenAsync("/HealthStatuses")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("德", "马德山")]
    [InlineData("mds", "马德山")]
    [InlineData("1组", "马德山")]
    public async Task Anybody_is_found_by_name_initials_or_group(string typed, string name)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.AddResidentsAsync(4);
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/HealthStatuses");
        Assert.Contains(name, (await clerk.PressAsync("查找", ("找谁", typed))).Text, StringComparison.Ordinal);
        Assert.Contains("名册里没有找到", (await clerk.PressAsync("查找", ("找谁", "谁也不是"))).Text, StringComparison.Ordinal);
        var number = Villager.At(0).Single(field => field.Field == "DocumentNumber").Value!;
        Assert.Contains("马德山", (await clerk.PressAsync("查找", ("找谁", number))).Text, StringComparison.Ordinal);
        Assert.Contains("名册里没有找到", (await clerk.PressAsync("查找", ("找谁", number[..17]))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_round_list_is_printed_with_telephone_and_address_and_its_printing_is_audited()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var residents = await server.AddResidentsAsync(12);
        foreach (var resident in residents.Skip(2))
        {
            await server.ObserveAsync(resident, HealthGround.CloseContact, daysAgo: 3);
        }

        await server.KeepUpAsync(residents[0], daysAgo: 9);
        await server.NoteAsync(residents[1], HealthGround.CloseContact, daysAgo: 3);
        var clerk = await server.ClerkAsync();
        using var sheet = new PdfInspector(await clerk.Http.GetByteArrayAsync("/HealthStatuses/RoundList"));

        Assert.Equal(2, sheet.Sizes.Count);
        Assert.All(["马德山", "13810000000", "样例村1号", "医学观察第3天", "马晓燕"], word => Assert.Contains(word, sheet.Words(1) + sheet.Words(2), StringComparison.Ordinal));
        Assert.All(["绿码", "黄码", "红码", "灰码"], colour => Assert.DoesNotContain(colour, sheet.Words(1) + sheet.Words(2), StringComparison.Ordinal));
        Assert.Contains(await server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "打印", Subject: "上门名单" } && record.Detail.EndsWith("12 人", StringComparison.Ordinal));
    }
}
