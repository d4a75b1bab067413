using System.Globalization;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Benchmarks;

/// <summary>Invented people, each with another ID number: composed by place, so that any of them can be named again without having been kept.</summary>
internal static class CountyPeople
{
    private const int Birthdays = 25_000;

    // Without a common divisor with the birthdays, so that each is met once before any is met again.
    private const long Stride = 7_919;

    // Often ones stand several times.
    private const string Surnames = "马马马马马马马王王王王李李李张张张杨杨刘陈赵黄周吴徐孙郭高何罗郑梁宋丁哈纳金白海虎穆沙米拜锁田苏兰";
    private const string Men = "德福万占学生国玉文有建志永卫金保立小海晓少宏俊鹏子山林礼财祥贵忠义才仁军强华平民明成刚龙东斌峰涛伟勇杰";
    private const string Women = "秀玉桂凤月金兰淑春红晓小海丽艳佳雅思慧梦雪欣英花莲芳珍香梅霞琴萍燕娟玲静娜婷雯敏洁琪颖";

    private static readonly string[] Areas = ["640104", "640106", "640111", "640121", "640122", "642221", "642127"];

    /// <summary>The area code that nobody here has: for people who come while it is measured.</summary>
    public const string OtherArea = "640103";

    public static Person At(int place)
    {
        var chance = Scattered(place);
        var sex = (chance & 1) == 0 ? Sex.Male : Sex.Female;
        var given = sex == Sex.Male ? Men : Women;
        var name = $"{Surnames[(int)(chance >> 1) % Surnames.Length]}{given[(int)(chance >> 9) % given.Length]}{(chance % 10 < 3 ? "" : given[(int)(chance >> 17) % given.Length])}";
        var birth = new DateOnly(1930, 1, 1).AddDays((int)(place * Stride % Birthdays));
        return new(PersonName.Restore(name), sex, birth, IdentityDocument.Restore(
            IdentityDocumentKind.ResidentIdCard, Number(Areas[place % Areas.Length], birth, 10 + (2 * (place / Birthdays)) + (sex == Sex.Male ? 1 : 0)), null, false));
    }

    /// <summary>A telephone number for every second one.</summary>
    public static PhoneNumber? PhoneOf(int place) => (Scattered(place) & 2) == 0 ? null : PhoneNumber.Restore(string.Create(CultureInfo.InvariantCulture, $"1380000{place % 10_000:0000}"));

    public static string Number(string area, DateOnly birth, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{area}{birth:yyyyMMdd}{sequence:000}");
        return body + CheckCharacter.Mod11Radix2(body);
    }

    private static uint Scattered(int place)
    {
        var bits = (uint)place + 0x9E3779B9;
        bits = (bits ^ (bits >> 16)) * 0x85EBCA6B;
        bits = (bits ^ (bits >> 13)) * 0xC2B2AE35;
        return (bits ^ (bits >> 16)) >> 1;
    }
}
