namespace HealthCode.Domain.Passes;

/// <summary>扫到的内容 — the code in what a scanner sent or a hand typed, whatever surrounds it: an AIM prefix (<c>]Q1</c>), quotes, blanks, a line end.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Text">The 125 characters of a token, the 20 of a number; of anything else the text without what surrounds it.</param>
/// <remarks>The same steps as in <c>wwwroot/js/scanned-code.js</c>; the same vectors test both.</remarks>
public sealed record ScannedCode(ScannedKind Kind, string Text)
{
    private const int Longest = 400;

    // Fewer letters and figures than this say nothing of a code that was cut off.
    private const int Shortest = 4;

    // What stands before a code is a few characters long: an AIM prefix, a scanner's own number.
    private const int LongestPrefix = 8;

    // The head of a token is the first of its five groups.
    private const int HeadCharacters = TokenText.Length / 5;

    /// <summary>Reads a scanned or typed text; full width, small letters and blanks anywhere are accepted.</summary>
    public static ScannedCode Read(string? text)
    {
        if (text is { Length: > Longest })
        {
            return new(ScannedKind.Other, "");
        }

        var plain = Plain(text ?? "");
        var (tokens, isCutOff) = TokensIn(plain);
        var core = Core(plain);
        if (tokens.Count > 0)
        {
            // Two different cards in one reading: neither was meant more than the other.
            return tokens.Count == 1 ? new(ScannedKind.Token, tokens.First()) : new(ScannedKind.Part, core);
        }

        var bare = core.Replace("-", "", StringComparison.Ordinal);
        // An input method may have swallowed the bracket of the AIM prefix.
        if (bare.All(IsCharacter) && PassNumber.TryParse(bare.Length == 22 && char.IsAsciiLetter(bare[0]) ? bare[2..] : bare, out var number))
        {
            return new(ScannedKind.Number, number.Value);
        }

        var kind = plain.Length == 0 ? ScannedKind.Nothing : isCutOff || IsShort(core, bare) ? ScannedKind.Part : ScannedKind.Other;
        return new(kind, core);
    }

    private static bool IsShort(string core, string bare) => bare.Length is > 0 and < TokenText.Length
        && ((core.Length >= Shortest && core.All(IsCharacter)) || bare.All(c => char.IsAsciiDigit(c) || c is 'X'));

    /// <summary>Every different token in the text, and whether one begins that is not whole.</summary>
    private static (HashSet<string> Tokens, bool IsCutOff) TokensIn(string plain)
    {
        HashSet<string> tokens = [];
        var (isCutOff, run, at) = (false, 0, 0);
        while (at + HeadCharacters <= plain.Length)
        {
            run = at > 0 && !IsCharacter(plain[at - 1]) ? at : run;
            if (TokenText.ReadGroup(plain.AsSpan(at, HeadCharacters)) is { } head && PassToken.Read(head) is not null)
            {
                var rest = plain.AsSpan(at);
                if (IsWhole(rest) && TokenText.Read(rest[..TokenText.Length].ToString()) is not null)
                {
                    tokens.Add(rest[..TokenText.Length].ToString());
                    at += TokenText.Length;
                    continue;
                }

                isCutOff |= !IsWhole(rest) && at - run <= LongestPrefix;
            }

            at++;
        }

        return (tokens, isCutOff);
    }

    private static bool IsWhole(ReadOnlySpan<char> rest)
    {
        for (var at = 0; at < TokenText.Length; at++)
        {
            if (at == rest.Length || !IsCharacter(rest[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Half width, capitals, no blanks, control or format characters.</summary>
    private static string Plain(string text) => new string(
    [
        .. text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !IsFormat(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - ('！' - '!')) : c)
            .Select(c => c is >= 'a' and <= 'z' ? (char)(c - ('a' - 'A')) : c),
    ]);

    /// <summary>Without signs around it and without an AIM prefix; an input method makes 】 of its bracket.</summary>
    private static string Core(string plain)
    {
        var first = plain.Length - plain.SkipWhile(c => !IsCharacter(c)).Count();
        var core = plain[first..];
        if (first > 0 && plain[first - 1] is ']' or '】' && core.Length > 2 && char.IsAsciiLetter(core[0]) && IsCharacter(core[1]))
        {
            core = new string([.. core.Skip(2).SkipWhile(c => !IsCharacter(c))]);
        }

        return core[..(core.Length - core.Reverse().TakeWhile(c => !IsCharacter(c)).Count())];
    }

    private static bool IsFormat(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;

    private static bool IsCharacter(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z');
}
