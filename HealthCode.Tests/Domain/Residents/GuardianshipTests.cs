using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Residents;

/// <summary>监护人、代领、情况说明: who acts for somebody who cannot act for himself.</summary>
public sealed class GuardianshipTests
{
    private static readonly Attendant Mother = new(PersonName.Restore("马秀珍"), AttendantRole.Guardian, "母亲", null);

    [Fact]
    public void A_guardian_is_noted_with_what_was_seen_or_nothing_and_ends_with_a_reason()
    {
        var guardianship = Noted(Child(), Mother, "");

        Assert.Equal((Mother, "", Today, true), (guardianship.Guardian, guardianship.Seen, guardianship.Since, guardianship.Holds));
        Assert.Equal([GuardianshipRules.EndHasReason], Forbids(() => guardianship.End("", Today)));
        guardianship.End("孩子随父亲迁走", Today);
        Assert.False(guardianship.Holds);
        Assert.Equal([GuardianshipRules.EndsOnce], Forbids(() => guardianship.End("再来一次", Today)));
    }

    [Theory]
    [InlineData("2002-03-05", true)]
    [InlineData("2002-03-06", false)]
    public void A_guardian_is_eighteen(string born, bool isAdult)
    {
        var young = Resident.Enter(Office(), new() { Person = Foreigner("YOUNG", Day(born)) }, Today);

        Assert.Equal(isAdult ? [] : [GuardianshipRules.GuardianIsAdult], GuardianshipRules.Validate(Child(), young, Mother, null, [], Today).Select(breach => breach.Rule));
        Assert.Equal(isAdult ? [] : [GuardianshipRules.GuardianIsAdult], GuardianshipRules.Validate(Child(), null, Mother, Day(born), [], Today).Select(breach => breach.Rule));
        Assert.Empty(GuardianshipRules.Validate(Child(), null, Mother, null, [], Today));
    }

    [Fact]
    public void A_child_is_not_its_own_guardian()
    {
        var child = Child();

        Assert.Contains(GuardianshipRules.GuardianIsAnother, Forbids(() => Guardianship.Note(child, child, Mother, null, "", [], Clerk, Now, Today)));
        Assert.Contains(GuardianshipRules.GuardianIsAnother, Forbids(() => Guardianship.Note(child, null, Mother with { Name = child.Person.Name }, child.Person.BirthDate, "", [], Clerk, Now, Today)));
    }

    [Fact]
    public void A_guardian_is_noted_once_and_says_the_relation()
    {
        var earlier = Noted(Child(), Mother, "户口簿");

        Assert.Equal([GuardianshipRules.GuardianOnce], Forbids(() => Guardianship.Note(Child(), null, Mother, null, "", [earlier], Clerk, Now, Today)));
        Assert.Equal([GuardianshipRules.HasRelation], Forbids(() => Guardianship.Note(Child(), null, Mother with { Relation = "" }, null, "", [], Clerk, Now, Today)));
        earlier.End("登记错了人", Today);
        Assert.True(Guardianship.Note(Child(), null, Mother, null, "", [earlier], Clerk, Now, Today).Holds);
    }

    [Fact]
    public void In_hebei_a_guardian_claims_the_code_and_the_office_knows_of_it()
    {
        var child = Child();
        var guardianship = Noted(child, Mother, "户口簿");

        Assert.Equal([GuardianshipRules.ClaimedAlready], Forbids(() => GuardianClaim.Note(child, guardianship, Today.AddDays(1), "监护人", Hebei.Pack, Clerk, Now, Today)));
        Assert.Equal([GuardianshipRules.ClaimHasConsent], Forbids(() => GuardianClaim.Note(child, guardianship, Today, "", Hebei.Pack, Clerk, Now, Today)));
        Assert.Null(child.CodeKnownOn);
        Assert.Equal(Today, GuardianClaim.Note(child, guardianship, Today, "监护人", Hebei.Pack, Clerk, Now, Today).ClaimedOn);
        Assert.Equal((Today, CodeSource.Guardian), (child.CodeKnownOn, child.CodeKnownFrom));

        guardianship.End("登记错了人", Today);
        Assert.Equal([GuardianshipRules.ClaimedByGuardian], Forbids(() => GuardianClaim.Note(child, guardianship, Today, "监护人", Hebei.Pack, Clerk, Now, Today)));
    }

    [Fact]
    public void Elsewhere_there_is_no_claim_and_no_statement()
    {
        var child = Child();
        foreach (var pack in new[] { Ningxia.Pack, Hainan.Pack, National.Pack })
        {
            Assert.Equal([GuardianshipRules.ProvinceHasClaims], Forbids(() => GuardianClaim.Note(child, Noted(child, Mother, ""), Today, "监护人", pack, Clerk, Now, Today)));
            Assert.Equal([GuardianshipRules.ProvinceHasStatements], Forbids(() => CircumstanceStatement.Write(child, "儿童", "没有手机", "", false, pack, Today)));
        }
    }

    [Fact]
    public void A_statement_repeats_what_was_said_and_is_not_for_who_has_the_code()
    {
        Assert.Equal([GuardianshipRules.StatementWithoutCode], Forbids(() => CircumstanceStatement.Write(Child(), "儿童", "没有手机", "", true, Hebei.Pack, Today)));
        Assert.Equal([GuardianshipRules.StatementHasWords], Forbids(() => CircumstanceStatement.Write(Child(), "儿童", "", "", false, Hebei.Pack, Today)));
        Assert.Equal(("儿童", "没有手机", "本人"), Said(CircumstanceStatement.Write(Child(), "儿童", "没有手机", "", false, Hebei.Pack, Today)));
        Assert.Equal("其他特殊人群", CircumstanceStatement.Write(Child(), "编出来的", "没有手机", "", false, Hebei.Pack, Today).Group);
    }

    private static (string Group, string Words, string SpokenBy) Said(CircumstanceStatement statement) => (statement.Group, statement.Words, statement.SpokenBy);

    private static Guardianship Noted(Resident ward, Attendant guardian, string seen) => Guardianship.Note(ward, null, guardian, null, seen, [], Clerk, Now, Today);

    private static Resident Child() => Resident.Enter(Office(), new() { Person = Foreigner("LITTLE", new(2012, 6, 1)) }, Today);

    private static Person Foreigner(string name, DateOnly born) =>
        new(PersonName.Restore(name), Sex.Female, born, IdentityDocument.Restore(IdentityDocumentKind.Passport, "P7654321A", null, false));
}
