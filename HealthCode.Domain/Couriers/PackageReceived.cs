using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>收到的报送包 — as the township keeps it. What counts for a day is the latest package that names the day, so nothing counts twice.</summary>
public sealed class PackageReceived
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    private PackageReceived(string officeCode, string officeName, int number, DateOnly firstDay, DateOnly lastDay, DateTimeOffset madeAt, string digest, DateTimeOffset receivedAt)
    {
        (OfficeCode, OfficeName, Number, FirstDay, LastDay) = (officeCode, officeName, number, firstDay, lastDay);
        (MadeAt, Digest, ReceivedAt, ReceivedBy) = (madeAt, digest, receivedAt, null!);
    }

    /// <summary>The office that made it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Its name on that day.</summary>
    public string OfficeName { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day, counted in.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<DayReport> Days { get; private set; } = [];

    /// <summary>What a receipt names it by.</summary>
    public string Digest { get; private set; }

    /// <summary>附台账.</summary>
    public bool HasRegister { get; private set; }

    /// <summary>When it was taken in.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>接收人.</summary>
    public StaffMember ReceivedBy { get; private set; }

    /// <summary>接收.</summary>
    /// <param name="reading">A package that is believed.</param>
    /// <param name="before">What was received under this office and number, or null.</param>
    /// <param name="by">接收人.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RuleBrokenException">It was not believed; it was received before, the same or another one; it comes from tomorrow.</exception>
    public static PackageReceived Take(PackageParseResult reading, PackageReceived? before, StaffMember by, DateTimeOffset at)
    {
        RuleBrokenException.ThrowIfAny(reading.Against is { } against ? [against] : []);
        var package = reading.Package!;
        CourierRules.IsSameAsBefore.Require(before is null || before.Digest == reading.Digest);
        CourierRules.IsNotRepeated.Require(before is null);
        CourierRules.IsNotFromTomorrow.Require(package.MadeAt <= at + ClocksDiffer);

        return new(package.Office, reading.OfficeName, package.Number, package.FirstDay, package.LastDay, package.MadeAt, reading.Digest, at)
        {
            Days = package.Days,
            HasRegister = reading.Ledger.Length > 0,
            ReceivedBy = by,
        };
    }

    /// <summary>What counts: each day once, by the latest package of the office that names it.</summary>
    /// <param name="packages">Of one office, in any order.</param>
    public static IReadOnlyList<DayReport> Counting(IEnumerable<PackageReceived> packages) =>
    [
        .. packages.SelectMany(package => package.Days, (package, day) => (package.Number, Day: day))
            .GroupBy(each => each.Day.On).Select(day => day.MaxBy(each => each.Number).Day).OrderBy(day => day.On),
    ];

    /// <summary>缺的包: numbers up to the highest that did not come.</summary>
    /// <param name="numbers">Received.</param>
    public static IReadOnlyList<int> Missing(IReadOnlyCollection<int> numbers) =>
        numbers.Count == 0 ? [] : [.. Enumerable.Range(1, numbers.Max()).Except(numbers)];
}
