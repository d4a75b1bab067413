using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Slips;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>收件回执: what a household takes home instead of its forms.</summary>
public sealed class ReceiptSlipTests
{
    [Fact]
    public void It_names_each_member_with_the_number_of_the_form_and_says_what_comes_next()
    {
        var names = Batch.Names.Take(5).ToList();
        var forms = names.Select(name => Submitted(Form with { Person = Applicant with { Name = HealthCode.Domain.People.PersonName.Restore(name) } })).ToList();
        using var slip = new PdfInspector(ReceiptSlip.Draw(forms, Office()));

        var words = slip.Words(1);
        Assert.StartsWith("收件回执2020年3月5日收到下列健康通行卡办理申报表5份：", words, StringComparison.Ordinal);
        Assert.All(forms, form => Assert.Contains($"·{form.Content.Person.Name.Value}编号{form.Number}", words, StringComparison.Ordinal));
        Assert.Contains("请本人带身份证件来量体温、当面审核", words, StringComparison.Ordinal);
        Assert.Contains("没有也给办", words, StringComparison.Ordinal);
        Assert.Contains("监督电话0951-12345", words, StringComparison.Ordinal);
        Assert.Equal((210, 297), (Math.Round(Assert.Single(slip.Sizes).Width), Math.Round(slip.Sizes[0].Height)));
    }

    [Fact]
    public void It_promises_nothing_and_tells_nothing_of_health_or_papers()
    {
        using var slip = new PdfInspector(ReceiptSlip.Draw([Submitted()], Office()));

        foreach (var secret in (string[])[PaperForm.Number, "湖北", "发热", "证明", "有效期"])
        {
            Assert.DoesNotContain(secret, slip.Words(1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_household_of_thirty_runs_on_to_a_second_page_and_loses_nobody()
    {
        var forms = Enumerable.Range(0, 30).Select(i => Submitted(Form with { Person = Applicant with { Name = HealthCode.Domain.People.PersonName.Restore("马" + (char)('一' + i)) } })).ToList();
        using var slip = new PdfInspector(ReceiptSlip.Draw(forms, Office()));

        Assert.True(slip.Sizes.Count > 1);
        var all = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        Assert.All(forms, form => Assert.Contains("·" + form.Content.Person.Name.Value, all, StringComparison.Ordinal));
    }
}
