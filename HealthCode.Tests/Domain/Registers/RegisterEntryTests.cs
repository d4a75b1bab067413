using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Domain.Registers;

/// <summary>一条登记: keyed once, corrected with a reason, voided, never lost.</summary>
public sealed class RegisterEntryTests
{
    private static readonly string[] Provinces = ["hainan", "ningxia", "hebei", "national"];

    public static TheoryData<string, RegisterKind, bool> Desks => new()
    {
        { "hainan", RegisterKind.Returnees, true }, { "hainan", RegisterKind.Work, true }, { "hainan", RegisterKind.FeverClinic, true }, { "hainan", RegisterKind.Medicines, true },
        { "ningxia", RegisterKind.Returnees, true }, { "ningxia", RegisterKind.Work, false }, { "ningxia", RegisterKind.FeverClinic, false }, { "ningxia", RegisterKind.Medicines, false },
        { "hebei", RegisterKind.Returnees, false }, { "national", RegisterKind.Medicines, false },
    };

    [Theory]
    [MemberData(nameof(Desks))]
    public void A_register_is_kept_only_where_the_notices_ask_for_it(string province, RegisterKind kind, bool isKept)
    {
        RegisterContent content = kind switch { RegisterKind.Returnees => Returnee() with { FromOutside = null, ExpectedOn = null, ArrivedOn = Today }, RegisterKind.Work => Worker(), RegisterKind.FeverClinic => Visit(), _ => Purchase() };

        Assert.Equal(isKept ? [] : [RegisterRules.Kept], Against(content, RulePacks.InForce(province, Today)));
    }

