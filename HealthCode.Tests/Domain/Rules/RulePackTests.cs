using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Rules;

public sealed class RulePackTests
{
    private static readonly RulePack Ningxia = RulePacks.Ningxia;

    [Theory]
    [InlineData(1, "63-1-2-1", 14, "被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者，未治愈或治愈出院后医学观察未满 14 天的")]
    [InlineData(2, "63-1-2-2", null, "被确定为新冠肺炎确诊病例、疑似病例、阳性无症状感染者的密切接触者，未解除隔离医学观察的")]
    [InlineData(3, "63-1-2-3", 14, "来宁、返宁人员隔离医学观察未满 14 天的")]
    [InlineData(4, "63-1-2-4", 14, "与湖北等疫情高风险地区人员有接触史，隔离观察未满 14 天的")]
    [InlineData(5, "63-1-2-5", null, "有发热、干咳、气促、呼吸道症状的")]
    public void The_five_clauses_stand_word_for_word_with_their_days(int number, string code, int? days, string quote)
    {
        var clause = Ningxia.Clause(number);

        Assert.Equal((code, days, quote), (clause.Code, clause.Days, clause.Citation.Quote));
        Assert.Equal($"宁疫指办发〔2020〕63号 一(二){number}", clause.Citation.Place);
    }

    [Fact]
    public void There_are_five_clauses_and_every_one_is_a_refusal_the_program_knows() =>
        Assert.Equal(Enum.GetValues<RefusalClause>().Select(clause => (int)clause), Ningxia.Clauses.Select(clause => clause.Number));

    [Theory]
    [InlineData(1, "在宁夏境内低风险地区居住 14 天以上")]
    [InlineData(2, "接受居住地村(社区)管理")]
    [InlineData(3, "有外出需要的人员")]
    public void The_three_conditions_are_pieces_of_the_one_sentence_of_the_notice(int number, string quote)
    {
        const string Sentence = "在宁夏境内低风险地区居住 14 天以上且接受居住地村(社区)管理的有外出需要的人员可申请办理健康通行卡。";

        Assert.Equal(quote, Ningxia.Condition(number).Citation.Quote);
        Assert.Contains(quote, Sentence, StringComparison.Ordinal);
        Assert.Equal("宁疫指办发〔2020〕63号 一(一)", Ningxia.Condition(number).Citation.Place);
    }

    [Fact]
    public void There_are_three_conditions_and_every_one_is_known_to_the_program() =>
        Assert.Equal(Enum.GetValues<EligibilityCondition>().Select(condition => (int)condition), Ningxia.Conditions.Select(condition => condition.Number));

    [Fact]
    public void A_card_is_valid_and_residence_counted_for_fourteen_days()
    {
        Assert.Equal((14, 14), (Ningxia.ValidityDays, Ningxia.ResidenceDays));
        Assert.Equal("健康通行卡有效期 14 天，有效期满后须重新申办。", Ningxia.Validity!.Quote);
        Assert.Equal("宁疫指办发〔2020〕63号 二", Ningxia.Validity.Place);
    }

    [Fact]
    public void Every_ground_is_also_told_in_plain_words_with_what_to_do() =>
        Assert.All(Ningxia.Clauses.Concat(Ningxia.Conditions), clause =>
        {
            Assert.EndsWith("。", clause.PlainWords, StringComparison.Ordinal);
            Assert.EndsWith("。", clause.WhatToBring, StringComparison.Ordinal);
            Assert.NotEmpty(clause.Topic);
        });

    [Fact]
    public void Codes_are_never_used_twice() =>
        Assert.Equal(8, Ningxia.Clauses.Concat(Ningxia.Conditions).Select(clause => clause.Code).Distinct().Count());

    [Theory]
    [InlineData("2020-02-27")]
    [InlineData("2020-02-28")]
    [InlineData("2020-03-05")]
    [InlineData("2022-12-31")]
    public void The_Ningxia_pack_is_in_force_from_the_day_the_notice_was_printed(string day)
    {
        Assert.Equal(new DateOnly(2020, 2, 28), RulePacks.InForce("ningxia", Day(day)).FirstDay);
        Assert.Null(Ningxia.LastDay);
    }

    [Theory]
    [InlineData("ningxia", "宁夏", "2020-02-28", true, PassageKeeping.Tally, "宁疫指办发〔2020〕73号")]
    [InlineData("hebei", "河北", "2020-04-29", false, PassageKeeping.VenueAndTime, "冀防领办〔2020〕169号")]
    [InlineData("hainan", "海南", "2020-02-18", false, PassageKeeping.EveryPassage, "琼肺炎指〔2020〕29号")]
    public void Each_province_says_whether_it_knows_the_card_and_what_is_written_at_the_gate(string code, string name, string firstDay, bool issues, PassageKeeping passages, string notice)
    {
        var pack = RulePacks.InForce(code, Day(firstDay));

        Assert.Equal((name, Day(firstDay), issues, passages), (pack.Name, pack.FirstDay, pack.IssuesPasses, pack.Passages));
        Assert.Equal(notice, pack.PassagesCitation.Notice);
        Assert.Equal(issues, pack.Validity is not null && pack.Conditions.Count > 0 && pack.ValidityDays > 0);
    }

    [Fact]
    public void There_are_three_packs_with_codes_of_their_own_and_Ningxia_is_proposed_first()
    {
        Assert.Equal(["ningxia", "hebei", "hainan"], RulePacks.All.Select(pack => pack.Code));
        Assert.Equal(["只记人数", "记场所和时间", "每次通行登记"], RulePacks.All.Select(pack => pack.Passages.ChineseName()));
    }

    [Fact]
    public void A_pack_or_clause_that_does_not_exist_is_our_bug()
    {
        Assert.Throws<ArgumentException>(() => RulePacks.InForce("beijing", Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ningxia.Clause(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ningxia.Condition(0));
    }
}
