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
            Born(new(1948, 2, 29), Shown(IdentityDocumentKind.ResidentIdCard)).Key,
            Born(new(1948, 2, 29), Shown(IdentityDocumentKind.HouseholdRegister)).Key);

    [Theory]
    [InlineData(IdentityDocumentKind.ResidentIdCard, "110105491231002", false)]
    [InlineData(IdentityDocumentKind.ResidentIdCard, "１１０１０５１９４９１２３１００２ｘ", false)]
    [InlineData(IdentityDocumentKind.HouseholdRegister, "\u200B11010519491231002x\u2060", false)]
    [InlineData(IdentityDocumentKind.ResidentIdCard, "110105\u034F19491231\uFE0F002X", false)]
    [InlineData(IdentityDocumentKind.ResidentIdCard, "11010519491231002X", true)]
    [InlineData(IdentityDocumentKind.HouseholdRegister, "11010519491231002X", true)]
    [InlineData(IdentityDocumentKind.HouseholdRegister, "110105491231002", true)]
    [InlineData(IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit, "11010519491231002X", true)]
    [InlineData(IdentityDocumentKind.Passport, "11010519491231002X", true)]
    [InlineData(IdentityDocumentKind.BirthCertificate, "110105491231002", true)]
    public void A_number_without_a_fault_is_one_person_however_it_is_typed_shown_or_forced(IdentityDocumentKind kind, string text, bool forced)
    {
        var reading = IdentityDocument.Read(kind, text, forced ? "与证件核对一致" : null, forced, new(2020, 3, 10));

        Assert.Empty(reading.Faults);
        Assert.Equal("18:11010519491231002X", Born(new(1949, 12, 31), reading.Document!).Key);
    }

    [Theory]
    [InlineData(IdentityDocumentKind.Passport, "E12345678", "P:E12345678")]
    [InlineData(IdentityDocumentKind.BirthCertificate, "U640123456", "B:U640123456")]
    [InlineData(IdentityDocumentKind.ForeignPermanentResidentCard, "CAN110081080319", "F:CAN110081080319")]
    [InlineData(IdentityDocumentKind.ForeignPermanentResidentCard, "932682198501010017", "18:932682198501010017")]
    [InlineData(IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit, "810000199408230021", "18:810000199408230021")]
    public void Forcing_a_number_without_a_fault_makes_nobody_else_of_its_holder(IdentityDocumentKind kind, string number, string key) =>
        Assert.Equal(key, Born(new(1985, 1, 1), IdentityDocument.Read(kind, number, "核对无误", true, new(2020, 3, 10)).Document!).Key);

    [Fact]
    public void Of_a_forced_number_with_a_fault_name_and_birth_date_tell_two_people_apart()
    {
        var paper = IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, "130503199401040010", "户口簿上就是这个号", true);

        Assert.NotEqual(Born(new(1994, 1, 4), paper).Key, Born(new(1994, 1, 5), paper).Key);
    }

    [Theory]
    [InlineData("\uF967丽", "不丽")]
    [InlineData("\U0002F800丽", "\u4E3D丽")]
    [InlineData("Jos\u00E9", "JOSE\u0301")]
    [InlineData("⻢德⼭", "马德山")]
    [InlineData("O’Neil", "O'Neil")]
    public void Without_papers_two_spellings_of_one_name_are_one_person(string one, string other) => Assert.Equal(Named(one).Key, Named(other).Key);

    [Theory]
    [InlineData("马峯", "马峰")]
    [InlineData("马喆", "马哲")]
    [InlineData("马㐂", "马喜")]
    [InlineData("马旡", "马无")]
    public void Without_papers_a_rare_variant_is_a_name_of_its_own(string one, string other) => Assert.NotEqual(Named(one).Key, Named(other).Key);

    [Fact]
    public void Of_a_forced_number_each_name_has_its_own_papers()
    {
        var forced = IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, "640104194802290010", "重号", true);
        var (one, other) = (Named("马德山") with { Document = forced }, Named("马德海") with { Document = Shown(IdentityDocumentKind.HouseholdRegister) });

        Assert.Equal(one.Key, other.Key);
        Assert.False(one.HasPapersOf(other));
        Assert.True(one.HasPapersOf(Named("⻢德⼭") with { Document = Shown(IdentityDocumentKind.ResidentIdCard) }));
    }

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

    private static Person Born(DateOnly birth, IdentityDocument paper) =>
        new(PersonName.Restore("阿卜•提"), Sex.Male, birth, paper);

    private static Person Named(string name) => new(PersonName.Restore(name), Sex.Female, new(1948, 2, 29), Without("从未办过"));

    private static IdentityDocument Without(string reason) => IdentityDocument.Restore(IdentityDocumentKind.None, "", reason, false);

    private static IdentityDocument Shown(IdentityDocumentKind kind) => IdentityDocument.Restore(kind, "640104194802290010", null, false);
}
