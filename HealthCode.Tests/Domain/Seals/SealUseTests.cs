using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Seals;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Seals;

public sealed class SealUseTests
{
    private static readonly StaffMember Keeper = new("yinzhang", "杨印章");

    [Fact]
    public void The_register_says_on_what_how_many_when_and_by_whom()
    {
        var use = SealUse.OnCard(Pass(PassState.Printed), false, Clerk, Keeper, Now, Today);

        Assert.Equal((Code, Now, Today, 1), (use.OfficeCode, use.At, use.On, use.Copies));
        Assert.Equal((Clerk.Name, Reviewer.Name, Keeper.Name), (use.HandledBy, use.ApprovedBy, use.SealKeeper));
    }

    [Fact]
    public void It_names_the_card_by_its_grouped_number() =>
        Assert.Equal("健康通行卡 " + Number().Grouped, SealUse.OnCard(Pass(PassState.Printed), false, Clerk, Keeper, Now, Today).Subject);

    [Fact]
    public void The_applicant_is_masked()
    {
        var use = SealUse.OnCard(Pass(PassState.Printed), false, Clerk, Keeper, Now, Today);

        Assert.Equal("马**", use.Applicant);
        Assert.Equal(Applicant.Name.Masked, use.Applicant);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_seal_printed_from_its_image_is_told_from_a_stamp_by_hand(bool overprint) =>
        Assert.Equal(overprint, SealUse.OnCard(Pass(PassState.Printed), overprint, Clerk, Keeper, Now, Today).IsOverprint);

    [Fact]
    public void A_spoiled_overprint_is_noted_and_otherwise_there_is_nothing_to_note()
    {
        Assert.Equal("印坏，已作废", SealUse.OnCard(Pass(PassState.AwaitingPrint), true, Clerk, Keeper, Now, Today, "印坏，已作废").Note);
        Assert.Equal("", SealUse.OnCard(Pass(PassState.Printed), true, Clerk, Keeper, Now, Today).Note);
    }

    [Fact]
    public void A_line_crossed_out_stays_legible_counts_no_copy_and_says_who_and_when()
    {
        var use = SealUse.OnCard(Pass(PassState.Printed), false, Clerk, Keeper, Now, Today);
        Assert.False(use.IsCrossedOut);

        use.CrossOut(Keeper, Now.AddMinutes(2));

        Assert.Equal((true, 0, "健康通行卡 " + Number().Grouped, "误登记，3月5日 09:32 杨印章划去"), (use.IsCrossedOut, use.Copies, use.Subject, use.Note));
        Assert.Equal([SealRules.CrossedOutOnce], Forbids(() => use.CrossOut(Keeper, Now.AddMinutes(3))));
    }

    [Fact]
    public void A_seal_that_was_printed_is_on_the_card_and_is_not_crossed_out() => Assert.Equal(
        [SealRules.CrossedOutOnce], Forbids(() => SealUse.OnCard(Pass(PassState.Printed), true, Clerk, Keeper, Now, Today).CrossOut(Keeper, Now)));

    [Fact]
    public void A_line_of_the_register_is_never_changed_from_outside() =>
        Assert.All(typeof(SealUse).GetProperties(), property => Assert.NotEqual(true, property.SetMethod?.IsPublic));
}
