using System.Reflection;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Rules;

public sealed class RuleCodesTests
{
    private static readonly IReadOnlyList<Rule> Rules =
    [
        .. typeof(Rule).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(Rule))
            .Select(property => (Rule)property.GetValue(null)!),
    ];

    [Fact]
    public void The_Domain_states_its_rules_as_values() => Assert.InRange(Rules.Count, 40, 600);

    [Fact]
    public void No_two_rules_share_a_code() =>
        Assert.Empty(Rules.GroupBy(rule => rule.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void No_two_rules_share_a_sentence() =>
        Assert.Empty(Rules.GroupBy(rule => rule.Sentence).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_code_is_lower_case_with_hyphens() =>
        Assert.All(Rules, rule => Assert.Matches("^[a-z]+(-[a-z0-9]+)+$", rule.Code));

    [Fact]
    public void A_sentence_is_Chinese_and_ends_where_it_stops_or_where_the_case_goes_on() =>
        Assert.All(Rules, rule => Assert.Matches("^[^a-zA-Z]*[\u4E00-\u9FFF][^a-zA-Z]*[。：？]$", rule.Sentence));

    [Fact]
    public void Every_rule_names_its_notice_its_law_its_national_standard_or_a_decision_that_is_there() =>
        Assert.All(Rules, rule => Assert.True(CitedSource.IsPublic(rule.Source), $"{rule.Code}: {rule.Source}"));

    [Theory]
    [InlineData("宁疫指办发〔2020〕63号 一(二)5", true)]
    [InlineData("宁疫指办发〔2020〕63号 附件1；DECISIONS.md D4、D10", true)]
    [InlineData("个人信息保护法 第四十五条", true)]
    [InlineData("GB/T 22239-2019 访问控制", true)]
    [InlineData("63号 附件1", false)]
    [InlineData("宁疫指办发〔2020〕63号 附件1；本项目", false)]
    [InlineData("个人信息保护法", false)]
    [InlineData("GB 11643", false)]
    [InlineData("DECISIONS\u002Emd D999", false)]
    [InlineData("", false)]
    public void A_source_is_one_that_anybody_can_look_up(string source, bool isPublic) => Assert.Equal(isPublic, CitedSource.IsPublic(source));

    [Fact]
    public void A_rule_that_holds_says_nothing_and_one_that_does_not_refuses_with_its_sentence()
    {
        var rule = new Rule("test-rule", "请核对：", "DECISIONS.md D18");

        rule.Require(true);

        var broken = Assert.Throws<RuleBrokenException>(() => rule.Require(false, "第3行"));
        Assert.Equal("请核对：第3行", broken.Message);
        Assert.Equal(rule, Assert.Single(broken.Breaches).Rule);
    }

    [Fact]
    public void Several_broken_rules_are_told_at_once_in_their_order()
    {
        var first = new Rule("test-first", "甲。", "DECISIONS.md D18").Broken(field: DayOfWeek.Monday);
        var second = new Rule("test-second", "乙。", "DECISIONS.md D18").Broken();

        RuleBrokenException.ThrowIfAny([]);

        var broken = Assert.Throws<RuleBrokenException>(() => RuleBrokenException.ThrowIfAny([first, second]));
        Assert.Equal("甲。；乙。", broken.Message);
        Assert.Equal([first, second], broken.Breaches);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleBrokenException([]));
    }
}
