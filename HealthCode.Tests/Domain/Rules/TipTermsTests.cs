using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Rules;

/// <summary>线索与监督举报的规定 of each province.</summary>
public sealed class TipTermsTests
{
    [Fact]
    public void Only_one_province_knows_the_desk() => Assert.Equal([Hainan.Pack], RulePacks.All.Where(pack => pack.Tips is not null));

    [Fact]
    public void There_are_four_conditions_the_last_one_for_none_and_no_symptom_is_left_out()
    {
        Assert.Equal(["stay", "contact", "symptoms", "none"], TipCase.Terms.Conditions.Select(condition => condition.Code));
        Assert.Equal("没有上述情况", TipCase.Terms.Conditions[^1].Text);
        Assert.All(
            "发热 干咳 咳痰 鼻塞 流涕 咽痛 头痛 乏力 肌肉酸痛 关节酸痛 气促 呼吸困难 胸闷 结膜充血 恶心 呕吐 腹痛 腹泻".Split(' '),
            symptom => Assert.Contains(symptom, TipCase.Terms.Condition("symptoms")!.Text, StringComparison.Ordinal));
        Assert.Null(TipCase.Terms.Condition("寒痰"));
    }

    [Fact]
    public void There_are_six_kinds_of_reports_and_one_for_the_rest() =>
        Assert.Equal(["可疑人员流动", "群众聚集活动", "哄抬物价", "制假售假", "违规复工复产复课", "哄抢物资", "其他"], TipCase.Terms.Topics);

    [Fact]
    public void Every_source_quotes_the_notice() =>
        Assert.All(new[] { TipCase.Terms.ConditionsCitation, TipCase.Terms.TopicsCitation, TipCase.Terms.Handling }, source => Assert.True(source.Place.StartsWith(Hainan.Pack.Notice, StringComparison.Ordinal) && source.Quote.Length > 0));
}