    [Fact]
    public void The_items_of_every_province_are_those_of_its_notice()
    {
        var lines = Provinces.Select(province => RulePacks.InForce(province, Today)).SelectMany(pack => pack.Registers.Count == 0
            ? [$"{pack.Name}\t没有"]
            : pack.Registers.SelectMany(form => form.Items.Select(item => $"{pack.Name}\t{form.Kind}\t{form.Name}\t{item.Field}\t{item.Label}\t{(item.IsNeeded ? "必填" : "")}\t{item.Hint}")
                .Append($"{pack.Name}\t{form.Kind}\t缘由\t{form.Ground}{(form.GroundNeedsIsolation ? "（隔离）" : "")}\t{form.Citation.Place}")));

        Approved.Matches("registers", string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void A_slip_comes_from_a_facility_unless_somebody_returns()
    {
        Assert.Equal([RegisterRules.FacilityChosen], Against(Visit(), slip: new(Today, null, null)));
        Assert.Equal([RegisterRules.FacilityChosen], Against(Returnee(), slip: new(Today, null, 1)));
    }

    [Fact]
    public void Nothing_is_of_tomorrow()
    {
        Assert.Equal([RegisterRules.HasHappened], Against(Visit(), slip: new(Today.AddDays(1), null, 1)));
        Assert.Equal([], Against(Visit(), slip: new(Today, null, 1)));
    }

    [Fact]
    public void The_same_slip_is_keyed_once_by_its_number_and_by_what_it_says()
    {
        var first = Keyed(Purchase(), slip: new(Today, 7, 1));

        Assert.Equal([RegisterRules.SlipOnce], LawfulCase.Forbids(() => Keyed(Purchase(3), 2, null, new(Today, 7, 1), first)));
        Assert.Equal([RegisterRules.NotTwice], LawfulCase.Forbids(() => Keyed(Purchase(), 2, null, new(Today, 8, 1), first)));
        // The same medicine on another day, or another one on the same day, is another purchase.
        Assert.Equal(2, Keyed(Purchase(), 2, null, new(Today.AddDays(-1), null, 1), first).Number);
        Assert.Equal(3, Keyed(Purchase() with { Drugs = [new("止咳糖浆", 3)] }, 3, null, new(Today, null, 1), first).Number);
    }

    [Fact]
    public void A_unit_names_a_person_once_and_a_returnee_is_waited_for_once()
    {
        Assert.Equal([RegisterRules.OnRollOnce], LawfulCase.Forbids(() => Keyed(Worker() with { Health = "好" }, 2, null, null, Keyed(Worker()))));
        Assert.Equal(2, Keyed(Worker() with { Health = "好" }, 2, null, new(Today, null, 2), Keyed(Worker())).Number);
        Assert.Equal([RegisterRules.OneJourney], LawfulCase.Forbids(() => Keyed(Returnee() with { From = "广东" }, 2, null, null, Keyed(Returnee()))));
        Assert.Equal(2, Keyed(Returnee() with { From = "广东" }, 2, null, null, Keyed(Returnee() with { ExpectedOn = null, ArrivedOn = Today })).Number);
    }

    [Fact]
    public void A_correction_says_why_keeps_what_stood_there_and_undoes_nobody_elses()
    {
        var entry = Keyed(Visit());

        Assert.Equal([RegisterRules.ChangeHasReason], LawfulCase.Forbids(() => Correct(entry, 1, "")));
        Correct(entry, 1, "体温抄错了");

        Assert.Equal((2, "体温抄错了", 38.2m), (entry.Version, Assert.Single(entry.Former).Reason, ((FeverClinicVisit)entry.Former[0].Content).Temperature!.Value.Celsius));
        Assert.Equal([RegisterRules.NotChangedMeanwhile], LawfulCase.Forbids(() => Correct(entry, 1, "又改")));
    }

    [Fact]
    public void What_is_void_counts_no_more_and_is_not_changed_again()
    {
        var entry = Keyed(Returnee());

        Assert.Equal([RegisterRules.ChangeHasReason], LawfulCase.Forbids(() => entry.Void(1, "", Clerk, Now)));
        entry.Void(1, "录错了人", Clerk, Now);

        Assert.Equal((false, PendingStep.None, (DateOnly?)null), (entry.IsValid, entry.Pending, entry.PendingOn));
        Assert.Equal([RegisterRules.StillValid], LawfulCase.Forbids(() => entry.Void(2, "再来", Clerk, Now)));
        Assert.Equal([RegisterRules.IsExpected], LawfulCase.Forbids(() => entry.Arrive(Today, null, null, "", Pack, Clerk, Now)));
    }

    [Fact]
    public void A_facility_has_a_name_and_a_district_is_entered_once_and_closed_once()
    {
        var shop = Shop(new("椰林药店", "城关镇", "", null));

        Assert.Equal([RegisterRules.FacilityNamed, RegisterRules.FacilityPlaced], LawfulCase.Forbids(() => Shop(new("", "", "", null))));
        Assert.Equal([RegisterRules.FacilityOnce], LawfulCase.Forbids(() => Shop(new("椰林药店", "城关镇", "", null), shop)));
        Assert.Equal([RegisterRules.FacilityOnce], LawfulCase.Forbids(() => Shop(new("椰林药店", "新区", "", null), shop)));
        Assert.Equal([RegisterRules.Kept], LawfulCase.Forbids(() => Facility.Register(Office(Ningxia.Pack), RegisterKind.Medicines, new("椰林药店", "城关镇", "", null), [], Ningxia.Pack)));
        shop.Close(Today);
        Assert.Equal([RegisterRules.FacilityUsed], LawfulCase.Forbids(() => shop.Close(Today)));
        Assert.Equal([RegisterRules.FacilityUsed], LawfulCase.Forbids(() => shop.Describe(new("新名", "城关镇", "", null), [])));
    }

    private static Facility Shop(FacilityDetails details, params Facility[] others) => Facility.Register(Office(), RegisterKind.Medicines, details, others, Pack);

    private static void Correct(RegisterEntry entry, int version, string reason) => entry.Correct(
        version, entry.ToSlip(), (FeverClinicVisit)entry.Content with { Temperature = HealthCode.Domain.Declarations.BodyTemperature.Restore(36.9m) }, reason, [entry], Pack, Clerk, Now);
}
