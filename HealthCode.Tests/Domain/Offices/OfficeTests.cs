using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Offices;

public sealed class OfficeTests
{
    private static readonly string[] Names = ["宁夏回族自治区", "银川市", "兴庆区", "样例街道", "样例村委会"];

    [Theory]
    [InlineData("640104001000")]
    [InlineData("640104000000")]
    [InlineData("640000000000")]
    public void Only_a_village_or_community_issues_cards(string code) =>
        Assert.Equal([OfficeRules.IsVillageLevel], Forbids(() => Establish(code)));

    [Theory]
    [InlineData("样例村委会", CommitteeKind.Village, "兴庆区样例街道样例村民委员会", "样例村")]
    [InlineData("新渠村村委会", CommitteeKind.Village, "兴庆区样例街道新渠村民委员会", "新渠村")]
    [InlineData("新渠村村民委员会", CommitteeKind.Village, "兴庆区样例街道新渠村民委员会", "新渠村")]
    [InlineData("崇安社区居委会", CommitteeKind.Residents, "兴庆区样例街道崇安社区居民委员会", "崇安社区")]
    [InlineData("崇安社区", CommitteeKind.Residents, "兴庆区样例街道崇安社区居民委员会", "崇安社区")]
    [InlineData("居委会", CommitteeKind.Residents, "兴庆区样例街道居委会居民委员会", "居委会")]
    public void The_full_name_and_the_place_follow_from_the_statistics_bureaus_short_form(string village, CommitteeKind kind, string full, string place)
    {
        var office = HealthCode.Domain.Offices.Office.Establish(DivisionCode.Parse(Code), [.. Names[..4], village], kind, Pack);

        Assert.Equal((full, place), (office.OfficialName, office.ShortVillage));
        Assert.Equal("宁夏回族自治区银川市兴庆区样例街道" + place, office.FullAddress);
    }

    [Fact]
    public void The_supervision_telephone_is_mandatory() =>
        Assert.Equal([OfficeRules.HasSupervisionPhone], Forbids(() => Office().SetNameAndPhones("样例村民委员会", CommitteeKind.Village, "0951-6012345", "")));

    [Fact]
    public void The_telephone_of_the_issuing_office_is_mandatory() =>
        Assert.Equal([OfficeRules.HasContactPhone], Forbids(() => Office().SetNameAndPhones("样例村民委员会", CommitteeKind.Village, "", "0951-12345")));

    [Fact]
    public void The_name_on_the_seal_is_mandatory() =>
        Assert.Equal([OfficeRules.HasOfficialName], Forbids(() => Office().SetNameAndPhones("", CommitteeKind.Village, "0951-6012345", "0951-12345")));

    [Fact]
    public void A_presentation_that_is_refused_changes_nothing()
    {
        var office = Office();

        Forbids(() => office.SetNameAndPhones("别的名称", CommitteeKind.Residents, "0951-7012345", ""));

        Assert.Equal(("兴庆区样例街道样例村民委员会", CommitteeKind.Village, "0951-6012345"), (office.OfficialName, office.Kind, office.ContactPhone));
    }

    [Theory]
    [InlineData("35.9", false)]
    [InlineData("36.0", true)]
    [InlineData("37.3", true)]
    [InlineData("39.0", true)]
    [InlineData("39.1", false)]
    public void The_prompt_value_lies_where_a_thermometer_shows_it(string celsius, bool allowed)
    {
        void Set() => Office().SetTemperaturePrompt(decimal.Parse(celsius, System.Globalization.CultureInfo.InvariantCulture), "额温枪说明书");

        if (allowed)
        {
            Set();
        }
        else
        {
            Assert.Equal([OfficeRules.PromptInRange], Forbids(Set));
        }
    }

    [Fact]
    public void A_prompt_value_without_its_source_would_be_an_invented_threshold() =>
        Assert.Equal([OfficeRules.PromptHasSource], Forbids(() => Office().SetTemperaturePrompt(37.0m, "")));

    [Fact]
    public void The_first_prompt_value_says_that_no_notice_gives_one() =>
        Assert.Contains("各通知均未规定", Office().TemperaturePromptSource, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, true)]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void Residents_are_counted_or_unknown_and_never_none(int? residents, bool allowed)
    {
        var office = Office();
        office.CountResidents(800);

        if (allowed)
        {
            office.CountResidents(residents);
        }
        else
        {
            Assert.Equal([OfficeRules.ResidentsInRange], Forbids(() => office.CountResidents(residents)));
        }

        Assert.Equal(allowed ? residents : 800, office.Residents);
    }

    [Fact]
    public void The_end_of_the_epidemic_is_unknown_until_entered_and_an_entry_by_mistake_is_taken_back()
    {
        var office = Office();
        Assert.Null(office.EpidemicEndedOn);

        office.EndEpidemic(new(2020, 5, 1), new(2020, 4, 30));
        Assert.Equal(new DateOnly(2020, 5, 1), office.EpidemicEndedOn);

        office.EndEpidemic(null, new(2020, 4, 30));
        Assert.Null(office.EpidemicEndedOn);
    }

    [Fact]
    public void An_office_works_by_the_pack_it_was_set_up_with() =>
        Assert.Same(Ningxia.Pack, Office().RulesOn(Today));

    private static Office Establish(string code) =>
        HealthCode.Domain.Offices.Office.Establish(DivisionCode.Parse(code), Names, CommitteeKind.Village, Pack);
}
