using HealthCode.Domain.Couriers;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.CourierCase;

namespace HealthCode.Tests.Domain.Couriers;

public sealed class TownshipKeyTests
{
    private static readonly byte[] Closed = Township.Trusted.Seal(Ledger, LawfulCase.Code, 7);

    [Fact]
    public void The_township_opens_its_ledger_also_after_its_key_was_kept()
    {
        using var restored = TownshipKey.Restore(Township.PrivateKey(), TownshipCode, "样例镇");

        Assert.Equal(Ledger, Township.Open(Closed, LawfulCase.Code, 7));
        Assert.Equal(Ledger, restored.Open(Closed, LawfulCase.Code, 7));
        Assert.Equal(Township.Trusted.Fingerprint, restored.Trusted.Fingerprint);
    }

    [Fact]
    public void Nobody_else_opens_it()
    {
        using var other = TownshipKey.Make(TownshipCode, "样例镇");

        Assert.Null(other.Open(Closed, LawfulCase.Code, 7));
        // Even who writes his own mark on it.
        Assert.Null(other.Open([.. other.Trusted.Seal([], LawfulCase.Code, 7)[..8], .. Closed[8..]], LawfulCase.Code, 7));
        Assert.Equal(-1, Closed.AsSpan().IndexOf(Ledger));
        Assert.Equal(-1, File(withLedger: true).AsSpan().IndexOf(Ledger));
    }

    [Fact]
    public void A_ledger_of_another_office_or_package_does_not_open()
    {
        Assert.Null(Township.Open(Closed, "640104001202", 7));
        Assert.Null(Township.Open(Closed, LawfulCase.Code, 8));
    }

    [Fact]
    public void A_changed_or_cut_ledger_does_not_open()
    {
        Assert.All(Enumerable.Range(0, Closed.Length), at => Assert.Null(Township.Open(Turned(Closed, at), LawfulCase.Code, 7)));
        Assert.All(Enumerable.Range(0, Closed.Length), length => Assert.Null(Township.Open(Closed.AsSpan(0, length), LawfulCase.Code, 7)));
    }

    [Fact]
    public void The_same_ledger_is_never_closed_twice_alike() =>
        Assert.NotEqual(Closed[8..], Township.Trusted.Seal(Ledger, LawfulCase.Code, 7)[8..]);

    [Fact]
    public void The_key_file_brings_the_key_with_its_fingerprint_and_not_its_private_half()
    {
        var file = Township.KeyFile();

        var (key, against) = TrustedTownship.Read(file);

        Assert.Null(against);
        Assert.Equal((TownshipCode, "样例镇", Township.Trusted.Fingerprint), (key!.Code, key.Name, key.Fingerprint));
        Assert.True(key.Covers(LawfulCase.Code));
        Assert.False(key.Covers("640104002201"));
        Assert.Equal(-1, file.AsSpan().IndexOf(Township.PrivateKey()));
    }

    [Fact]
    public void Every_changed_byte_of_a_key_file_is_refused()
    {
        var file = Township.KeyFile();

        Assert.All(Enumerable.Range(0, file.Length), at => Assert.NotNull(TrustedTownship.Read(Turned(file, at)).Against));
        Assert.Equal(CourierRules.IsKeyFile, TrustedTownship.Read(File()).Against!.Rule);
    }

    [Fact]
    public void Code_name_and_key_each_change_the_fingerprint()
    {
        using var other = TownshipKey.Make(TownshipCode, "样例镇");
        TrustedTownship[] keys = [Township.Trusted, other.Trusted, new(TownshipCode, "样例乡", Township.Trusted.PublicKey), new("640104002000", "样例镇", Township.Trusted.PublicKey)];

        Assert.Equal(4, keys.Select(key => key.Fingerprint).Distinct().Count());
    }
}
