using HealthCode.Domain.Couriers;
using static HealthCode.Tests.Support.CourierCase;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Couriers;

public sealed class PackageReceivedTests
{
    [Fact]
    public void A_package_is_taken_only_once()
    {
        var file = File();
        var first = PackageReceived.Take(Read(file), null, Reviewer, Now.AddDays(1));

        Assert.Equal([CourierRules.IsNotRepeated], Forbids(() => PackageReceived.Take(Read(file), first, Reviewer, Now.AddDays(2))));
    }

    [Fact]
    public void Another_package_under_a_number_that_was_received_is_refused()
    {
        var first = Received(Package());

        Assert.Equal([CourierRules.IsSameAsBefore], Forbids(() => Received(Package(submitted: 13), first)));
    }

    [Fact]
    public void What_was_not_believed_is_not_taken() =>
        Assert.Equal([CourierRules.SignatureHolds], Forbids(() => PackageReceived.Take(Read(Turned(File(), 60)), null, Reviewer, Now.AddDays(1))));

    [Fact]
    public void A_package_may_be_an_hour_ahead_of_the_townships_clock_and_no_more()
    {
        var reading = Read(File());
        var made = reading.Package!.MadeAt;

        Assert.NotNull(PackageReceived.Take(reading, null, Reviewer, made.AddHours(-1)));
        Assert.Equal([CourierRules.IsNotFromTomorrow], Forbids(() => PackageReceived.Take(reading, null, Reviewer, made.AddHours(-1).AddTicks(-1))));
    }

    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 1 }, new int[0])]
    [InlineData(new[] { 8 }, new[] { 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData(new[] { 6, 8, 1, 2, 3, 4, 5 }, new[] { 7 })]
    [InlineData(new[] { 3, 1, 6 }, new[] { 2, 4, 5 })]
    public void The_numbers_that_did_not_come_are_missing(int[] received, int[] missing) =>
        Assert.Equal(missing, PackageReceived.Missing(received));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void A_day_that_two_packages_name_counts_once_by_the_later_number_in_whatever_order_they_come(int one, int other)
    {
        CourierPackage Numbered(int number) => number == 1
            ? Package(1, new(2020, 3, 4), new(2020, 3, 5), submitted: 10)
            : Package(2, new(2020, 3, 5), submitted: 11);

        var counting = PackageReceived.Counting([Received(Numbered(one)), Received(Numbered(other))]);

        Assert.Equal([(new DateOnly(2020, 3, 4), 10), (new DateOnly(2020, 3, 5), 11)], counting.Select(day => (day.On, day.Submitted)));
        Assert.Equal(21, DayReport.Sum(counting).Submitted);
    }

    [Fact]
    public void The_sum_knows_every_figure()
    {
        var day = new DayReport(Today)
        {
            Submitted = 1, Approved = 2, Refused = 3, Returned = 4, Feverish = 5, Printed = 6, Stamped = 7, HandedOver = 8, Reprinted = 9, Revoked = 10, Returnees = 11, Workers = 12, ClinicVisits = 13, Purchases = 14, Tips = 15,
        };

        Assert.Equal(Enumerable.Range(1, 15), DayReport.FiguresOf(HealthCode.Domain.Rules.Packs.Hainan.Pack).Select(figure => figure.Of(day)).Order());
        Assert.Equal(11, DayReport.FiguresOf(HealthCode.Domain.Rules.Packs.Ningxia.Pack).Count);
        Assert.Equal((15, 10), (DayReport.FiguresIn(day).Count, DayReport.FiguresIn(new(Today)).Count));
        Assert.All(DayReport.FiguresIn(day), figure => Assert.Equal(2 * figure.Of(day), figure.Of(DayReport.Sum([day, day]))));
    }
}
