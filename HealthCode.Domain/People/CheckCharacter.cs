namespace HealthCode.Domain.People;

/// <summary>校验码 — ISO 7064 MOD 11-2, as in GB 11643-1999 and in our card numbers.</summary>
public static class CheckCharacter
{
    private const string Characters = "10X98765432";

    /// <summary>The check character of a row of digits of any length: weights are powers of two modulo 11, from the right, the check itself counting as the first.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <returns>'0' to '9' or 'X'.</returns>
    /// <exception cref="ArgumentException">Something else than a digit.</exception>
    public static char Mod11Radix2(ReadOnlySpan<char> digits)
    {
        var remainder = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                throw new ArgumentException("digits only", nameof(digits));
            }

            remainder = (remainder + digit - '0') * 2 % 11;
        }

        return Characters[remainder % 11];
    }
}
