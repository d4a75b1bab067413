using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Couriers;

/// <summary>做好的报送包 — a package made by the office: number, days, author, and whether the township confirmed it.</summary>
public sealed class PackageSent
{
    private PackageSent(string officeCode, int number, DateOnly firstDay, DateOnly lastDay, DateTimeOffset madeAt, DateOnly madeOn, bool hasRegister, string digest)
    {
        (OfficeCode, Number, FirstDay, LastDay) = (officeCode, number, firstDay, lastDay);
        (MadeAt, MadeOn, HasRegister, Digest, MadeBy) = (madeAt, madeOn, hasRegister, digest, null!);
    }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Time of creation.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Day of creation, Beijing time.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>制作人.</summary>
    public StaffMember MadeBy { get; private set; }

    /// <summary>附台账.</summary>
    public bool HasRegister { get; private set; }

    /// <summary>Digest by which a receipt refers to the package.</summary>
    public string Digest { get; private set; }

    /// <summary>Time of the first receipt that lists this package; null while 未回执.</summary>
    public DateTimeOffset? ReceiptedAt { get; private set; }

    /// <summary>Days before the day of creation: their figures were final.</summary>
    public IEnumerable<DateOnly> FinishedDays =>
        Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(day => day < MadeOn);

    /// <summary>登记 a new package.</summary>
    /// <param name="package">Its content.</param>
    /// <param name="file">The written file.</param>
    /// <param name="hasRegister">附台账.</param>
    /// <param name="by">制作人.</param>
    public static PackageSent Of(CourierPackage package, ReadOnlySpan<byte> file, bool hasRegister, StaffMember by) =>
        new(package.Office, package.Number, package.FirstDay, package.LastDay, package.MadeAt, package.MadeOn, hasRegister, CourierPackage.DigestOf(file)) { MadeBy = by };

    /// <summary>First day not sent complete yet, at most <see cref="CourierRules.MostDays"/> days back.</summary>
    /// <param name="sent">The packages the office has made.</param>
    /// <param name="begin">First day that can have figures.</param>
    /// <param name="today">Today.</param>
    public static DateOnly FirstDayToSend(IEnumerable<PackageSent> sent, DateOnly begin, DateOnly today)
    {
        var finished = sent.SelectMany(package => package.FinishedDays).ToHashSet();
        var day = begin < today.AddDays(1 - CourierRules.MostDays) ? today.AddDays(1 - CourierRules.MostDays) : begin;
        while (day < today && finished.Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>回执 — marks the package as received if the receipt lists it with the same digest. The time of the first receipt is kept.</summary>
    /// <returns>True if the receipt lists this package.</returns>
    public bool TakeReceipt(CourierReceipt receipt)
    {
        var names = receipt.Office == OfficeCode && receipt.Packages.Contains(new(Number, Digest));
        if (names)
        {
            ReceiptedAt ??= receipt.At;
        }

        return names;
    }
}
