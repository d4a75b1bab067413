using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>收到的报送包 — a package stored by the township. For each day only the highest-numbered package counts, so nothing counts twice.</summary>
public sealed class PackageReceived
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    private PackageReceived(string officeCode, string officeName, int number, DateOnly firstDay, DateOnly lastDay, DateTimeOffset madeAt, string digest, DateTimeOffset receivedAt)
    {
        (OfficeCode, OfficeName, Number, FirstDay, LastDay) = (officeCode, officeName, number, firstDay, lastDay);
        (MadeAt, Digest, ReceivedAt, ReceivedBy) = (madeAt, digest, receivedAt, null!);
    }

    /// <summary>Code of the office that made it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Name of the office at the time of receipt.</summary>
    public string OfficeName { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Time of creation.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The figures of each day.</summary>
    public IReadOnlyList<DayReport> Days { get; private set; } = [];

    /// <summary>Digest by which a receipt refers to the package.</summary>
    public string Digest { get; private set; }

    /// <summary>附台账.</summary>
    public bool HasRegister { get; private set; }

    /// <summary>Time of receipt.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>接收人.</summary>
    public StaffMember ReceivedBy { get; private set; }

    /// <summary>接收: accepts a package.</summary>
    /// <param name="reading">Result of reading the file.</param>
    /// <param name="before">Package received before with the same office and number, or null.</param>
    /// <param name="by">接收人.</param>
    /// <param name="at">Current time.</param>
    /// <exception cref="RuleBrokenException">Refused when read; number already received, with same or other content; made in the future.</exception>
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

    /// <summary>The figures that count: each day once, from the highest-numbered package that contains it.</summary>
    /// <param name="packages">Packages of one office, in any order.</param>
    public static IReadOnlyList<DayReport> Counting(IEnumerable<PackageReceived> packages) =>
    [
        .. packages.SelectMany(package => package.Days, (package, day) => (package.Number, Day: day))
            .GroupBy(each => each.Day.On).Select(day => day.MaxBy(each => each.Number).Day).OrderBy(day => day.On),
    ];

    /// <summary>缺的包: numbers below the highest received one that are missing.</summary>
    /// <param name="numbers">Received package numbers.</param>
    public static IReadOnlyList<int> Missing(IReadOnlyCollection<int> numbers) =>
        numbers.Count == 0 ? [] : [.. Enumerable.Range(1, numbers.Max()).Except(numbers)];
}
