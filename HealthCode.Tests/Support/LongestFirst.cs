using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HealthCode.Tests.Support.LongestFirst", "HealthCode.Tests")]

namespace HealthCode.Tests.Support;

/// <summary>The classes that take longest begin, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Those of more than 30 s, by turns with and without a browser: several pages drawn at once make each other late.</summary>
    private static readonly string[] Longest =
    [
        nameof(Browser.ReachTests), nameof(Pages.EveryFormTests), nameof(Hosting.DemoDayTests), nameof(Browser.GateDeskTests), nameof(Security.PermissionWalkTests),
        nameof(Backups.DatabaseStartupCheckTests), nameof(Browser.WholeJobTests), nameof(Pages.Administration.Keys.TrustPageTests), nameof(Printing.SealScanTests), nameof(Jobs.PowerCutTests),
        nameof(Browser.OfflineCheckerTests), nameof(Printing.QrRobustnessTests), nameof(Printing.CardSheetTests), nameof(Jobs.PrintLayoutKillTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => (uint)Array.FindIndex(Longest, name => collection.DisplayName.EndsWith('.' + name, StringComparison.Ordinal)))
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
