using System.Globalization;

namespace HealthCode.Tests.Support;

/// <summary><c>scripts/test --long</c>: runs in full the loops of which an ordinary run does only a part.</summary>
internal static class LongRun
{
    /// <summary>Random seed of the power cut tests, which print it; HEALTHCODE_SEED sets it, to repeat a run.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("HEALTHCODE_SEED"), CultureInfo.InvariantCulture, out var given)
        ? given
        : IsOn ? Random.Shared.Next() : 20200305;

    public static bool IsOn => Environment.GetEnvironmentVariable("HEALTHCODE_LONG") == "1";

    /// <summary>Parts of a long loop: only 1 in an ordinary run; in a long run all, or those listed in HEALTHCODE_PIECES (e.g. "1 2 3").</summary>
    public static IEnumerable<int> Pieces(int count) =>
        !IsOn ? [1]
        : Environment.GetEnvironmentVariable("HEALTHCODE_PIECES") is { Length: > 0 } chosen
            ? chosen.Split(' ').Select(piece => int.Parse(piece, CultureInfo.InvariantCulture))
            : Enumerable.Range(1, count);

    /// <summary>Returns the second argument in a long run, otherwise the first.</summary>
    public static T Pick<T>(T chosen, T all) => IsOn ? all : chosen;
}
