using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HealthCode.Tests.Support.LongestFirst", "HealthCode.Tests")]

namespace HealthCode.Tests.Support;

/// <summary>The classes that take longest begin, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Those of more than 40 s, by turns with and without a browser: several pages drawn at once make each other late.</summary>
    private static readonly string[] Longest =
    [
        nameof(Browser.ReachTests), nameof(Pages.EveryFormTests), nameof(Jobs.PowerCutTests), nameof(Browser.GateDeskTests), nameof(Hosting.DemoDayTests),
        nameof(Pages.Administration.TrustPageTests), nameof(Browser.WholeJobTests), nameof(Jobs.KeyRotationKillTests), nameof(Jobs.ClockJumpTests),
        nameof(Browser.OfflineCheckerTests), nameof(Backups.OpeningCheckTests), nameof(Jobs.ImportKillTests), nameof(Browser.ScannerTests), nameof(Jobs.PrintLayoutKillTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => (uint)Array.FindIndex(Longest, name => collection.DisplayName.EndsWith('.' + name, StringComparison.Ordinal)))
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
