using System.Text;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Passes;

namespace HealthCode.Tests.Support;

/// <summary>A valid package of the office of <see cref="LawfulCase"/>, of which a test changes one thing.</summary>
public static class CourierCase
{
    public const string TownshipCode = "640104001000";

    public static readonly byte[] Ledger = Encoding.UTF8.GetBytes("台账：马德山");

    public static IssuingKey Key { get; } = IssuingKey.Make(LawfulCase.Code, "样例村", 1, new(2020, 3, 1));

    public static TownshipKey Township { get; } = TownshipKey.Make(TownshipCode, "样例镇");

    public static TrustList Trusted { get; } = new([Key.Trusted]);

    public static CourierPackage Package(int number = 1, DateOnly? firstDay = null, DateOnly? lastDay = null, int submitted = 12)
    {
        var (first, last) = (firstDay ?? LawfulCase.Today, lastDay ?? firstDay ?? LawfulCase.Today);
        return new(LawfulCase.Code, 1, number, first, last, LawfulCase.Now.AddHours(8),
            [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => new DayReport(first.AddDays(day)) { Submitted = submitted, Approved = 7 })]);
    }

    public static byte[] File(CourierPackage? package = null, bool withLedger = false)
    {
        var written = package ?? Package();
        return written.Write(Key, withLedger ? Township.Trusted.Seal(Ledger, written.Office, written.Number) : []);
    }

    public static PackageParseResult Read(byte[] file, TrustList? trusted = null) => CourierPackage.Read(file, trusted ?? Trusted);

    public static PackageReceived Received(CourierPackage package, PackageReceived? before = null) =>
        PackageReceived.Take(Read(File(package)), before, LawfulCase.Reviewer, LawfulCase.Now.AddDays(1));

    /// <summary>A copy of the file with the lowest bit of one byte flipped.</summary>
    public static byte[] Turned(byte[] file, int at)
    {
        var turned = (byte[])file.Clone();
        turned[at] ^= 1;
        return turned;
    }
}
