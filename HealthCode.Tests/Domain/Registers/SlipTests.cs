using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Domain.Registers;

/// <summary>返岗、发热门诊、购药: what each slip must say, and no more.</summary>
public sealed class SlipTests
{
    private static readonly PhoneNumber Phone = PhoneNumber.Restore("13800000007");

    [Fact]
    public void A_number_or_where_he_lives_is_enough_and_a_telephone_is_never_demanded()
    {
        Assert.Equal([], Against(Worker() with { Document = null, Address = "样例村 3 组" }));
        Assert.Equal([RegisterRules.Identified], Against(Worker() with { Document = null, Address = "" }));
        Assert.Equal([], Against(Visit() with { Phone = null }));
    }

    [Theory]
    [InlineData(13, 364, true)]
    [InlineData(14, 0, false)]
    public void A_child_under_fourteen_at_the_clinic_has_a_parents_name_at_fourteen_it_is_offered(int years, int days, bool isNeeded)
    {
        var child = Visit() with { Document = BornOn(Today.AddYears(-years).AddDays(-days)) };

        Assert.Equal(isNeeded ? [RegisterRules.ParentNamed] : [], Against(child));
        Assert.Equal([], Against(child with { ParentName = "马建国" }));
    }

    [Fact]
    public void Whose_number_does_not_tell_his_age_has_a_parents_name_or_the_word_that_he_is_fourteen()
    {
        var unknown = Visit() with { Document = null, Address = "样例村 3 组" };

        Assert.Equal([RegisterRules.AgeKnown], Against(unknown));
        Assert.Equal([], Against(unknown with { ParentName = "马建国" }));
        Assert.Equal([], Against(unknown with { IsOfAge = true }));
    }

