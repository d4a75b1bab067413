using System.Globalization;

namespace HealthCode.Tests.Support;

/// <summary><c>scripts/test --long</c>: loops of which every run does a chosen part are done in full.</summary>
internal static class LongRun
{
    /// <summary>Of the loops that cut the power at random; printed, and taken from HEALTHCODE_SEED to repeat a run.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("HEALTHCODE_SEED"), CultureInfo.InvariantCulture, out var given)
        ? given
        : IsOn ? Random.Shared.Next() : 20200305;

    public static bool IsOn => Environment.GetEnvironmentVariable("HEALTHCODE_LONG") == "1";

    /// <summary>The pieces of a loop that may be done over several runs: 1 alone in an ordinary run; all, or those of HEALTHCODE_PIECES ("1 2 3"), in full.</summary>
    public static IEnumerable<int> Pieces(int count) =>
        !IsOn ? [1]
        : Environment.GetEnvironmentVariable("HEALTHCODE_PIECES") is { Length: > 0 } chosen
            ? chosen.Split(' ').Select(piece => int.Parse(piece, CultureInfo.InvariantCulture))
            : Enumerable.Range(1, count);

    /// <summary>The chosen part, or the whole.</summary>
    public static T Pick<T>(T chosen, T all) => IsOn ? all : chosen;
}
