namespace HealthCode.Domain.Passes;

/// <summary>扫到的内容 — extracts the code from scanned or typed text, ignoring an AIM prefix (<c>]Q1</c>), quotes, blanks and line ends.</summary>
/// <param name="Kind">Kind of the content.</param>
/// <param name="Text">The 125 characters of a token or 20 of a number; otherwise the text without surrounding characters.</param>
/// <remarks>Same algorithm as in <c>wwwroot/js/scanned-code.js</c>; both are tested with the same vectors.</remarks>
public sealed record ScannedCode(ScannedKind Kind, string Text)
{
    private const int Longest = 400;

    // A text with fewer letters and digits is not regarded as a truncated code.
    private const int Shortest = 4;

    // Maximum length of what precedes a code: an AIM prefix or a scanner's number.
    private const int LongestPrefix = 8;

    // The first of the five groups of a token holds its 16-byte head.
    private const int HeadCharacters = TokenText.Length / 5;

    /// <summary>Analyses a scanned or typed text; accepts full width, lower case and blanks anywhere.</summary>
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
            // Two different tokens in one text are ambiguous.
            return tokens.Count == 1 ? new(ScannedKind.Token, tokens.First()) : new(ScannedKind.Part, core);
        }

        var bare = core.Replace("-", "", StringComparison.Ordinal);
        // An input method may have dropped the bracket of the AIM prefix.
        if (bare.All(IsCharacter) && PassNumber.TryParse(bare.Length == 22 && char.IsAsciiLetter(bare[0]) ? bare[2..] : bare, out var number))
        {
            return new(ScannedKind.Number, number.Value);
        }

        var kind = plain.Length == 0 ? ScannedKind.Nothing : isCutOff || IsShort(core, bare) ? ScannedKind.Part : ScannedKind.Other;
        return new(kind, core);
    }

    private static bool IsShort(string core, string bare) => bare.Length is > 0 and < TokenText.Length
        && ((core.Length >= Shortest && core.All(IsCharacter)) || bare.All(c => char.IsAsciiDigit(c) || c is 'X'));

    /// <summary>The distinct tokens in the text, and whether it contains the beginning of a truncated one.</summary>
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

    /// <summary>Converts to half width and upper case; removes blanks, control and format characters.</summary>
    private static string Plain(string text) => new string(
    [
        .. text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !IsFormat(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - ('！' - '!')) : c)
            .Select(c => c is >= 'a' and <= 'z' ? (char)(c - ('a' - 'A')) : c),
    ]);

    /// <summary>Strips surrounding punctuation and an AIM prefix, whose bracket an input method may turn into 】.</summary>
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
