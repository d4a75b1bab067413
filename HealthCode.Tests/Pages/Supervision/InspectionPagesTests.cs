using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>督查: a visit item by item, the slip, the second look.</summary>
public sealed class InspectionPagesTests
{
    [Fact]
    public async Task A_visit_is_written_down_item_by_item_and_no_answer_slips_to_another_item()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: National.Pack);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/EnterInspection/place");
        await clerk.SendAsync(("查的是哪里", "惠民超市"), ("2. 口罩佩戴", "不好"), ("3. 通风消毒", "好"));
        Assert.Equal([InspectionRules.EveryItemAnswered.Sentence, InspectionRules.EveryItemAnswered.Sentence, InspectionRules.FaultIsTold.Sentence], clerk.Errors.Order(StringComparer.Ordinal).OrderBy(error => error == InspectionRules.FaultIsTold.Sentence));

        await clerk.SendAsync(("1. 测温验码", "好"), ("4. 张贴国家健康码和申领流程", "不适用"), ("当场怎么说的", "请今天补上口罩"), ("哪天复查", "20200306"), ("另查什么 1", "外卖放哪里"), ("查得怎么样 1", "好"));
        Assert.Empty(clerk.Errors);
        var inspection = await server.InDbAsync(db => db.Inspections.SingleAsync());
        Assert.Equal(
            [("测温验码", InspectionOutcome.InOrder), ("口罩佩戴", InspectionOutcome.NotInOrder), ("通风消毒", InspectionOutcome.InOrder), ("张贴国家健康码和申领流程", InspectionOutcome.NotApplicable), ("外卖放哪里", InspectionOutcome.InOrder)],
            inspection.Results.Select(result => (result.Item, result.Outcome)));
        Assert.Contains("眉山", inspection.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_looked_at_again_and_the_slip_says_what_to_put_right()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        using (var slip = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/Supervision/InspectionSlip/{keys.Inspection}")))
        {
            Assert.All(["督查告知单", "惠民超市", "请今天补上口罩", "2020年3月6日再来看", "本村另查", "监督电话0951-12345"], word => Assert.Contains(word, slip.Words(1), StringComparison.Ordinal));
        }

        server.Clock.SetTo(server.Now.AddDays(1));
        clerk = await server.SignedInAsync("luru");
        Assert.Contains("该复查了", (await clerk.OpenAsync("/Supervision/Inspections")).Text, StringComparison.Ordinal);
        await clerk.OpenAsync($"/Supervision/Inspection/{keys.Inspection}");
        await clerk.PressAsync("记下复查", ("哪天复查的", "20200304"), ("复查时看到了什么", "口罩已补"));
        Assert.Equal([InspectionRules.RecheckedBetween.Sentence], clerk.Errors);
        await clerk.PressAsync("记下复查", ("哪天复查的", "20200306"));
        Assert.Equal("复查已记下。", clerk.StatusMessage);
        Assert.Contains("口罩已补", clerk.Text, StringComparison.Ordinal);
    }
}
