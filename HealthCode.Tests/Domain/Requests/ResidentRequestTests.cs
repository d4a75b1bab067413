using HealthCode.Domain.Declarations;
using HealthCode.Domain.Requests;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Requests;

/// <summary>查阅、纠错.</summary>
public sealed class ResidentRequestTests
{
    [Fact]
    public void It_is_received_with_who_how_and_until_when()
    {
        var request = Received(RequestKind.Access, null);

        Assert.Equal((Code, RequestKind.Access, "马德山", "看过身份证原件", "想看看"), (request.OfficeCode, request.Kind, request.Applicant, request.IdentityCheck, request.RequestText));
        Assert.Equal((Today, Today.AddDays(15), Clerk), (request.ReceivedOn, request.DueOn, request.ReceivedBy));
        Assert.Null(request.Outcome);
    }

    [Fact]
    public void Nobody_is_told_anything_who_was_not_identified() => Assert.Equal(
        [RequestRules.HasApplicant, RequestRules.IsIdentified, RequestRules.HasAsked],
        Forbids(() => ResidentRequest.Receive(Office(), RequestKind.Access, "", "", "", "", null, Clerk, Now, Today)));

    [Fact]
    public void A_correction_is_about_a_form() =>
        Assert.Equal([RequestRules.CorrectionHasForm], Forbids(() => Received(RequestKind.Correction, null)));

    [Theory]
    [InlineData("2006-03-06", false)]
    [InlineData("2006-03-05", true)]
    public void For_a_child_under_fourteen_the_guardian_comes(string born, bool comesAlone)
    {
        var child = Submitted(Form with { Person = BornOn(Day(born)), Guardian = Father });
        if (comesAlone)
        {
            Assert.Equal("", Received(RequestKind.Access, child).Guardian);
        }
        else
        {
            Assert.Equal([RequestRules.ChildHasGuardian], Forbids(() => Received(RequestKind.Access, child)));
            Assert.Equal("马建国（父亲）", Received(RequestKind.Access, child, "马建国（父亲）").Guardian);
        }
    }

    [Fact]
    public void Its_age_is_counted_and_after_fifteen_days_it_is_late()
    {
        var request = Received(RequestKind.Access, null);

        Assert.Equal((0, 15), (request.AgeOn(Today), request.AgeOn(Today.AddDays(15))));
        Assert.False(request.IsLate(Today.AddDays(15)));
        Assert.True(request.IsLate(Today.AddDays(16)));
        request.Decline("不是本人", Reviewer, Today);
        Assert.False(request.IsLate(Today.AddDays(16)));
    }

    [Fact]
    public void Access_is_granted_with_an_answer_once()
    {
        var request = Received(RequestKind.Access, Submitted());
        Assert.Equal([RequestRules.AnswerGiven], Forbids(() => request.Grant("", null, Reviewer, Today)));

        request.Grant("见下", null, Reviewer, Today.AddDays(2));

        Assert.Equal((RequestOutcome.Granted, "见下", "", Reviewer, Today.AddDays(2)), (request.Outcome, request.Answer, request.CorrectedIn, request.AnsweredBy, request.AnsweredOn));
        Assert.Equal([RequestRules.AnsweredOnce], Forbids(() => request.Grant("再来", null, Reviewer, Today)));
        Assert.Equal([RequestRules.AnsweredOnce], Forbids(() => request.Decline("再来", Reviewer, Today)));
    }

    [Fact]
    public void A_correction_is_granted_when_the_form_has_been_corrected_since()
    {
        var form = Submitted();
        var request = ResidentRequest.Receive(Office(), RequestKind.Correction, "马德山", "", "看过身份证原件", "地址错了", form, Clerk, Now.AddMinutes(5), Today);
        Assert.Equal([RequestRules.CorrectedFirst], Forbids(() => request.Grant("改好了", form, Reviewer, Today)));
        Assert.Equal([RequestRules.CorrectedFirst], Forbids(() => request.Grant("改好了", null, Reviewer, Today)));
        form.Correct(Form with { DomicileAddress = "宁夏回族自治区银川市西夏区" }, "纠错", Clerk, Now.AddMinutes(9), Today);

        request.Grant("改好了", form, Reviewer, Today);

        Assert.Equal($"{DeclarationNumber.Of(Today, 1)} 第 2 版", request.CorrectedIn);
    }

    [Fact]
    public void It_is_declined_with_the_reason()
    {
        var request = Received(RequestKind.Correction, Submitted());
        Assert.Equal([RequestRules.AnswerGiven], Forbids(() => request.Decline("", Reviewer, Today)));

        request.Decline("身份证上就是这个日期", Reviewer, Today);

        Assert.Equal((RequestOutcome.Declined, "身份证上就是这个日期", ""), (request.Outcome, request.Answer, request.CorrectedIn));
    }

    private static ResidentRequest Received(RequestKind kind, Declaration? form, string guardian = "") =>
        ResidentRequest.Receive(Office(), kind, "马德山", guardian, "看过身份证原件", "想看看", form, Clerk, Now, Today);
}
