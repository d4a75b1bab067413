using System.Text.RegularExpressions;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Rules;

public sealed partial class RulePackTests
{
    /// <summary>Those that come with the program.</summary>
    private static IEnumerable<RulePack> Shipped => RulePacks.All.Except(SampleProvince.Versions);

    [Theory]
    [InlineData(1, "63-1-2-1", 14, "被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者，未治愈或治愈出院后医学观察未满 14 天的")]
    [InlineData(2, "63-1-2-2", null, "被确定为新冠肺炎确诊病例、疑似病例、阳性无症状感染者的密切接触者，未解除隔离医学观察的")]
    [InlineData(3, "63-1-2-3", 14, "来宁、返宁人员隔离医学观察未满 14 天的")]
    [InlineData(4, "63-1-2-4", 14, "与湖北等疫情高风险地区人员有接触史，隔离观察未满 14 天的")]
    [InlineData(5, "63-1-2-5", null, "有发热、干咳、气促、呼吸道症状的")]
    public void The_five_clauses_stand_word_for_word_with_their_days(int number, string code, int? days, string quote)
    {
        var clause = Pack.Clause(number);

        Assert.Equal((code, days, quote), (clause.Code, clause.Days, clause.Citation.Quote));
        Assert.Equal($"宁疫指办发〔2020〕63号 一(二){number}", clause.Citation.Place);
    }

    [Fact]
    public void There_are_five_clauses_and_every_one_is_a_refusal_the_program_knows() =>
        Assert.Equal(Enum.GetValues<RefusalClause>().Select(clause => (int)clause), Pack.Clauses.Select(clause => clause.Number));

    [Theory]
    [InlineData(1, "在宁夏境内低风险地区居住 14 天以上")]
    [InlineData(2, "接受居住地村(社区)管理")]
    [InlineData(3, "有外出需要的人员")]
    public void The_three_conditions_are_pieces_of_the_one_sentence_of_the_notice(int number, string quote)
    {
        const string Sentence = "在宁夏境内低风险地区居住 14 天以上且接受居住地村(社区)管理的有外出需要的人员可申请办理健康通行卡。";

        Assert.Equal(quote, Pack.Condition(number).Citation.Quote);
        Assert.Contains(quote, Sentence, StringComparison.Ordinal);
        Assert.Equal("宁疫指办发〔2020〕63号 一(一)", Pack.Condition(number).Citation.Place);
    }

    [Fact]
    public void There_are_three_conditions_and_every_one_is_known_to_the_program() =>
        Assert.Equal(Enum.GetValues<EligibilityCondition>().Select(condition => (int)condition), Pack.Conditions.Select(condition => condition.Number));

    [Fact]
    public void A_card_is_valid_and_residence_counted_for_fourteen_days()
    {
        Assert.Equal((14, 14), (Pack.Pass.ValidityDays, Pack.Pass.ResidenceDays));
        Assert.Equal("健康通行卡有效期 14 天，有效期满后须重新申办。", Pack.Pass.Validity.Quote);
        Assert.Equal("宁疫指办发〔2020〕63号 二", Pack.Pass.Validity.Place);
    }

    [Fact]
    public void Every_ground_is_also_told_in_plain_words_with_what_to_do() =>
        Assert.All(Pack.Clauses.Concat(Pack.Conditions), clause =>
        {
            Assert.EndsWith("。", clause.PlainWords, StringComparison.Ordinal);
            Assert.EndsWith("。", clause.WhatToBring, StringComparison.Ordinal);
            Assert.NotEmpty(clause.Topic);
        });

    [Fact]
    public void Codes_are_never_used_twice() =>
        Assert.Equal(8, Pack.Clauses.Concat(Pack.Conditions).Select(clause => clause.Code).Distinct().Count());

    [Theory]
    [InlineData("2020-02-27")]
    [InlineData("2020-02-28")]
    [InlineData("2020-03-05")]
    [InlineData("2022-12-31")]
    public void The_Ningxia_pack_is_in_force_from_the_day_the_notice_was_printed(string day) =>
        Assert.Equal(new DateOnly(2020, 2, 28), RulePacks.InForce("ningxia", Day(day)).FirstDay);

