using System.Globalization;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Domain.People;

public sealed class PersonTests
{
    [Theory]
    [InlineData("2006-03-10", "2020-03-09", 13, true)]
    [InlineData("2006-03-10", "2020-03-10", 14, false)]
    [InlineData("2006-03-10", "2020-03-11", 14, false)]
    [InlineData("2004-02-29", "2018-02-27", 13, true)]
    [InlineData("2004-02-29", "2018-02-28", 14, false)]
    [InlineData("2004-02-29", "2020-02-28", 15, false)]
    [InlineData("2004-02-29", "2020-02-29", 16, false)]
    [InlineData("2020-03-10", "2020-03-10", 0, true)]
    [InlineData("1915-01-01", "2020-03-10", 105, false)]
    [InlineData("2020-03-10", "2020-03-09", -1, true)]
    public void A_guardian_is_needed_until_the_fourteenth_birthday(string birth, string day, int age, bool guardian)
    {
        var person = Born(DateOnly.Parse(birth, CultureInfo.InvariantCulture), Without("遗失"));

        Assert.Equal(age, person.AgeOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
        Assert.Equal(guardian, person.NeedsGuardianOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_person_with_a_number_is_known_by_the_number_whichever_paper_shows_it() =>
        Assert.Equal(
            Born(new(1948, 2, 29), Shown(IdentityPaperKind.ResidentIdCard)).Key,
            Born(new(1948, 2, 29), Shown(IdentityPaperKind.HouseholdRegister)).Key);

    [Fact]
    public void A_person_without_papers_is_known_by_name_birth_and_sex() =>
        Assert.Equal("N:阿卜·提194802291", Born(new(1948, 2, 29), Without("从未办过")).Key);

    [Fact]
    public void A_log_line_never_tells_who_it_is() =>
        Assert.Equal("阿**·**", Born(new(1948, 2, 29), Without("遗失")).ToString());

    [Fact]
    public void Sexes_and_attendants_have_Chinese_names()
    {
        Assert.Equal(["男", "女"], Enum.GetValues<Sex>().Select(sex => sex.ChineseName()));
        Assert.Equal(["监护人", "代填人"], Enum.GetValues<AttendantRole>().Select(role => role.ChineseName()));
    }

    private static Person Born(DateOnly birth, IdentityPaper paper) =>
        new(PersonName.Restore("阿卜•提"), Sex.Male, birth, paper);

    private static IdentityPaper Without(string reason) => IdentityPaper.Restore(IdentityPaperKind.None, "", reason, false);

    private static IdentityPaper Shown(IdentityPaperKind kind) => IdentityPaper.Restore(kind, "640104194802290010", null, false);
}
