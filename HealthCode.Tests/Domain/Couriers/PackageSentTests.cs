using HealthCode.Domain.Couriers;
using static HealthCode.Tests.Support.CourierCase;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Couriers;

public sealed class PackageSentTests
{
    [Fact]
    public void A_day_that_was_not_over_is_sent_again_without_a_word_and_one_that_was_only_as_a_correction()
    {
        var sent = Sent(new(2020, 3, 4), Today);

        Assert.Equal([new DateOnly(2020, 3, 4)], sent.FinishedDays);
        Assert.Empty(CourierRules.ValidateDays(Today, Today, false, [sent], Today.AddDays(1)));
        var against = Assert.Single(CourierRules.ValidateDays(new(2020, 3, 4), Today, false, [sent], Today.AddDays(1)));
        Assert.Equal(CourierRules.NotSentBefore, against.Rule);
        Assert.EndsWith("3月4日。", against.Sentence, StringComparison.Ordinal);
        Assert.Empty(CourierRules.ValidateDays(new(2020, 3, 4), Today, true, [sent], Today.AddDays(1)));
    }

    [Fact]
    public void Days_are_in_order_have_begun_and_fit_into_one_package()
    {
        Assert.Empty(CourierRules.ValidateDays(Today.AddDays(1 - CourierRules.MostDays), Today, false, [], Today));
        Assert.Equal(CourierRules.NotTooLong, CourierRules.ValidateDays(Today.AddDays(-CourierRules.MostDays), Today, false, [], Today)[0].Rule);
        Assert.Equal(CourierRules.DaysInOrder, CourierRules.ValidateDays(Today, Today.AddDays(-1), false, [], Today)[0].Rule);
        Assert.Equal(CourierRules.DaysInOrder, CourierRules.ValidateDays(Today, Today.AddDays(1), false, [], Today)[0].Rule);
    }

    [Fact]
    public void The_first_day_to_send_is_the_first_that_was_not_sent_when_it_was_over()
    {
        var begin = new DateOnly(2020, 3, 1);

        Assert.Equal(begin, PackageSent.FirstDayToSend([], begin, Today));
        Assert.Equal(Today, PackageSent.FirstDayToSend([Sent(begin, Today)], begin, Today.AddDays(1)));
        Assert.Equal(begin, PackageSent.FirstDayToSend([Sent(new(2020, 3, 2), Today)], begin, Today));
        Assert.Equal(Today, PackageSent.FirstDayToSend([Sent(begin, Today.AddDays(-1))], begin, Today));
        Assert.Equal(Today.AddDays(1 - CourierRules.MostDays), PackageSent.FirstDayToSend([], Today.AddYears(-1), Today));
    }

    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 7 }, "第 7 包")]
    [InlineData(new[] { 7, 3 }, "第 3、7 包")]
    [InlineData(new[] { 1, 2, 4, 5, 6, 9 }, "第 1、2、4—6、9 包")]
    public void Several_packages_are_named_in_one_breath(int[] numbers, string words) => Assert.Equal(words, CourierNames.Packages(numbers));

    [Fact]
    public void The_file_is_named_after_village_number_and_days()
    {
        Assert.Equal("样例村_报送_第0007包_20200305.hcp", CourierNames.PackageFile("样例村", 7, Today, Today));
        Assert.Equal("样例村_报送_第0123包_20200301-20200305.hcp", CourierNames.PackageFile("样例/村", 123, new(2020, 3, 1), Today));
    }

    private static PackageSent Sent(DateOnly first, DateOnly last)
    {
        var package = Package(1, first, last);
        return PackageSent.Of(package, File(package), false, Clerk);
    }
}
