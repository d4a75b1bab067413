namespace HealthCode.Web.Security;

/// <summary>值守员的密码 — six digits, easy to type at a checkpoint with gloves; five tries before the lock make guessing unlikely.</summary>
public static class PinRules
{
    public const int Length = 6;
    public const string Hint = "6 位数字；不能都一样，不能是 123456 这样连着的，不能是登录名里的日期";

    /// <summary>Returns an error message, or null if the PIN is acceptable.</summary>
    public static string? Fault(string pin, string userName) =>
        pin.Length != Length || !pin.All(char.IsAsciiDigit) ? $"值守员的密码是 {Length} 位数字。"
        : pin.All(digit => digit == pin[0]) ? "6 位数字不能都一样。"
        : IsRun(pin, 1) || IsRun(pin, -1) ? "6 位数字不能是连着的，例如 123456、654321。"
        : IsInName(pin, userName) ? "6 位数字不能是登录名里的数字或日期。"
        : null;

    private static bool IsRun(string pin, int step) => pin.Zip(pin.Skip(1)).All(pair => pair.Second - pair.First == step);

    // A user name with 19850312 rules out 850312, 031285 and 120385.
    private static bool IsInName(string pin, string userName)
    {
        var digits = string.Concat(userName.Where(char.IsAsciiDigit));
        return Enumerable.Range(0, Math.Max(0, digits.Length - Length + 1)).Select(start => digits.Substring(start, Length))
            .Any(six => pin == six || pin == six[2..] + six[..2] || pin == six[4..] + six[2..4] + six[..2]);
    }
}
