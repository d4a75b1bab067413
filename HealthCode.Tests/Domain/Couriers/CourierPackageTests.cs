using System.Text;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.CourierCase;

namespace HealthCode.Tests.Domain.Couriers;

public sealed class CourierPackageTests
{
    [Fact]
    public void A_package_says_what_was_written_into_it()
    {
        var package = Package(7, new(2020, 3, 3), new(2020, 3, 5));

        var reading = Read(File(package));

        Assert.Null(reading.Against);
        Assert.Equal((package.Number, package.FirstDay, package.LastDay, package.MadeAt), (reading.Package!.Number, reading.Package.FirstDay, reading.Package.LastDay, reading.Package.MadeAt));
        Assert.Equal(package.Days, reading.Package.Days);
        Assert.Equal("样例村", reading.OfficeName);
        Assert.Empty(reading.Ledger);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_changed_byte_is_refused(bool withLedger)
    {
        var file = File(withLedger: withLedger);
        Assert.Null(Read(file).Against);

        Assert.All(Enumerable.Range(0, file.Length), at => Assert.NotNull(Read(Turned(file, at)).Against));
    }

    [Fact]
    public void A_file_that_was_cut_off_or_goes_on_is_not_whole()
    {
        var file = File(withLedger: true);

        Assert.All(Enumerable.Range(4, file.Length - 4), length => Assert.Equal(CourierRules.IsWhole, Read(file[..length]).Against!.Rule));
        Assert.All(Enumerable.Range(0, 4), length => Assert.Equal(CourierRules.IsPackage, Read(file[..length]).Against!.Rule));
        Assert.Equal(CourierRules.IsWhole, Read([.. file, 0]).Against!.Rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 a workbook")]
    [InlineData("[{\"Office\":\"640104001201\"}]")]
    public void What_is_no_package_is_none(string text) =>
        Assert.Equal(CourierRules.IsPackage, Read(Encoding.UTF8.GetBytes(text)).Against!.Rule);

    [Theory]
    [InlineData(0, "请对方升级程序以后重新制作")]
    [InlineData(2, "请先升级本机的程序")]
    public void Another_version_is_told_and_who_has_to_do_something(byte version, string advice)
    {
        var file = File();
        file[3] = version;

        var against = Read(file).Against!;

        Assert.Equal(CourierRules.IsThisVersion, against.Rule);
        Assert.Contains($"第 {version} 版", against.Sentence, StringComparison.Ordinal);
        Assert.Contains(advice, against.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_nobody_trusts_is_refused_with_its_code()
    {
        var against = Read(File(), new([])).Against!;

        Assert.Equal(CourierRules.OfficeIsTrusted, against.Rule);
        Assert.Contains(LawfulCase.Code, against.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_on_the_list_is_refused_with_its_number()
    {
        using var second = IssuingKey.Make(LawfulCase.Code, "样例村", 2, new(2020, 3, 1));

        var against = Read((Package() with { Key = 2 }).Write(second, [])).Against!;

        Assert.Equal(CourierRules.KeyIsTrusted, against.Rule);
        Assert.Contains("第 2 号", against.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_has_ended_signs_no_package_from_the_next_day_on()
    {
        TrustList Until(DateOnly lastDay) => new([new(LawfulCase.Code, "样例村", 1, Key.Trusted.PublicKey, Key.Trusted.DocumentTagKey, new(2020, 3, 1), lastDay)]);

        Assert.Null(Read(File(), Until(LawfulCase.Today)).Against);
        Assert.Equal(CourierRules.KeyIsTrusted, Read(File(), Until(LawfulCase.Today.AddDays(-1))).Against!.Rule);
    }

    [Fact]
    public void Another_key_under_the_same_number_is_found_out()
    {
        using var forger = IssuingKey.Make(LawfulCase.Code, "样例村", 1, new(2020, 3, 1));

        Assert.Equal(CourierRules.SignatureHolds, Read(Package().Write(forger, [])).Against!.Rule);
    }

    [Fact]
    public void An_office_cannot_speak_for_another()
    {
        using var neighbour = IssuingKey.Make("640104001202", "邻村", 1, new(2020, 3, 1));

        Assert.Throws<ArgumentException>(() => Package().Write(neighbour, []));
        var theirs = (Package() with { Office = "640104001202" }).Write(neighbour, []);
        var renamed = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(theirs).Replace("640104001202", LawfulCase.Code, StringComparison.Ordinal));
        Assert.Equal(CourierRules.SignatureHolds, Read(renamed, new([Key.Trusted, neighbour.Trusted])).Against!.Rule);
    }

    [Fact]
    public void The_signature_of_a_trust_file_is_none_of_a_package()
    {
        var file = File();
        var content = file[..^64];

        Assert.Null(Read([.. content, .. Key.SignPackage(content)]).Against);
        Assert.Equal(CourierRules.SignatureHolds, Read([.. content, .. Key.SignFile(content)]).Against!.Rule);
    }

    [Fact]
    public void What_makes_no_sense_is_not_written()
    {
        var package = Package(1, new(2020, 3, 4), new(2020, 3, 5));
        CourierPackage[] senseless =
        [
            package with { Number = 0 },
            package with { Number = CourierRules.MostPackages + 1 },
            package with { LastDay = new(2020, 3, 3) },
            package with { Days = [package.Days[0]] },
            package with { Days = [package.Days[1], package.Days[0]] },
            package with { Days = [package.Days[0], package.Days[0]] },
            package with { Days = [package.Days[0], package.Days[1] with { Revoked = -1 }] },
            package with { Days = [package.Days[0], package.Days[1] with { Revoked = CourierRules.MostOfADay + 1 }] },
            package with { MadeAt = LawfulCase.Now.AddDays(-1) },
            package with { Office = "640104001000" },
            Package(1, LawfulCase.Today.AddDays(-CourierRules.MostDays), LawfulCase.Today),
        ];

        Assert.All(senseless, each => Assert.Throws<ArgumentException>(() => each.Write(Key, [])));
        Assert.Null(Read(File(Package(1, LawfulCase.Today.AddDays(1 - CourierRules.MostDays), LawfulCase.Today))).Against);
    }

    [Fact]
    public void A_signed_package_that_makes_no_sense_is_not_believed_either()
    {
        var content = File()[..^64];
        var at = content.AsSpan().IndexOf("\"Submitted\":12"u8);
        "\"Submitted\":-2"u8.CopyTo(content.AsSpan(at));

        Assert.Equal(CourierRules.IsSound, Read([.. content, .. Key.SignPackage(content)]).Against!.Rule);
    }

    [Fact]
    public void A_package_made_just_after_midnight_in_Beijing_belongs_to_the_new_day()
    {
        var package = Package() with { MadeAt = new(2020, 3, 4, 16, 0, 0, TimeSpan.Zero) };

        Assert.Equal(LawfulCase.Today, package.MadeOn);
        Assert.Null(Read(File(package)).Against);
    }
}