    [Theory]
    [InlineData("ningxia", "宁夏", "2020-02-28", true, PassageKeeping.Tally, "宁疫指办发〔2020〕73号")]
    [InlineData("hebei", "河北", "2020-04-29", false, PassageKeeping.VenueAndTime, "冀防领办〔2020〕169号")]
    [InlineData("hainan", "海南", "2020-02-18", false, PassageKeeping.EveryPassage, "琼肺炎指〔2020〕29号")]
    [InlineData("national", "国家平台", "2020-12-20", false, PassageKeeping.Tally, "眉山市《进一步推广使用国家防疫健康码的通知》")]
    public void Each_province_says_whether_it_knows_the_card_and_what_is_written_at_the_gate(string code, string name, string firstDay, bool issues, PassageKeeping passages, string notice)
    {
        var pack = RulePacks.InForce(code, Day(firstDay));

        Assert.Equal((name, Day(firstDay), issues, passages), (pack.Name, pack.FirstDay, pack.IssuesPasses, pack.Passages));
        Assert.Equal(notice, pack.PassagesCitation.Notice);
        Assert.Equal(issues, pack.Conditions.Count > 0);
        Assert.Equal(issues, pack.Clauses.Count > 0);
    }

    [Fact]
    public void Every_province_of_the_folder_is_found_and_who_issues_cards_stands_first()
    {
        var files = Directory.GetFiles(SourceTree.Folder("HealthCode.Domain", "Rules", "Packs")).Select(file => Path.GetFileNameWithoutExtension(file).ToLowerInvariant());

        Assert.Equal(["ningxia", "hebei", "hainan", "national"], Shipped.Select(pack => pack.Code));
        Assert.Equal(files.Order(StringComparer.Ordinal), Shipped.Select(pack => pack.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["只记人数", "记场所和时间", "每次通行登记", "只记人数"], Shipped.Select(pack => pack.Passages.ChineseName()));
    }

    [Theory]
    [InlineData("640104001201", "ningxia")]
    [InlineData("130602001201", "hebei")]
    [InlineData("460105001201", "hainan")]
    [InlineData("511402001201", "national")]
    public void The_rules_of_its_province_are_proposed_to_an_office_and_the_national_ones_where_it_has_none(string division, string code) =>
        Assert.Equal(code, RulePacks.Proposed(division).Code);

    [Fact]
    public void Whoever_issues_cards_has_words_for_every_item_clause_and_condition_the_program_knows() => Assert.All(RulePacks.All.Where(pack => pack.IssuesPasses), pack =>
    {
        Assert.Equal(HealthQuestion.All.Select(question => question.Number).Concat([11, 12]), pack.Pass.Items.Select(item => item.Number));
        Assert.Equal(Enum.GetValues<RefusalClause>().Select(clause => (int)clause), pack.Clauses.Select(clause => clause.Number));
        Assert.Equal(Enum.GetValues<EligibilityCondition>().Select(condition => (int)condition), pack.Conditions.Select(condition => condition.Number));
        // What the review page and its rules call the days they ask for.
        Assert.All([pack.Clause(3), pack.Clause(4), pack.Condition(1)], ground => Assert.NotEmpty(ground.DayLabel));
    });

    [Fact]
    public void A_number_of_days_is_the_same_in_the_quote_in_plain_words_and_in_what_is_counted() => Assert.All(
        RulePacks.All.Where(pack => pack.IssuesPasses).SelectMany(pack => pack.Clauses.Concat(pack.Conditions)),
        ground => Assert.All([ground.Citation.Quote, ground.PlainWords, ground.WhatToBring], words => Assert.All(
            Days().Matches(words).Select(match => match.Groups[1].Value), days => Assert.Equal($"{ground.Days}", days))));

    [Theory]
    [InlineData("2020-02-29", 7)]
    [InlineData("2020-06-30", 7)]
    [InlineData("2020-07-01", 5)]
    [InlineData("2022-12-31", 5)]
    public void A_version_is_in_force_until_the_next_begins_and_the_first_one_also_before(string day, int validityDays) =>
        Assert.Equal(validityDays, RulePacks.InForce("sample", Day(day)).Pass.ValidityDays);

    [Fact]
    public void Two_packs_of_one_province_do_not_begin_on_one_day() =>
        Assert.Throws<ArgumentException>(() => RulePacks.Include(typeof(RulePack).Assembly));

    [Fact]
    public void Where_no_card_is_known_its_words_are_not_asked_for()
    {
        Assert.Throws<InvalidOperationException>(() => Hebei.Pack.Pass);
        Assert.Equal("hebei 2020-04-29", Hebei.Pack.ToString());
    }

    [Fact]
    public void A_pack_or_clause_that_does_not_exist_is_our_bug()
    {
        Assert.Throws<ArgumentException>(() => RulePacks.InForce("beijing", Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pack.Clause(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pack.Condition(0));
    }

    [GeneratedRegex("([0-9]+) 天")]
    private static partial Regex Days();
}
