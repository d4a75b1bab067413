namespace HealthCode.Domain.People;

/// <summary>校验码: computes check characters. Source: GB 11643-1999, ISO 7064 MOD 11-2.</summary>
public static class CheckCharacter
{
    /// <summary>
    /// The ISO 7064 MOD 11-2 character for digits of any length: the digit n places before it has the weight 2ⁿ mod 11.
    /// Detects any single wrong digit and any swap of neighbouring digits.
    /// </summary>
    /// <param name="digits">One or more of 0-9, without the check character.</param>
    /// <returns>'0' to '9', or 'X' for 10.</returns>
    /// <exception cref="ArgumentException">Empty, or something other than 0-9.</exception>
    public static char Mod11Radix2(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("Needs one or more digits 0-9.", nameof(digits));
        }

        var sum = 0;
        foreach (var digit in digits)
        {
            sum = (sum + digit - '0') * 2 % 11;
        }

        return "0123456789X"[(12 - sum) % 11];
    }
}
