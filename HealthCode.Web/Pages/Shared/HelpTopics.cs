namespace HealthCode.Web.Pages.Shared;

/// <summary>Which chapter of the manual is about which page: the link 帮助 of every page leads there, and F1 opens it.</summary>
public static class HelpTopics
{
    private const string Contents = "/Help";

    /// <summary>Pages, or folders ending with a slash, with the chapter and, if the page is about one section only, its anchor.</summary>
    public static IReadOnlyList<(string Page, string Chapter)> All { get; } =
    [
        ("/Index", "home"),
        ("/Declarations/", "keying"),
        ("/Declarations/Index", "search"),
        ("/Declarations/Details", "search"),
        ("/Declarations/FindHousehold", "keying#一户几个人一起来"),
        ("/Declarations/Household", "keying#一户几个人一起来"),
        ("/Review/", "review"),
        ("/Passes/", "passes"),
        ("/Passes/Scan", "passes#扫一张记一张"),
        ("/Passes/HandOver", "passes#一户的卡一起领"),
        ("/Passes/Revoke", "passes#不能再用了"),
        ("/Printing/", "printing"),
        ("/Printing/Workstation", "printing#第一次先校准打印机"),
        ("/Residents/", "residents"),
        ("/Residents/Outreach/", "residents#帮办排查"),
        ("/HealthStatuses/", "health"),
        ("/Checkpoints/", "checking"),
        ("/Checkpoints/Index", "checkpoints"),
        ("/Checkpoints/Edit", "checkpoints"),
        ("/Venues/", "venues"),
        ("/Seals/", "seals"),
        ("/Stock/", "stock"),
        ("/Supervision/", "supervision"),
        ("/Registers/", "registers"),
        ("/Tips/", "tips"),
        ("/Reports/", "reports"),
        ("/Imports/", "imports"),
        ("/Requests/", "requests"),
        ("/Disclosures/", "privacy"),
        ("/PaperBoxes/", "papers"),
        ("/EpidemicEnds/", "end"),
        ("/Administration/", "administration"),
        ("/Administration/Backups/", "backup"),
        ("/Audit/", "audit"),
        ("/Account/", "login"),
        ("/Account/Certificate", "start#别的电脑第一次用"),
        ("/Setup", "start"),
        ("/Status", "trouble"),
        ("/Error", "trouble"),
        ("/Display", "login"),
    ];

    /// <summary>The address of the chapter about a page; the contents of the manual if it has none. A page overrides its folder, a folder the one
    /// it lies in.</summary>
    /// <param name="page">Path, e.g. <c>/Passes/Revoke</c>.</param>
    public static string AddressOf(string? page) =>
        All.Where(topic => topic.Page == page || (topic.Page.EndsWith('/') && page?.StartsWith(topic.Page, StringComparison.Ordinal) is true))
            .OrderByDescending(topic => topic.Page.Length)
            .Select(topic => $"{Contents}/{topic.Chapter}")
            .FirstOrDefault() ?? Contents;

    /// <summary>Whether the page is one of the manual itself.</summary>
    public static bool IsManual(string? page) => page?.StartsWith(Contents + "/", StringComparison.Ordinal) is true;
}
