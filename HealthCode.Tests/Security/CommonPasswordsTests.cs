using HealthCode.Web.Security;

namespace HealthCode.Tests.Security;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd2020")]
    [InlineData("Admin@20202020")]
    [InlineData("Qwerty-12345")]
    [InlineData("Woaini520!!")]
    [InlineData("Abcd-1234567")]
    [InlineData("Cunweihui@2020")]
    [InlineData("Test-Test-2020")]
    public async Task What_everybody_tries_first_is_not_taken(string password)
    {
        var answer = await new PasswordRules().ValidateAsync(null!, new() { UserName = "luru" }, password);

        Assert.Equal("这个密码太常用，别人一猜就中，请换一个自己才想得到的。", Assert.Single(answer.Errors).Description);
    }

    [Theory]
    [InlineData("Yangli-2020")]
    [InlineData("Ceshi-2020!")]
    [InlineData("Maolv-San7tou")]
    [InlineData("2020-Chunfeng!")]
    public void What_nobody_else_would_think_of_is_taken(string password) => Assert.False(CommonPasswords.Has(password));
}
