using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Residents;

/// <summary>居民名册.</summary>
public sealed class ResidentTests
{
    private static readonly RosterLine Line = new()
    {
        Person = LawfulCase.Applicant,
        Phone = PhoneNumber.Restore("13800000003"),
        Address = "样例村3组8号",
        HouseholdNumber = "3-8",
        RelationToHead = RosterLine.Head,
        VillageGroup = "第3村民小组",
        GridWorker = new(PersonName.Restore("马晓燕"), null),
        HasSmartphone = false,
        Note = "独居",
    };

    [Fact]
    public void A_resident_is_entered_as_his_line_says()
    {
        var resident = Resident.Enter(LawfulCase.Office(), Line, LawfulCase.Today);

        Assert.Equal((LawfulCase.Code, LawfulCase.Applicant.Key, "样例村3组8号"), (resident.OfficeCode, resident.PersonKey, resident.Address));
        Assert.Equal(("3-8", "户主", "独居", false), (resident.HouseholdNumber, resident.RelationToHead, resident.Note, resident.HasSmartphone));
    }

    [Theory]
    [InlineData("3组")]
    [InlineData("三组")]
    [InlineData("第3村民小组")]
    public void A_group_has_one_name_however_it_is_written(string written) =>
        Assert.Equal("3组", (Line with { VillageGroup = written }).VillageGroup);

    [Fact]
    public void A_newer_line_brings_him_up_to_date()
    {
        var resident = Resident.Enter(LawfulCase.Office(), Line, LawfulCase.Today);

        resident.Update(Line with { Address = "样例村5组1号", VillageGroup = "五组", HasSmartphone = true }, "导入名册", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);

        Assert.Equal(("样例村5组1号", "5组", true), (resident.Address, resident.VillageGroup, resident.HasSmartphone));
    }

    [Fact]
    public void What_a_newer_line_leaves_blank_stays_as_it_was()
    {
        var resident = Resident.Enter(LawfulCase.Office(), Line, LawfulCase.Today);

        resident.Update(new() { Person = LawfulCase.Applicant }, "导入名册", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);

        Assert.Equal(
            (Line.Phone, Line.Address, Line.HouseholdNumber, Line.GridWorker, Line.HasSmartphone, Line.Note),
            (resident.Phone, resident.Address, resident.HouseholdNumber, resident.GridWorker, resident.HasSmartphone, resident.Note));
    }

    [Fact]
    public void A_new_school_does_not_keep_the_old_schools_class()
    {
        var pupil = Resident.Enter(LawfulCase.Office(), Line with { School = "样例小学", SchoolClass = "六年级1班" }, LawfulCase.Today);

        pupil.Update(Line with { School = "样例小学" }, "导入名册", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);
        Assert.Equal("六年级1班", pupil.SchoolClass);

        pupil.Update(Line with { School = "样例中学" }, "导入名册", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);
        Assert.Equal(("样例中学", ""), (pupil.School, pupil.SchoolClass));
    }

    [Fact]
    public void Another_persons_line_is_not_taken_over()
    {
        var resident = Resident.Enter(LawfulCase.Office(), Line, LawfulCase.Today);

        var other = Line with { Person = LawfulCase.Applicant with { Document = IdentityDocument.Restore(IdentityDocumentKind.Passport, "P7654321A", null, false) } };

        Assert.Throws<ArgumentException>(() => resident.Update(other, "导入名册", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today));
    }

    [Fact]
    public void The_birth_date_is_the_one_in_the_number() => Breaks(RosterRules.BirthAsNumberSays, Line with { Person = LawfulCase.Applicant with { BirthDate = new(1948, 3, 1) } });

    [Fact]
    public void The_sex_is_the_one_in_the_number() => Breaks(RosterRules.SexAsNumberSays, Line with { Person = LawfulCase.Applicant with { Sex = Sex.Female } });

    [Fact]
    public void A_number_saved_in_spite_of_a_fault_proves_nothing() => Assert.Empty(RosterRules.Validate(
        Line with { Person = LawfulCase.Applicant with { Sex = Sex.Female, Document = IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, PaperForm.Number, "重号", true) } }, LawfulCase.Today));

    [Fact]
    public void Nobody_is_born_tomorrow()
    {
        Breaks(DeclarationRules.BornBeforeToday, Foreigner(LawfulCase.Today.AddDays(1)));
        Assert.Empty(RosterRules.Validate(Foreigner(LawfulCase.Today), LawfulCase.Today));
    }

    [Fact]
    public void Nobody_is_born_before_1900()
    {
        Breaks(DeclarationRules.BornInLivingMemory, Foreigner(new(1899, 12, 31)));
        Assert.Empty(RosterRules.Validate(Foreigner(new(1900, 1, 1)), LawfulCase.Today));
    }

    [Fact]
    public void A_relation_needs_a_household() => Breaks(RosterRules.RelationNeedsHousehold, Line with { HouseholdNumber = "" });

    [Fact]
    public void A_household_without_a_head_is_a_household() => Assert.Empty(RosterRules.Validate(Line with { RelationToHead = "" }, LawfulCase.Today));

    [Fact]
    public void A_class_needs_a_school() => Breaks(RosterRules.ClassNeedsSchool, Line with { SchoolClass = "三年级2班" });

    private static RosterLine Foreigner(DateOnly born) =>
        Line with { Person = new(PersonName.Restore("MARIA SANTOS"), Sex.Female, born, IdentityDocument.Restore(IdentityDocumentKind.Passport, "P7654321A", null, false)) };

    private static void Breaks(Rule rule, RosterLine line) =>
        Assert.Equal([rule], LawfulCase.Forbids(() => Resident.Enter(LawfulCase.Office(), line, LawfulCase.Today)));
}
