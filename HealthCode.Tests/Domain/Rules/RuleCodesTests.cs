using System.Reflection;
using HealthCode.Domain.Rules;

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
    public void The_Domain_states_its_rules_as_values() => Assert.InRange(Rules.Count, 40, 400);

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
    public void Every_rule_says_where_it_comes_from() =>
        Assert.All(Rules, rule => Assert.Matches("号|法|rule-table|standards|本项目", rule.Source));

    [Fact]
    public void A_rule_that_holds_says_nothing_and_one_that_does_not_refuses_with_its_sentence()
    {
        var rule = new Rule("test-rule", "请核对：", "rule-table");

        rule.Require(true);

        var broken = Assert.Throws<RuleBrokenException>(() => rule.Require(false, "第3行"));
        Assert.Equal("请核对：第3行", broken.Message);
        Assert.Equal(rule, Assert.Single(broken.Breaches).Rule);
    }

    [Fact]
    public void Several_broken_rules_are_told_at_once_in_their_order()
    {
        var first = new Rule("test-first", "甲。", "rule-table").Broken(field: DayOfWeek.Monday);
        var second = new Rule("test-second", "乙。", "rule-table").Broken();

        RuleBrokenException.ThrowIfAny([]);

        var broken = Assert.Throws<RuleBrokenException>(() => RuleBrokenException.ThrowIfAny([first, second]));
        Assert.Equal("甲。；乙。", broken.Message);
        Assert.Equal([first, second], broken.Breaches);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleBrokenException([]));
    }
}
