using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Couriers;

/// <summary>做好的报送包 — one line of the office's list: number, days, by whom, and whether the township has it.</summary>
public sealed class PackageSent
{
    private PackageSent(string officeCode, int number, DateOnly firstDay, DateOnly lastDay, DateTimeOffset madeAt, DateOnly madeOn, bool hasRegister, string digest)
    {
        (OfficeCode, Number, FirstDay, LastDay) = (officeCode, number, firstDay, lastDay);
        (MadeAt, MadeOn, HasRegister, Digest, MadeBy) = (madeAt, madeOn, hasRegister, digest, null!);
    }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day, counted in.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The day of that.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>制作人.</summary>
    public StaffMember MadeBy { get; private set; }

    /// <summary>附台账.</summary>
    public bool HasRegister { get; private set; }

    /// <summary>What a receipt names it by.</summary>
    public string Digest { get; private set; }

    /// <summary>When the township wrote the receipt that names it; null while 未回执.</summary>
    public DateTimeOffset? ReceiptedAt { get; private set; }

    /// <summary>The days that were over when it was made: their figures do not change any more.</summary>
    public IEnumerable<DateOnly> FinishedDays =>
        Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(day => day < MadeOn);

    /// <summary>登记 a package that was just made.</summary>
    /// <param name="package">What is in it.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="hasRegister">附台账.</param>
    /// <param name="by">制作人.</param>
    public static PackageSent Of(CourierPackage package, ReadOnlySpan<byte> file, bool hasRegister, StaffMember by) =>
        new(package.Office, package.Number, package.FirstDay, package.LastDay, package.MadeAt, package.MadeOn, hasRegister, CourierPackage.DigestOf(file)) { MadeBy = by };

    /// <summary>The first day that still has to be sent.</summary>
    /// <param name="sent">What the office has sent.</param>
    /// <param name="begin">The first day it could have figures of.</param>
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

    /// <summary>回执 — the township has exactly this package. The first receipt counts.</summary>
    /// <returns>Whether the receipt names it.</returns>
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
