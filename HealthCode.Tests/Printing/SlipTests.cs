using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;
using HealthCode.Web.Printing.Slips;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>告知单: who is turned away or sent home takes along why, what to bring, when to come and whom to ring.</summary>
public sealed class SlipTests
{
    private static readonly DateOnly Released = Today.AddDays(5);

    public static TheoryData<RefusalClause> Clauses => [.. Enum.GetValues<RefusalClause>()];

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_refusal_says_its_clause_in_plain_words_and_verbatim(RefusalClause clause)
    {
        using var slip = new PdfInspector(RefusalSlip.Draw(Refused(Finding(clause)), Office()));

        var said = Pack.Clause((int)clause);
        var words = slip.Words(1);
        Assert.StartsWith("不予办理告知单马德山：", words, StringComparison.Ordinal);
        foreach (var text in (string[])[said.PlainWords, said.Citation.Quote, said.Citation.Place])
        {
            Assert.Contains(Joined(text), words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_refusal_says_what_to_bring_the_earliest_day_and_whom_to_ring()
    {
        using var slip = new PdfInspector(RefusalSlip.Draw(Refused(Finding(RefusalClause.CloseContact)), Office()));

        var words = slip.Words(1);
        Assert.Contains(Joined(Pack.Clause(2).WhatToBring), words, StringComparison.Ordinal);
        Assert.Contains("最早再来的日子" + Released.Chinese(), words, StringComparison.Ordinal);
        Assert.Contains("监督电话0951-12345", words, StringComparison.Ordinal);
        Assert.Contains("政务热线12345", words, StringComparison.Ordinal);
        Assert.Contains("兴庆区样例街道样例村民委员会2020年3月5日", words, StringComparison.Ordinal);
        // A committee certifies nothing (DECISIONS.md D9).
        Assert.DoesNotContain("兹证明", words, StringComparison.Ordinal);
    }

    [Fact]
    public void All_five_clauses_and_the_longest_reason_lose_nothing_and_stay_above_the_telephones()
    {
        var declaration = Submitted();
        var findings = Enum.GetValues<RefusalClause>().Aggregate(NothingFound, (all, clause) => all.With(Finding(clause)));
        declaration.Refuse(findings, new string('鑫', 200), 1, Pack, Reviewer, Now, Today);

        using var slip = new PdfInspector(RefusalSlip.Draw(declaration, Office()));

        Assert.All(Enumerable.Range(1, slip.Sizes.Count), page => Assert.NotNull(slip.Render(page, 72).Ink()));
        var all = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        Assert.All(Pack.Clauses, clause => Assert.Contains(Joined(clause.PlainWords), all, StringComparison.Ordinal));
        Assert.Equal(200, all.Count(c => c == '鑫'));
        // Above the line over the telephones the page is white: nothing ran into them.
        Assert.Null(slip.Render(slip.Sizes.Count, 150).Ink(top: 225, bottom: 227.5));
    }

    [Fact]
    public void A_returned_form_says_what_is_missing_and_that_it_is_no_refusal()
    {
        var declaration = Submitted();
        declaration.ReturnForCorrection(NothingFound, ["第(6)项", "签字"], "请当面补填", 1, Reviewer, Now, Today);

        using var slip = new PdfInspector(CorrectionSlip.Draw(declaration, Office()));

        var words = slip.Words(1);
        Assert.Contains("请补上·第(6)项·签字请当面补填", words, StringComparison.Ordinal);
        Assert.Contains("这不是不予办理", words, StringComparison.Ordinal);
        Assert.Single(slip.Sizes);
    }

    [Fact]
    public void Slip_page_and_reading_say_the_same_about_when_to_come_back()
    {
        var declaration = Submitted();
        var findings = NothingFound.With(Finding(RefusalClause.CloseContact)).With(Finding(RefusalClause.Symptoms)) with { NeedsToGoOut = false };
        declaration.Refuse(findings, "当面说明", 1, Pack, Reviewer, Now, Today);
        using var slip = new PdfInspector(RefusalSlip.Draw(declaration, Office()));

        var comeBack = declaration.Decision!.EarliestReapplication(Pack);
        Assert.Equal($"{Released.Chinese()}，还要等症状消失、有外出需要", comeBack.Words);
        // Three grounds with their quotations may reach the second page.
        var words = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        Assert.Contains("最早再来的日子" + comeBack.Words, words, StringComparison.Ordinal);
        Assert.DoesNotContain("随时", words, StringComparison.Ordinal);
        Assert.InRange(slip.Sizes.Count, 1, 2);
        var read = SpokenDecision.Of(declaration.Decision, Pack);
        Assert.Contains(comeBack.Sentence, read.Select(sentence => sentence.Text));
        Assert.Contains("最早 二零二零年三月十日 可以再来，还要等症状消失、有外出需要。", read.Select(sentence => sentence.Spoken));
    }

    [Theory]
    [InlineData("2012-03-06", true, "马建国（马德山的父亲）：")]
    [InlineData("2006-03-06", true, "马建国（马德山的父亲）：")]
    [InlineData("2006-03-05", true, "马建国（马德山的父亲）：")]
    [InlineData("2002-03-06", true, "马建国（马德山的父亲）：")]
    [InlineData("2002-03-05", true, "马德山：")]
    [InlineData("2006-03-05", false, "马德山：")]
    public void The_slip_of_a_child_is_written_to_the_guardian(string birth, bool hasGuardian, string salutation)
    {
        var content = Form with { Person = BornOn(Day(birth)), Guardian = hasGuardian ? Father : null };
        var (refused, returned) = (Submitted(content), Submitted(content));
        refused.Refuse(NothingFound.With(Finding(RefusalClause.CloseContact)), "当面说明", 1, Pack, Reviewer, Now, Today);
        returned.ReturnForCorrection(NothingFound, ["签字"], "请当面补填", 1, Reviewer, Now, Today);
        var isGuardians = salutation.StartsWith("马建国", StringComparison.Ordinal);
        using var refusal = new PdfInspector(RefusalSlip.Draw(refused, Office()));
        using var correction = new PdfInspector(CorrectionSlip.Draw(returned, Office()));

        foreach (var words in (string[])[refusal.Words(1), correction.Words(1)])
        {
            Assert.Contains("告知单" + salutation + (isGuardians ? "马德山2020年" : "您2020年"), words, StringComparison.Ordinal);
            Assert.Equal(isGuardians, words.Contains("请您带马德山一起来", StringComparison.Ordinal));
        }

        using var receipt = new PdfInspector(ReceiptSlip.Draw([refused], Office()));
        Assert.Equal(isGuardians, receipt.Words(1).StartsWith("收件回执马建国（马德山的父亲）：", StringComparison.Ordinal));
        Assert.Equal(isGuardians, receipt.Words(1).Contains("马德山还小，请监护人带着一起来", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_in_of_a_child_goes_to_the_guardian_and_names_whose_it_is()
    {
        var child = Resident.Enter(Office(), new() { Person = new(PersonName.Restore("马德山"), Sex.Male, new(2012, 3, 6), IdentityDocument.Restore(IdentityDocumentKind.None, "", null, false)), Guardian = Father }, Today);
        var checkIn = DailyCheckIn.Enter(child, HealthStatus.Of(child), null, Today, CheckInChannel.Desk, new() { Temperature = Measured("36.5").Temperature, FoundNormal = true }, null, [], Pack, Clerk, Now);
        using var slip = new PdfInspector(CheckInSlip.Draw(checkIn, child.Person, Today.AddDays(3), Pack.HealthCode.CheckIn, Office(), child.Guardian));

        Assert.Contains("马建国（马德山的父亲）：村（居）委会替马德山记下了", slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_is_printed_in_16_points_or_more()
    {
        using var slip = new PdfInspector(RefusalSlip.Draw(Refused(Finding(RefusalClause.Symptoms)), Office()));

        // The first paragraph: a Han character of 16 pt is about 5 mm high.
        var line = slip.Render(1, 300).Ink(left: 25, right: 60, top: 40, bottom: 49)!.Value;
        Assert.True(line.Bottom - line.Top >= 4.5, $"{line.Bottom - line.Top:F1} mm");
    }

    [Fact]
    public void A_slip_is_an_A4_page_with_its_fonts_and_white_edges()
    {
        using var slip = new PdfInspector(RefusalSlip.Draw(Refused(Finding(RefusalClause.Symptoms)), Office()));

        var size = Assert.Single(slip.Sizes);
        Assert.Equal(210, size.Width, 0.1);
        Assert.Equal(297, size.Height, 0.1);
        Assert.All(slip.Fonts, font => Assert.True(font.Embedded, font.Name));
        var ink = slip.Render(1, 100).Ink()!.Value;
        Assert.True(ink is { Left: > 10, Top: > 10, Right: < 200, Bottom: < 290 });
    }

    [Fact]
    public void The_longest_names_and_telephones_stay_on_the_page()
    {
        var office = Office();
        office.SetNameAndPhones(new string('长', 60), CommitteeKind.Village, new string('话', 40), new string('电', 40));

        using var slip = new PdfInspector(RefusalSlip.Draw(Refused(Finding(RefusalClause.Symptoms)), office));

        Assert.All((string[])[new('长', 60), new('话', 40), new('电', 40)], text => Assert.Contains(text, slip.Words(1), StringComparison.Ordinal));
        Assert.InRange(slip.Render(1, 100).Ink()!.Value.Right, 0, 190);
    }

    [Fact]
    public void Only_a_refused_form_gets_a_refusal_and_only_a_returned_one_a_correction()
    {
        Assert.Throws<ArgumentException>(() => RefusalSlip.Draw(Approved(), Office()));
        Assert.Throws<ArgumentException>(() => CorrectionSlip.Draw(Refused(Finding(RefusalClause.Symptoms)), Office()));
    }

    private static Declaration Refused(ClauseFinding finding)
    {
        var declaration = Submitted();
        declaration.Refuse(NothingFound.With(finding), "当面说明", 1, Pack, Reviewer, Now, Today);
        return declaration;
    }

    /// <summary>A finding with the dates its clause needs, each not over today.</summary>
    private static ClauseFinding Finding(RefusalClause clause) => clause switch
    {
        RefusalClause.Symptoms => new(clause) { Applies = true, Symptoms = PresentSymptom.DryCough },
        RefusalClause.CloseContact => new(clause) { Applies = true, ReleasedOn = Released, Basis = "隔离通知" },
        _ => new(clause) { Applies = true, StartedOn = Today.AddDays(-3), HappenedOn = Today.AddDays(-3), Basis = "车票" },
    };

    private static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
