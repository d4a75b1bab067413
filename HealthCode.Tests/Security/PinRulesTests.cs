using HealthCode.Web.Data.Entities;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Tests.Security;

public sealed class PinRulesTests
{
    [Theory]
    [InlineData("730518")]
    [InlineData("000001")]
    [InlineData("123457")]
    [InlineData("135790")]
    [InlineData("112233")]
    public void Six_digits_that_nobody_guesses_are_taken(string pin) => Assert.Null(PinRules.Fault(pin, "shouwei"));

    [Theory]
    [InlineData("")]
    [InlineData("73051")]
    [InlineData("7305182")]
    [InlineData("73051a")]
    [InlineData("７３０５１８")]
    [InlineData(" 30518")]
    [InlineData("-30518")]
    public void A_PIN_is_exactly_six_digits(string pin) => Assert.Equal("值守员的密码是 6 位数字。", PinRules.Fault(pin, "shouwei"));

    [Theory]
    [InlineData("000000")]
    [InlineData("888888")]
    public void Not_all_alike(string pin) => Assert.Equal("6 位数字不能都一样。", PinRules.Fault(pin, "shouwei"));

    [Theory]
    [InlineData("123456")]
    [InlineData("012345")]
    [InlineData("456789")]
    [InlineData("654321")]
    [InlineData("987654")]
    [InlineData("543210")]
    public void No_straight_run(string pin) => Assert.StartsWith("6 位数字不能是连着的", PinRules.Fault(pin, "shouwei"), StringComparison.Ordinal);

    [Theory]
    [InlineData("850312", "ma19850312", false)]
    [InlineData("031285", "ma19850312", false)]
    [InlineData("120385", "ma19850312", false)]
    [InlineData("198503", "ma19850312", false)]
    [InlineData("850312", "马850312", false)]
    [InlineData("850313", "ma19850312", true)]
    [InlineData("850312", "shouwei1", true)]
    [InlineData("850312", "", true)]
    public void No_date_of_the_sign_in_name(string pin, string userName, bool taken) => Assert.Equal(taken, PinRules.Fault(pin, userName) is null);

    [Theory]
    [InlineData(1L, "730518", true)]
    [InlineData(1L, "Ceshi-2020!", false)]
    [InlineData(null, "730518", false)]
    [InlineData(null, "Ceshi-2020!", true)]
    [InlineData(1L, null, false)]
    [InlineData(null, null, false)]
    public async Task Six_digits_are_for_guards_only_and_the_long_rules_for_everybody_else(long? checkpoint, string? password, bool taken)
    {
        var user = new OfficeUser { UserName = "somebody", CheckpointId = checkpoint };

        IdentityResult result = await new PasswordRules().ValidateAsync(null!, user, password);

        Assert.Equal(taken, result.Succeeded);
    }
}
