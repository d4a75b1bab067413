using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>防疫物资: added with one click, in and out, counted.</summary>
public sealed class SupplyPagesTests
{
    [Fact]
    public async Task What_the_notice_wants_is_added_with_one_click_and_goes_in_and_out()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Supplies");
        await clerk.PressAsync("加入：口罩");
        Assert.StartsWith("已加入口罩", clerk.StatusMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("加入：口罩", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("不足", clerk.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        await clerk.SendAsync(("哪种物资", "口罩"), ("登记什么", "领入"), ("数量", "100"), ("从哪里、给谁", "镇防疫办"));
        Assert.Equal("已登记。", clerk.StatusMessage);
        await clerk.SendAsync(("哪种物资", "口罩"), ("登记什么", "领出"), ("数量", "101"), ("从哪里、给谁", "村口卡点"));
        Assert.Equal(["库存不够，没有登记。口罩只有 100 只，要领出 101 只。"], clerk.Errors);
        await clerk.SendAsync(("数量", "40"));
        Assert.Equal("已登记。", clerk.StatusMessage);
        Assert.Equal(["0", "100", "40", "0", "60 只"], clerk.Page.QuerySelectorAll("table tbody tr")[0].QuerySelectorAll("td.figure").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(60, (await server.InDbAsync(db => db.SupplyEntries.ToListAsync())).Sum(entry => entry.Change));
    }

    [Theory]
    [InlineData("领入", "0", "镇里", "supply-quantity")]
    [InlineData("领入", "1000000", "镇里", "supply-quantity")]
    [InlineData("领入", "5", "", "supply-from")]
    [InlineData("领出", "5", "", "supply-to")]
    [InlineData("盘点", "90", "", "supply-difference")]
    public async Task What_cannot_be_is_a_sentence(string kind, string quantity, string party, string rule)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Supplies");

        await clerk.SendAsync(("哪种物资", "口罩"), ("登记什么", kind), ("数量", quantity), ("从哪里、给谁", party));

        var sentence = new[] { SupplyRules.QuantityInRange, SupplyRules.SenderNamed, SupplyRules.ReceiverNamed, SupplyRules.DifferenceExplained }.Single(each => each.Code == rule).Sentence;
        Assert.StartsWith(sentence, Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Equal(quantity, clerk.Field("数量").GetAttribute("value"));
        Assert.Single(await server.InDbAsync(db => db.SupplyEntries.ToListAsync()));
    }

    [Fact]
    public async Task A_thing_of_the_offices_own_is_added_once_and_warns_from_its_number_on()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/AddSupply");
        await clerk.SendAsync(("物资名称", "口罩"), ("按什么数", "只"));
        Assert.Equal([SupplyRules.NameIsNew.Sentence], clerk.Errors);
        await clerk.SendAsync(("物资名称", "消毒液"), ("按什么数", "瓶"));
        Assert.Equal("已加入，请登记领入。", clerk.StatusMessage);

        await clerk.OpenAsync($"/Supervision/Supply/{keys.Supply}");
        await clerk.SendAsync(("剩多少算不足", "100"));
        Assert.Equal(2, clerk.Page.QuerySelectorAll("table .state-warn").Length);
    }
}
