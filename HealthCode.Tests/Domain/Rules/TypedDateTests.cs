using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Rules;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("20200305")]
    [InlineData("2020-3-5")]
    [InlineData("2020-03-05")]
    [InlineData("2020/3/5")]
    [InlineData("2020.3.5")]
    [InlineData("2020 3 5")]
    [InlineData("2020年3月5日")]
    [InlineData("2020年03月05日")]
    [InlineData("2020年3月5")]
    [InlineData("　２０２００３０５ ")]
    [InlineData("２０２０－３－５")]
    [InlineData("２０２０年３月５日")]
    [InlineData("２０２０．３．５")]
    public void A_day_is_read_as_people_type_it(string text)
    {
        Assert.True(TypedDate.TryParse(text, Today, out var day, out var fault), fault);
        Assert.Equal(new DateOnly(2020, 3, 5), day);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("20200229", "2020-02-29")]
    [InlineData("20000229", "2000-02-29")]
    [InlineData("19480229", "1948-02-29")]
    [InlineData("20191231", "2019-12-31")]
    [InlineData("18500101", "1850-01-01")]
    [InlineData("21991231", "2199-12-31")]
    public void Leap_days_and_ends_of_years_are_days(string text, string expected)
    {
        Assert.True(TypedDate.TryParse(text, Today, out var day, out var fault), fault);
        Assert.Equal(Day(expected), day);
    }

    [Theory]
    [InlineData("3.5", "2020-03-05", "2020-03-05")]
    [InlineData("0305", "2020-03-05", "2020-03-05")]
    [InlineData("3月5日", "2020-03-05", "2020-03-05")]
    [InlineData("12-28", "2020-01-02", "2019-12-28")]
    [InlineData("1-2", "2020-12-28", "2021-01-02")]
    [InlineData("0229", "2021-03-05", "2020-02-29")]
    public void A_day_without_its_year_is_the_nearest_one(string text, string today, string expected)
    {
        Assert.True(TypedDate.TryParse(text, Day(today), out var day, out var fault), fault);
        Assert.Equal(Day(expected), day);
    }

    [Theory]
    [InlineData("20200230", "没有 2020年2月30日 这一天")]
    [InlineData("20210229", "没有 2021年2月29日 这一天")]
    [InlineData("19000229", "没有 1900年2月29日 这一天")]
    [InlineData("2020-4-31", "没有 2020年4月31日 这一天")]
    [InlineData("20201301", "没有 2020年13月1日 这一天")]
    [InlineData("20200001", "没有 2020年0月1日 这一天")]
    [InlineData("20200300", "没有 2020年3月0日 这一天")]
    [InlineData("00000305", "年份写成了 0")]
    [InlineData("00010101", "年份写成了 1")]
    [InlineData("18491231", "年份写成了 1849")]
    [InlineData("22000101", "年份写成了 2200")]
    [InlineData("9999-12-31", "年份写成了 9999")]
    [InlineData("2-30", "没有 2月30日 这一天")]
    [InlineData("1305", "没有 13月5日 这一天")]
    public void A_day_that_does_not_exist_is_named(string text, string named)
    {
        Assert.False(TypedDate.TryParse(text, Today, out var day, out var fault));
        Assert.Null(day);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("昨天")]
    [InlineData("202003")]
    [InlineData("2020030")]
    [InlineData("202003051")]
    [InlineData("20-3-5")]
    [InlineData("2020-3-5-1")]
    [InlineData("2020--3-5")]
    [InlineData("-1-3-5")]
    [InlineData("٢٠٢٠٠٣٠٥")]
    [InlineData("2020\u00000305")]
    [InlineData("2020030\uFFFE")]
    [InlineData("😀")]
    public void Anything_else_is_answered_with_how_to_write_a_day(string text)
    {
        Assert.False(TypedDate.TryParse(text, Today, out var day, out var fault));
        Assert.Null(day);
        Assert.Equal("日期请写成 20260305 或 2026-3-5", fault);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_answered_too() =>
        Assert.False(TypedDate.TryParse("2020030\uD83D", Today, out _, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　\t")]
    public void An_empty_box_is_no_day_and_no_fault(string? text)
    {
        Assert.True(TypedDate.TryParse(text, Today, out var day, out var fault));
        Assert.Null(day);
        Assert.Null(fault);
    }

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        var text = new string('2', 10_000_000);

        Assert.False(TypedDate.TryParse(text, Today, out _, out _));
    }

    [Fact]
    public void What_stands_in_a_box_reads_back_as_the_same_day()
    {
        for (var day = new DateOnly(2019, 12, 1); day < new DateOnly(2021, 4, 1); day = day.AddDays(1))
        {
            Assert.True(TypedDate.TryParse(day.Typed(), Today, out var typed, out _));
            Assert.True(TypedDate.TryParse(day.Chinese(), Today, out var written, out _));
            Assert.Equal((day, day), (typed, written));
        }
    }
}
