using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class HealthQuestionTests
{
    [Theory]
    [InlineData("(1)", "14 天内是否被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者")]
    [InlineData("(2)", "14 天内是否为新冠肺炎病例、阳性无症状感染者的密切接触者")]
    [InlineData("(3)", "14 天内是否曾有发热、持续干咳、乏力症状")]
    [InlineData("(5)", "14 天内是否到过宁夏以外地区（外省区）")]
    [InlineData("(6)", "14 天内是否与湖北等疫情高风险地区人员有接触史")]
    [InlineData("(7)", "14 天内是否与有发热或呼吸道症状的人员有接触史")]
    [InlineData("(8)", "抵达目的地后承诺立即向居住地或单位所在地社区（村）报告")]
    [InlineData("(9)", "疫情期间承诺做到除上下班外不外出、不参与聚餐聚会等聚集性活动")]
    public void An_item_stands_word_for_word_as_in_annex_1(string mark, string text) =>
        Assert.Equal(text, HealthQuestion.All.Single(question => question.Mark == mark).TextIn(LawfulCase.Pack.Pass));

    [Fact]
    public void The_numbers_are_those_of_the_form_without_a_4() =>
        Assert.Equal([1, 2, 3, 5, 6, 7, 8, 9], HealthQuestion.All.Select(question => question.Number));

    [Fact]
    public void The_items_lead_to_the_clauses_of_the_matrix_and_7_8_9_to_none() =>
        Assert.Equal(
            [RefusalClause.Patient, RefusalClause.CloseContact, RefusalClause.Symptoms, RefusalClause.Returnee, RefusalClause.HighRiskContact, null, null, null],
            HealthQuestion.All.Select(question => question.Clause));

    [Fact]
    public void Every_item_reads_the_answer_it_is_named_after()
    {
        Assert.Equal(
            typeof(HealthAnswers).GetProperties().Select(property => property.Name).Order(),
            HealthQuestion.All.Select(question => question.Field.ToString()).Order());
        Assert.All(HealthQuestion.All, question =>
        {
            var answers = new HealthAnswers();
            Assert.Null(question.Answer(answers));
            typeof(HealthAnswers).GetProperty(question.Field.ToString())!.SetValue(answers, true);
            Assert.True(question.Answer(answers));
        });
    }
}
