using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Rules;

/// <summary>河北, 海南 and the national platform know no 健康通行卡: an office there keeps gates and does nothing else.</summary>
public sealed class ProvinceWithoutCardTests
{
    [Theory]
    [InlineData("hebei")]
    [InlineData("hainan")]
    [InlineData("national")]
    public void Nobody_applies_there_and_nothing_is_issued_whatever_came_before(string code)
    {
        var office = Elsewhere(code);
        var approved = Approved();

        Assert.Equal([DeclarationRules.ProvinceIssuesPasses], Forbids(() => Declaration.Submit(office, DeclarationNumber.Of(Today, 1), "form-1", Form, Clerk, Now, Today)));
        Assert.Equal([DeclarationRules.ProvinceIssuesPasses], Forbids(() => HealthPass.Issue(approved, office, Number(), null, Today)));
    }

    [Fact]
    public void In_Ningxia_both_are_done() => Assert.Equal(Code, Issued().OfficeCode);

    [Fact]
    public void The_sentence_says_what_the_office_does_instead() =>
        Assert.Equal("本省通知没有规定健康通行卡，本系统在这里只做查验。", DeclarationRules.ProvinceIssuesPasses.Sentence);

    private static Office Elsewhere(string code) => HealthCode.Domain.Offices.Office.Establish(
        DivisionCode.Parse("130602001201"), ["河北省", "保定市", "竞秀区", "样例街道", "样例村委会"], CommitteeKind.Village, RulePacks.InForce(code, Today));
}