    [Theory]
    [InlineData("34.0")]
    [InlineData("38.9")]
    [InlineData("42.9")]
    public void No_temperature_says_anything_against_a_slip(string celsius)
    {
        Assert.True(HealthCode.Domain.Declarations.BodyTemperature.TryParse(celsius, out var temperature, out _));

        Assert.Equal([], Against(Visit() with { Temperature = temperature }));
        Assert.Equal([], Against(Purchase() with { Temperature = temperature }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    [InlineData(10_000, false)]
    public void A_quantity_can_be_right(int quantity, bool holds) =>
        Assert.Equal(holds ? [] : [RegisterRules.QuantityInRange], Against(Purchase() with { Drugs = [new("退热贴", 1), new("止咳糖浆", quantity)] }));

    [Fact]
    public void A_purchase_names_one_to_ten_drugs()
    {
        Assert.Equal([RegisterRules.DrugsNamed], Against(Purchase() with { Drugs = [] }));
        Assert.Equal([], Against(Purchase() with { Drugs = [.. Enumerable.Range(1, 10).Select(i => new Drug($"药{i}", 1))] }));
        Assert.Equal([RegisterRules.DrugsFit], Against(Purchase() with { Drugs = [.. Enumerable.Range(1, 11).Select(i => new Drug($"药{i}", 1))] }));
    }

    [Fact]
    public void Somebody_elses_medicine_says_whose_by_telephone_by_name_and_address_or_by_number()
    {
        Assert.Equal([], Against(Purchase() with { Patient = new(Phone, "", null, "") }));
        Assert.Equal([], Against(Purchase() with { Patient = new(null, "纳福贵", null, "样例村 5 组") }));
        Assert.Equal([], Against(Purchase() with { Patient = new(null, "", Document(9), "") }));
        Assert.Equal([RegisterRules.PatientKnown], Against(Purchase() with { Patient = new(null, "纳福贵", null, "") }));
        Assert.Equal([RegisterRules.PatientKnown], Against(Purchase() with { Patient = new(null, "", null, "样例村 5 组") }));
    }

    [Fact]
    public void The_buyer_is_not_his_own_patient()
    {
        Assert.Equal([RegisterRules.PatientIsOther], Against(Purchase() with { Patient = new(Phone, "", Document(0), "") }));
        Assert.Equal([RegisterRules.PatientIsOther], Against(Purchase() with { Phone = Phone, Patient = new(Phone, "", null, "") }));
        Assert.Equal([RegisterRules.PatientIsOther], Against(Purchase() with { Patient = new(Phone, Name(0), null, "") }));
        Assert.Equal([], Against(Purchase() with { Patient = new(Phone, Name(0), Document(9), "") }));
        // A couple may share one telephone.
        Assert.Equal([], Against(Purchase() with { Phone = Phone, Patient = new(Phone, "纳福贵", null, "样例村 3 组") }));
    }

    [Fact]
    public void A_purchase_is_about_the_patient_and_a_patient_without_a_number_is_looked_for()
    {
        Assert.Equal(Number(0), Purchase().SubjectKey![^18..]);
        var unknown = Keyed(Purchase() with { Patient = new(Phone, "纳福贵", null, "") });
        Assert.Equal((PendingStep.Patient, (DateOnly?)Today, (string?)null), (unknown.Pending, unknown.PendingOn, unknown.SubjectKey));

        unknown.IdentifyPatient(Document(9), Pack, Clerk, Now);

        Assert.Equal((PendingStep.None, (DateOnly?)null), (unknown.Pending, unknown.PendingOn));
        Assert.EndsWith(Number(9), unknown.SubjectKey, StringComparison.Ordinal);
        Assert.EndsWith(Number(0), unknown.PersonKey, StringComparison.Ordinal);
        Assert.Equal([RegisterRules.PatientUnknown], LawfulCase.Forbids(() => unknown.IdentifyPatient(Document(8), Pack, Clerk, Now)));
    }

    [Fact]
    public void A_patient_whom_nobody_knows_belongs_to_nobody_and_is_looked_for_no_more()
    {
        var unknown = Keyed(Purchase() with { Patient = new(Phone, "纳福贵", null, "") });

        Assert.Equal([RegisterRules.SearchExplained], LawfulCase.Forbids(() => unknown.LeavePatientUnknown("", Pack, Clerk, Now)));
        unknown.LeavePatientUnknown("电话打不通", Pack, Clerk, Now);

        Assert.Equal((PendingStep.None, (string?)null, "问不到患者：电话打不通"), (unknown.Pending, unknown.SubjectKey, unknown.Former[^1].Reason));
    }

    [Fact]
    public void A_result_was_seen_on_a_day_and_somebody_agreed()
    {
        var seen = Worker() with { Result = HealthCodeResult.Green, ResultSeenOn = Today, Consent = "本人" };

        Assert.Equal([], Against(seen));
        Assert.Equal([RegisterRules.ResultHasDay], Against(seen with { ResultSeenOn = null }));
        Assert.Equal([HealthStatusRules.SeenAlready], Against(seen with { ResultSeenOn = Today.AddDays(1) }));
        Assert.Equal([HealthStatusRules.HasConsent], Against(seen with { Consent = "" }));
        Assert.Equal([HealthStatusRules.IsOfProvince], Against(seen with { Result = HealthCodeResult.Gray }));
    }

    [Fact]
    public void Only_the_newest_official_result_counts_and_only_the_clear_one()
    {
        OfficialResult Seen(HealthCodeResult result, int daysAgo) => new(result, OfficialSource.Platform, Now.AddDays(-daysAgo), Clerk, "本人");
        var terms = Pack.HealthCode;
        var green = Worker() with { Result = HealthCodeResult.Green, ResultSeenOn = Today.AddDays(-1), Consent = "本人" };

        Assert.False(Worker().IsClear(null, terms));
        Assert.True(Worker().IsClear(Seen(HealthCodeResult.Green, 0), terms));
        Assert.False(Worker().IsClear(Seen(HealthCodeResult.Yellow, 0), terms));
        Assert.True(green.IsClear(null, terms));
        Assert.False(green.IsClear(Seen(HealthCodeResult.Yellow, 0), terms));
        Assert.True(green.IsClear(Seen(HealthCodeResult.Yellow, 2), terms));
    }

    [Theory]
    [InlineData(0, 0, "名单上还没有人")]
    [InlineData(4, 4, "全员符合")]
    [InlineData(4, 1, "还差 3 人")]
    public void All_of_a_unit_are_clear_or_some_are_missing(int total, int clear, string sentence) => Assert.Equal(sentence, new WorkProgress(total, clear).Sentence);
}
