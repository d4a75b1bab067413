using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.People;
using Kind = HealthCode.Domain.People.IdentityDocumentKind;

namespace HealthCode.Tests.Domain.People;

public sealed class IdentityDocumentTests
{
    private static readonly DateOnly Today = new(2020, 3, 10);

    [Theory]
    [InlineData("11010519491231002X", Sex.Female, "1949-12-31")]
    [InlineData("34052419800101001X", Sex.Male, "1980-01-01")]
    [InlineData("130423198811184328", Sex.Female, "1988-11-18")]
    [InlineData("640104194802290010", Sex.Male, "1948-02-29")]
    [InlineData("640324199901010001", Sex.Female, "1999-01-01")]
    [InlineData("640104200002291232", Sex.Male, "2000-02-29")]
    [InlineData("642221193804150029", Sex.Female, "1938-04-15")]
    [InlineData("642123194509100012", Sex.Male, "1945-09-10")]
    [InlineData("640111195207170039", Sex.Male, "1952-07-17")]
    public void A_right_number_tells_birth_and_sex(string number, Sex sex, string birth)
    {
        var reading = Read(Kind.ResidentIdCard, number);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Warnings);
        Assert.Equal(number, reading.Document!.Number);
        Assert.Equal(sex, reading.Document.Sex);
        Assert.Equal(DateOnly.Parse(birth, CultureInfo.InvariantCulture), reading.Document.BirthDate);
    }

    [Theory]
    [InlineData("440524188001010014", "id18-birth-early")]
    [InlineData("340524198001010013", "id18-check")]
    [InlineData("640104193502290014", "id18-birth")]
    [InlineData("640104190002290014", "id18-birth")]
    [InlineData("130503199401040010", "id18-check")]
    [InlineData("", "paper-empty")]
    [InlineData("   ", "paper-empty")]
    [InlineData("64010419480229001", "id18-length")]
    [InlineData("6401041948022900100", "id18-length")]
    [InlineData("64O104194802290010", "id18-digit")]
    [InlineData("64010419480229001A", "id18-last")]
    [InlineData("6401041948-2290010", "paper-character")]
    [InlineData("64010419480229001😀", "paper-character")]
    [InlineData("64010419480229001\u0007", "paper-character")]
    [InlineData("640102480229995", "id15-sequence")]
    [InlineData("640102490229001", "id15-birth")]
    [InlineData("USA640180010112", "foreign-kind")]
    public void Each_failed_check_has_its_own_code(string text, string code)
    {
        var reading = Read(Kind.ResidentIdCard, text);

        Assert.Null(reading.Document);
        Assert.Equal(code, Assert.Single(reading.Faults).Code);
    }

    // An attribute cannot hold half a surrogate pair, so it has no row above.
    [Fact]
    public void Half_a_character_is_a_wrong_character() =>
        Assert.Contains("U+D83D", Read(Kind.ResidentIdCard, "64010419480229001\uD83D").Faults[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_check_character_names_the_right_one() =>
        Assert.Contains("应为 9，现在是 0", Read(Kind.ResidentIdCard, "130503199401040010").Faults[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void Several_failed_checks_are_told_together() =>
        Assert.Equal(
            ["id18-birth", "id18-province", "id18-check"],
            Read(Kind.ResidentIdCard, "100104193502290013").Faults.Select(fault => fault.Code));

    [Theory]
    [InlineData("2020-03-10", null)]
    [InlineData("2020-03-11", "id18-birth-future")]
    [InlineData("1900-01-01", null)]
    [InlineData("1899-12-31", "id18-birth-early")]
    public void Birth_lies_between_1900_and_today(string birth, string? code)
    {
        var number = NumberOf("640104", DateOnly.Parse(birth, CultureInfo.InvariantCulture));

        Assert.Equal(code, Read(Kind.ResidentIdCard, number).Faults.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData(Kind.ResidentIdCard, "810000199408230021", "id18-kind")]
    [InlineData(Kind.HouseholdRegister, "810000199408230021", "id18-kind")]
    [InlineData(Kind.ResidentIdCard, "932682198501010017", "id18-kind")]
    [InlineData(Kind.HongKongMacaoTaiwanResidencePermit, "640104194802290010", "id18-kind")]
    [InlineData(Kind.ForeignPermanentResidentCard, "640104194802290010", "id18-kind")]
    [InlineData(Kind.HongKongMacaoTaiwanResidencePermit, "810000199408230021", null)]
    [InlineData(Kind.HouseholdRegister, "640104194802290010", null)]
    [InlineData(Kind.ForeignPermanentResidentCard, "932682198501010017", null)]
    [InlineData(Kind.ForeignPermanentResidentCard, "931586198001010028", null)]
    [InlineData(Kind.ForeignPermanentResidentCard, "93158619800101002", "foreign-shape")]
    [InlineData(Kind.ForeignPermanentResidentCard, "KAZ110090133105", "foreign-birth")]
    [InlineData(Kind.Passport, "E12345678", null)]
    [InlineData(Kind.Passport, "E1234", null)]
    [InlineData(Kind.Passport, "E123", "passport-shape")]
    [InlineData(Kind.Passport, "E1234567890123456", null)]
    [InlineData(Kind.Passport, "E12345678901234567", "passport-shape")]
    [InlineData(Kind.BirthCertificate, "u640123456", null)]
    [InlineData(Kind.BirthCertificate, "6401234567", "birth-certificate-shape")]
    [InlineData(Kind.BirthCertificate, "U64012345", "birth-certificate-shape")]
    public void Each_kind_has_its_own_shape(Kind kind, string text, string? code) =>
        Assert.Equal(code, Read(kind, text).Faults.SingleOrDefault()?.Code);

    [Theory]
    [InlineData("KAZ110090123105", 0)]
    [InlineData("USA640180010112", 0)]
    [InlineData("JPN640099123120", 0)]
    [InlineData("CAN110081080319", 1)]
    public void An_old_foreign_card_with_a_wrong_check_digit_only_warns(string number, int warnings)
    {
        var reading = Read(Kind.ForeignPermanentResidentCard, number);

        Assert.Equal(number, reading.Document!.Number);
        Assert.Equal(warnings, reading.Warnings.Count);
    }

    [Theory]
    [InlineData("USA640180010112", "1980-01-01")]
    [InlineData("USA640123010112", null)]
    public void An_old_foreign_card_tells_the_birth_only_when_the_century_is_certain(string number, string? birth) =>
        Assert.Equal(
            birth is null ? null : DateOnly.Parse(birth, CultureInfo.InvariantCulture),
            IdentityDocument.Restore(Kind.ForeignPermanentResidentCard, number, null, false).BirthDate);

    [Fact]
    public void Fifteen_digits_are_saved_as_eighteen_with_a_warning()
    {
        var reading = Read(Kind.ResidentIdCard, "110105491231002");

        Assert.Equal("11010519491231002X", reading.Document!.Number);
        Assert.Contains("2013年", Assert.Single(reading.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("642221193804150029", "前六位 642221 是旧区划“固原县”，现已撤销，号码仍有效。")]
    [InlineData("640111195207170039", "前六位 640111 是旧区划“郊区”，现已撤销，号码仍有效。")]
    [InlineData("640104194802290010", null)]
    [InlineData("11010519491231002X", null)]
    public void A_retired_area_code_is_a_silent_note(string number, string? note) =>
        Assert.Equal(note, Read(Kind.ResidentIdCard, number).Notes.SingleOrDefault());

    [Fact]
    public void An_unknown_area_code_of_Ningxia_is_a_silent_note()
    {
        var reading = Read(Kind.ResidentIdCard, NumberOf("649999", new(1950, 5, 1)));

        Assert.NotNull(reading.Document);
        Assert.Contains("不影响办理", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void No_paper_needs_a_reason(string? reason) =>
        Assert.Equal("none-reason", Assert.Single(IdentityDocument.Read(Kind.None, null, reason, true, Today).Faults).Code);

    [Fact]
    public void No_paper_with_a_reason_is_accepted()
    {
        var paper = IdentityDocument.Read(Kind.None, "", " 从未办过 ", false, Today).Document!;

        Assert.Equal(("", "从未办过", null, "无证件"), (paper.Number, paper.Reason, paper.Key, paper.Masked));
    }

    [Fact]
    public void A_number_left_beside_no_paper_is_not_dropped_in_silence() =>
        Assert.Single(IdentityDocument.Read(Kind.None, "640104194802290010", "遗失", false, Today).Warnings);

    [Fact]
    public void A_compared_number_is_saved_despite_its_fault_and_the_fault_stays_visible()
    {
        var reading = IdentityDocument.Read(Kind.ResidentIdCard, "130503199401040010", "与身份证核对一致", true, Today);

        Assert.Empty(reading.Faults);
        Assert.True(reading.Document!.SavedDespiteFault);
        Assert.Equal("与身份证核对一致", reading.Document.Reason);
        Assert.Contains("校验码", Assert.Single(reading.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("130503199401040010", null, "save-reason")]
    [InlineData("130503199401040010", " ", "save-reason")]
    [InlineData("1305", "核对", "save-shape")]
    [InlineData("13050-19940104001", "核对", "save-shape")]
    [InlineData("1234567890123456789012345678901", "核对", "save-shape")]
    [InlineData("", "核对", "save-shape")]
    public void Saving_despite_a_fault_needs_a_reason_and_a_number(string text, string? reason, string code)
    {
        var reading = IdentityDocument.Read(Kind.ResidentIdCard, text, reason, true, Today);

        Assert.Null(reading.Document);
        Assert.Equal(2, reading.Faults.Count);
        Assert.Equal(code, reading.Faults[1].Code);
    }

    [Fact]
    public void A_right_number_that_two_people_hold_is_forced_with_a_reason_and_not_without()
    {
        var forced = IdentityDocument.Read(Kind.ResidentIdCard, "640104194802290010", "户籍底册重号", true, Today);

        Assert.True(forced.Document!.SavedDespiteFault);
        Assert.Contains("一个号码只有一张有效的卡", Assert.Single(forced.Warnings), StringComparison.Ordinal);
        Assert.False(IdentityDocument.Read(Kind.ResidentIdCard, "640104194802290010", " ", true, Today).Document!.SavedDespiteFault);
    }

    [Fact]
    public void A_pasted_file_is_refused()
    {
        var file = new string('6', 10 * 1024 * 1024);

        Assert.Equal("paper-too-long", Assert.Single(IdentityDocument.Read(Kind.Passport, file, file, true, Today).Faults).Code);
        Assert.Equal("reason-too-long", Assert.Single(IdentityDocument.Read(Kind.None, "", file, true, Today).Faults).Code);
    }

    [Fact]
    public void A_reason_with_a_control_character_is_refused() =>
        Assert.Equal("reason-character", Assert.Single(IdentityDocument.Read(Kind.None, "", "遗\u0000失", false, Today).Faults).Code);

    [Theory]
    [InlineData(Kind.ResidentIdCard, "640104194802290010", "18:640104194802290010", "640***********0010")]
    [InlineData(Kind.HouseholdRegister, "640104194802290010", "18:640104194802290010", "640***********0010")]
    [InlineData(Kind.HongKongMacaoTaiwanResidencePermit, "810000199408230021", "18:810000199408230021", "810***********0021")]
    [InlineData(Kind.ForeignPermanentResidentCard, "932682198501010017", "18:932682198501010017", "932***********0017")]
    [InlineData(Kind.ForeignPermanentResidentCard, "USA640180010112", "F:USA640180010112", "US***********12")]
    [InlineData(Kind.Passport, "E12345678", "P:E12345678", "E1*****78")]
    [InlineData(Kind.BirthCertificate, "U640123456", "B:U640123456", "U6******56")]
    public void Key_and_mask_follow_from_kind_and_number(Kind kind, string number, string key, string masked)
    {
        var paper = IdentityDocument.Restore(kind, number, null, false);

        Assert.Equal((key, masked), (paper.Key, paper.Masked));
        Assert.DoesNotContain(number, paper.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restored_paper_equals_the_one_that_was_read()
    {
        var read = Read(Kind.ResidentIdCard, "642221193804150029").Document!;

        Assert.Equal(read, IdentityDocument.Restore(read.Kind, read.Number, read.Reason, read.SavedDespiteFault));
    }

    [Fact]
    public void A_mask_never_shows_the_middle() =>
        Prop.ForAll(
            Gen.Choose(5, 30).SelectMany(length => Gen.Elements("0123456789ABCX".ToCharArray()).ArrayOf(length)).ToArbitrary(),
            characters =>
            {
                var masked = IdentityDocument.Restore(Kind.Passport, new(characters), null, false).Masked;
                var (head, tail) = characters.Length == 18 ? (3, 4) : (2, 2);
                return masked.Length == characters.Length && masked[head..^tail].All(character => character == '*');
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_undefined_kind_is_our_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Read((Kind)99, "1"));

    [Fact]
    public void Every_kind_has_a_Chinese_name() =>
        Assert.Equal(
            ["居民身份证", "户口簿", "港澳台居民居住证", "外国人永久居留身份证", "出生医学证明", "护照", "无证件"],
            Enum.GetValues<Kind>().Select(kind => kind.ChineseName()));

    private static IdentityDocumentParseResult Read(Kind kind, string? text) => IdentityDocument.Read(kind, text, null, false, Today);

    private static string NumberOf(string area, DateOnly birth)
    {
        var digits = $"{area}{birth:yyyyMMdd}001";
        return digits + CheckCharacter.Mod11Radix2(digits);
    }
}
