using System.Globalization;
using HealthCode.Domain.PrintRuns;

namespace HealthCode.Tests.Domain.PrintRuns;

public sealed class SheetNumbersTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("3、5-7", "3 5 6 7")]
    [InlineData("3，5,6;7；9 11\t12", "3 5 6 7 9 11 12")]
    [InlineData("３、５－７", "3 5 6 7")]
    [InlineData("3到5", "3 4 5")]
    [InlineData("3至5", "3 4 5")]
    [InlineData("3~5、8～9", "3 4 5 8 9")]
    [InlineData("3—5", "3 4 5")]
    [InlineData("7-7", "7")]
    [InlineData("0003", "3")]
    [InlineData("、3、、5、", "3 5")]
    [InlineData("2000", "2000")]
    public void Sheets_are_read_as_people_write_them(string text, string numbers) => Assert.Equal(numbers, Read(text));

    [Theory]
    [InlineData("7、3、5-6、3", "3 5 6 7")]
    [InlineData("5-7 6-8", "5 6 7 8")]
    public void They_are_told_in_order_and_each_once(string text, string numbers) => Assert.Equal(numbers, Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("　、，")]
    public void No_sheet_is_none(string? text) => Assert.Equal("", Read(text));

    [Theory]
    [InlineData("0")]
    [InlineData("0-3")]
    [InlineData("-3")]
    [InlineData("3-")]
    [InlineData("7-5")]
    [InlineData("3--5")]
    [InlineData("3-5-7")]
    [InlineData("abc")]
    [InlineData("第3张")]
    [InlineData("三")]
    [InlineData("3.5")]
    [InlineData("+3")]
    [InlineData("10001")]
    [InlineData("1-99999")]
    [InlineData("99999999999999999999")]
    [InlineData("٣")]
    [InlineData("3\uFFFE")]
    [InlineData("3\uD800")]
    public void Anything_else_is_asked_about(string text)
    {
        Assert.False(SheetNumbers.TryParse(text, out var numbers, out var fault));

        Assert.Empty(numbers);
        Assert.NotNull(fault);
    }

    [Fact]
    public void What_is_not_understood_is_quoted_and_no_more_than_that()
    {
        Assert.False(SheetNumbers.TryParse("3、五、7", out _, out var fault));
        Assert.Contains("“五”", fault, StringComparison.Ordinal);

        Assert.False(SheetNumbers.TryParse(new('五', 1000), out _, out fault));
        Assert.InRange(fault!.Length, 20, 60);
    }

    // The largest run printed sheet by sheet has 2000 sheets; the first that is spoiled comes out as sheet 2001.
    [Fact]
    public void The_sheets_that_repeat_the_largest_run_can_be_named() => Assert.Equal("2001 10000", Read("2001、10000"));

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        var text = new string('3', 10_000_000);

        Assert.False(SheetNumbers.TryParse(text, out _, out var fault));

        Assert.InRange(fault!.Length, 1, 60);
    }

    [Fact]
    public void Ranges_over_ranges_are_read()
    {
        var text = string.Concat(Enumerable.Repeat("1-10000,", 250));

        Assert.True(SheetNumbers.TryParse(text, out var numbers, out _));

        Assert.Equal(10_000, numbers.Count);
    }

    private static string Read(string? text)
    {
        Assert.True(SheetNumbers.TryParse(text, out var numbers, out var fault), fault);
        Assert.Null(fault);
        return string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }
}
