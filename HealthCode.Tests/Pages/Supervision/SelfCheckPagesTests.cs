using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>自查: question by question, a sheet that stays, a problem that is put right.</summary>
public sealed class SelfCheckPagesTests
{
    [Fact]
    public async Task A_sheet_is_filled_in_question_by_question_and_what_is_missing_is_said_beside_it()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/EnterSelfCheck");
        await clerk.SendAsync(("看到了什么 1", "监督电话贴在村委会门口"), ("自查日期", "20200306"));

        Assert.Contains(SelfCheckRules.NotInFuture.Sentence, clerk.Errors);
        Assert.Equal(5, clerk.Errors.Count(error => error == SelfCheckRules.EveryQuestionAnswered.Sentence) + clerk.Errors.Count(error => error == SelfCheckRules.HasEvidence.Sentence) - 4);
        Assert.Equal("监督电话贴在村委会门口", clerk.Field("看到了什么 1").GetAttribute("value"));

        await clerk.PostAsync("/Supervision/EnterSelfCheck", Filled(clerk, problemAt: 3));
        Assert.Empty(clerk.Errors);
        var check = await server.InDbAsync(db => db.SelfChecks.SingleAsync());
        Assert.Equal((5, 1, "测试luru"), (check.Answers.Count, check.ProblemsLeft, check.CheckedBy));
        Assert.Equal([false, false, false, true, false], check.Answers.Select(answer => answer.HasProblem));
    }

    [Fact]
    public async Task A_problem_is_put_right_once_and_the_paper_says_how()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/Supervision/SelfCheck/{keys.SelfCheck}");
        await clerk.PressAsync("记下整改", ("怎么整改的", ""));
        Assert.Equal([SelfCheckRules.RemedySaysHow.Sentence], clerk.Errors);
        await clerk.PressAsync("记下整改", ("怎么整改的", "措施贴在公告栏"));
        Assert.Equal("整改已记下。", clerk.StatusMessage);

        Assert.Empty(clerk.Page.QuerySelectorAll("main form"));
        using var paper = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/Supervision/SelfCheckPaper/{keys.SelfCheck}"));
        Assert.All(["没有公布监督电话", "措施没有贴出来", "3月5日已整改", "措施贴在公告栏"], word => Assert.Contains(word, paper.Words(1), StringComparison.Ordinal));
        Assert.Contains(await server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record is { Action: "打印自查表", Subject: "自查表 2020-03-05" });
    }

    [Fact]
    public async Task Of_two_who_put_it_right_at_once_the_second_is_told()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        var stale = new OfficeBrowser(clerk.Http);
        await stale.OpenAsync($"/Supervision/SelfCheck/{keys.SelfCheck}");
        await clerk.OpenAsync($"/Supervision/SelfCheck/{keys.SelfCheck}");
        await clerk.PressAsync("记下整改", ("怎么整改的", "措施贴在公告栏"));

        await stale.PressAsync("记下整改", ("怎么整改的", "我也贴了"));

        Assert.Contains(SelfCheckRules.StillAProblem.Sentence, stale.Text, StringComparison.Ordinal);
        Assert.Single((await server.InDbAsync(db => db.SelfChecks.SingleAsync())).Remedies);
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(OfficeBrowser clerk, int problemAt) =>
        clerk.MainFields().Where(field => !field.Key.StartsWith("Input.Answers", StringComparison.Ordinal) && field.Key != "Input.CheckedOn").Append(new("Input.CheckedOn", "20200305"))
            .Concat(Enumerable.Range(0, 5).SelectMany(i => new KeyValuePair<string, string>[]
            {
                new($"Input.Answers[{i}].HasProblem", i == problemAt ? "True" : "False"), new($"Input.Answers[{i}].Evidence", $"看到的 {i}"), new($"Input.Answers[{i}].RemedyBy", i == problemAt ? "20200310" : ""),
            }));
}
