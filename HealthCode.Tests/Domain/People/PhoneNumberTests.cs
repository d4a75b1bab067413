using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Domain.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800001234", "13800001234", "138****1234")]
    [InlineData("１３８ 0000-1234", "13800001234", "138****1234")]
    [InlineData("+86 138 0000 1234", "13800001234", "138****1234")]
    [InlineData("\u202A+8613800001234\u202C", "13800001234", "138****1234")]
    [InlineData("8613800001234", "13800001234", "138****1234")]
    [InlineData("008613800001234", "13800001234", "138****1234")]
    [InlineData("0951-6012345", "0951-6012345", "0951-****345")]
    [InlineData("（0951）6012345", "0951-6012345", "0951-****345")]
    [InlineData("+86 951 6012345", "0951-6012345", "0951-****345")]
    [InlineData("01062001234", "010-62001234", "010-****234")]
    [InlineData("+86 10 62001234", "010-62001234", "010-****234")]
    public void Mobiles_and_fixed_lines_are_read_as_people_write_them(string text, string value, string masked)
    {
        Assert.True(PhoneNumber.TryParse(text, out var phone, out var fault), fault);
        Assert.Equal((value, masked, masked), (phone!.Value, phone.Masked, phone.ToString()));
        Assert.Equal(phone, PhoneNumber.Restore(value));
    }

    [Theory]
    [InlineData(null, "没有填写")]
    [InlineData(" ", "没有填写")]
    [InlineData("1380000123", "10 位")]
    [InlineData("138000012345", "12 位")]
    [InlineData("12800001234", "第 2 位")]
    [InlineData("6012345", "区号")]
    [InlineData("23800001234", "第 1 位")]
    [InlineData("0951601234", "10 位")]
    [InlineData("0044 20 7946 0000", "00")]
    [InlineData("1380000l234", "“l”")]
    [InlineData("1380000😀234", "😀")]
    [InlineData("138\u00000001234", "U+0000")]
    [InlineData("13800001234、13800005678、13800009999、13800002222", "太长")]
    [InlineData("+", "位")]
    public void A_rejection_names_what_to_check(string? text, string named)
    {
        Assert.False(PhoneNumber.TryParse(text, out var phone, out var fault));
        Assert.Null(phone);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_never_shows_the_middle() =>
        Prop.ForAll(
            Gen.Choose(300_000_000, 999_999_999).ToArbitrary(),
            rest => PhoneNumber.TryParse($"1{rest}0", out var phone, out _) && phone.Masked[3..7] == "****")
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_owner_has_a_Chinese_name() =>
        Assert.Equal(["本人", "家人代接", "邻居代接"], Enum.GetValues<PhoneOwner>().Select(owner => owner.ChineseName()));
}
