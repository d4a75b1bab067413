using System.Globalization;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Rules;

public sealed class ChineseDateTests
{
    [Theory]
    [InlineData("2020-03-05", "2020年3月5日", "3月5日")]
    [InlineData("2020-02-29", "2020年2月29日", "2月29日")]
    [InlineData("2020-12-31", "2020年12月31日", "12月31日")]
    [InlineData("0999-10-10", "999年10月10日", "10月10日")]
    public void A_day_is_written_without_leading_zeros(string day, string full, string brief) =>
        Assert.Equal((full, brief), (Day(day).Chinese(), Day(day).ChineseShort()));

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("zh-TW")]
    public void The_settings_of_the_computer_do_not_change_it(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(("2020年3月5日", "20200305"), (Today.Chinese(), Today.Typed()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
