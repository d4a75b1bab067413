using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Offices;

/// <summary>销毁清册.</summary>
public sealed class DestructionRecordTests
{
    private static readonly EndNotice Paper = new("样例省指挥部", "样指发〔2020〕9号", Today);

    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    public void It_never_begins_a_day_too_early(int day) =>
        Assert.Equal([DestructionRules.NeverEarlier], Forbids(() => Begun(day)));

    [Fact]
    public void It_begins_on_the_day_after_the_thirtieth_and_is_not_finished()
    {
        var record = Begun(31);

        Assert.Equal((Code, Today, "样例省指挥部（样指发〔2020〕9号，2020年3月5日）"), (record.OfficeCode, record.EndedOn, record.Notice));
        Assert.Null(record.FinishedAt);
        Assert.Empty(record.Steps);
    }

    [Fact]
    public void A_step_that_is_done_again_adds_what_it_found_and_stays_in_its_place()
    {
        var record = Begun(31);
        record.Note("passes", "健康通行卡", "张", "删除", 4, Now);
        record.Note("roster", "居民名册", "人", "删除", 0, Now);

        record.Note("passes", "健康通行卡", "张", "删除", 0, Now.AddHours(1));
        Assert.Equal((4, Now), (record.Steps[0].Count, record.Steps[0].DoneAt));
        record.Note("passes", "健康通行卡", "张", "删除", 3, Now.AddHours(2));

        Assert.Equal([("passes", 7), ("roster", 0)], record.Steps.Select(step => (step.Code, step.Count)));
        Assert.Equal(7, record.CountOf("passes", "roster", "unknown"));
    }

    [Fact]
    public void What_is_signed_names_office_notice_times_counts_and_the_audit()
    {
        var record = Begun(31);
        record.Note("passes", "健康通行卡", "张", "从数据库删除并覆写", 4, Now);

        record.Finish("到第 9 号记录", text => $"<{text.Length}>", Now.AddMinutes(2));

        Assert.Equal($"<{record.Text.Length}>", record.Signature);
        Assert.Equal(
            """
            销毁清册
            村居：兴庆区样例街道样例村民委员会（640104001201）
            疫情解除日：2020年3月5日
            依据：样例省指挥部（样指发〔2020〕9号，2020年3月5日）
            开始：2020-03-05 09:30:00
            完成：2020-03-05 09:32:00
            健康通行卡：4 张，从数据库删除并覆写
            审计：到第 9 号记录

            """,
            record.Text);
    }

    [Fact]
    public void What_has_been_signed_is_not_written_anew()
    {
        var record = Begun(31);
        record.Finish("到第 9 号记录", text => "签名", Now);

        foreach (var late in (Action[])[() => record.Note("passes", "健康通行卡", "张", "删除", 1, Now), () => record.Finish("到第 10 号记录", text => "又签", Now)])
        {
            Assert.Equal(DestructionRules.StaysAsSigned, Assert.Single(Assert.Throws<RuleBrokenException>(late).Breaches).Rule);
        }
    }

    private static DestructionRecord Begun(int day)
    {
        var office = Office();
        office.EndEpidemic(Today, Today);
        return DestructionRecord.Begin(office, Paper, Now, Today.AddDays(day));
    }
}
