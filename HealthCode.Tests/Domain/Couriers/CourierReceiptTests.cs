using HealthCode.Domain.Couriers;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.CourierCase;

namespace HealthCode.Tests.Domain.Couriers;

public sealed class CourierReceiptTests
{
    public static TheoryData<int, string, int> Beyond => new()
    {
        { 0, new('A', 64), 1 }, { -1, new('A', 64), 1 }, { CourierRules.MostPackages + 1, new('A', 64), 1 }, { int.MaxValue, new('A', 64), 1 },
        { 1, new('A', 200_000), 1 }, { 1, "", 1 }, { 1, new('村', 64), 1 }, { 1, new('A', 64), 2 },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public void A_receipt_with_a_number_or_a_digest_that_is_none_is_refused_although_it_is_signed(int number, string digest, int times)
    {
        var receipt = new CourierReceipt(TownshipCode, LawfulCase.Code, LawfulCase.Now, [.. Enumerable.Repeat(new ReceiptLine(number, digest), times)]);

        Assert.Equal(CourierRules.IsSound, CourierReceipt.Read(receipt.Write(Township), LawfulCase.Code, [Township.Trusted]).Against!.Rule);
    }

    [Fact]
    public void A_key_file_with_a_name_of_200000_characters_is_refused()
    {
        using var key = TownshipKey.Make(TownshipCode, new('镇', 200_000));

        Assert.Equal(CourierRules.IsSound, TrustedTownship.Read(key.KeyFile()).Against!.Rule);
    }


    private static readonly byte[] One = File();

    private static readonly CourierReceipt Receipt = new(TownshipCode, LawfulCase.Code, LawfulCase.Now.AddDays(1), [new(1, CourierPackage.DigestOf(One))]);

    [Fact]
    public void A_receipt_marks_the_package_it_names()
    {
        var sent = PackageSent.Of(Package(), One, false, LawfulCase.Clerk);

        var (receipt, against) = CourierReceipt.Read(Receipt.Write(Township), LawfulCase.Code, [Township.Trusted]);

        Assert.Null(against);
        Assert.Null(sent.ReceiptedAt);
        Assert.True(sent.TakeReceipt(receipt!));
        Assert.Equal(Receipt.At, sent.ReceiptedAt);
    }

    [Fact]
    public void A_later_receipt_leaves_the_first_ones_time()
    {
        var sent = PackageSent.Of(Package(), One, false, LawfulCase.Clerk);
        sent.TakeReceipt(Receipt);

        Assert.True(sent.TakeReceipt(Receipt with { At = Receipt.At.AddDays(1) }));
        Assert.Equal(Receipt.At, sent.ReceiptedAt);
    }

    [Fact]
    public void Another_package_under_the_same_number_is_not_marked()
    {
        var sent = PackageSent.Of(Package(submitted: 13), File(Package(submitted: 13)), false, LawfulCase.Clerk);

        Assert.False(sent.TakeReceipt(Receipt));
        Assert.Null(sent.ReceiptedAt);
    }

    [Fact]
    public void Every_changed_byte_of_a_receipt_is_refused()
    {
        var file = Receipt.Write(Township);

        Assert.All(Enumerable.Range(0, file.Length), at => Assert.NotNull(CourierReceipt.Read(Turned(file, at), LawfulCase.Code, [Township.Trusted]).Against));
        Assert.All(Enumerable.Range(0, file.Length), length => Assert.NotNull(CourierReceipt.Read(file.AsSpan(0, length), LawfulCase.Code, [Township.Trusted]).Against));
    }

    [Fact]
    public void A_receipt_by_an_unknown_or_another_key_or_for_another_office_is_refused_each_with_its_rule()
    {
        using var other = TownshipKey.Make(TownshipCode, "样例镇");
        var file = Receipt.Write(Township);

        Assert.Equal(CourierRules.ReaderIsKnown, CourierReceipt.Read(file, LawfulCase.Code, []).Against!.Rule);
        Assert.Equal(CourierRules.SignatureHolds, CourierReceipt.Read(file, LawfulCase.Code, [other.Trusted]).Against!.Rule);
        Assert.Equal(CourierRules.ReceiptIsOurs, CourierReceipt.Read(file, "640104001202", [Township.Trusted]).Against!.Rule);
        Assert.Equal(CourierRules.IsReceipt, CourierReceipt.Read(One, LawfulCase.Code, [Township.Trusted]).Against!.Rule);
        Assert.Throws<ArgumentException>(() => (Receipt with { Township = "640104002000" }).Write(Township));
    }
}
