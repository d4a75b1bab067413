using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HealthCode.Tests.Support.LongestFirst", "HealthCode.Tests")]

namespace HealthCode.Tests.Support;

/// <summary>Starts the slowest test collections first, so that none of them runs alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Those over 30 s, alternating with and without a real browser, because several browsers at once slow each other down.</summary>
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
