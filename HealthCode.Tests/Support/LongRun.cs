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

    /// <summary>The chosen part, or the whole.</summary>
    public static T Pick<T>(T chosen, T all) => IsOn ? all : chosen;
}
