using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Domain.Rules;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("22:00", 22, 0)]
    [InlineData("2230", 22, 30)]
    [InlineData("8", 8, 0)]
    [InlineData("800", 8, 0)]
    [InlineData("８：３０", 8, 30)]
    [InlineData(" 8.05 ", 8, 5)]
    [InlineData("8点", 8, 0)]
    [InlineData("22时5分", 22, 5)]
    [InlineData("0:00", 0, 0)]
    [InlineData("23:59", 23, 59)]
    public void A_time_is_read_as_people_type_it(string typed, int hour, int minute)
    {
        Assert.True(TypedTime.TryParse(typed, out var time));
        Assert.Equal(new TimeOnly(hour, minute), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("22:60")]
    [InlineData("22:0")]
    [InlineData("晚上十点")]
    [InlineData("22:00:00")]
    [InlineData("222222")]
    public void What_is_no_time_of_day_is_refused(string? typed) => Assert.False(TypedTime.TryParse(typed, out _));

    [Fact]
    public void It_stands_in_its_box_with_two_digits_each() => Assert.Equal("08:05", new TimeOnly(8, 5).Typed());
}
