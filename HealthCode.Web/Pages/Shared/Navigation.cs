using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Shared;

/// <summary>The entries of the main menu, in the order of the daily work; an entry without an existing page is not shown.</summary>
public static class Navigation
{
    public static IReadOnlyList<(string Title, string Page)> Desks { get; } =
    [
        ("首页", "/Index"),
        ("录入", "/Declarations/Create"),
        ("查询", "/Declarations/Index"),
        ("审核", "/Review/Index"),
        ("通行卡", "/Passes/Index"),
        ("打印", "/Printing/Index"),
        ("居民", "/Residents/Index"),
        ("健康状态", "/HealthStatuses/Index"),
        ("查验", "/Checkpoints/Check"),
        ("关口", "/Checkpoints/Index"),
        ("场所", "/Venues/Index"),
        ("用印", "/Seals/Index"),
        ("库存", "/Stock/Index"),
        ("督查自查", "/Supervision/Index"),
        ("台账", "/Registers/Index"),
        ("线索举报", "/Tips/Index"),
        ("报表", "/Reports/Index"),
        ("导入", "/Imports/Index"),
        ("查阅纠错", "/Requests/Index"),
        ("纸质材料", "/PaperBoxes/Index"),
        ("疫情解除", "/EpidemicEnds/Index"),
        ("管理", "/Administration/Index"),
        ("审计", "/Audit/Index"),
    ];

    /// <summary>A menu of so many entries is not folded.</summary>
    public const int MostStanding = 7;

    /// <summary>The work of every day: with the fold, seven entries.</summary>
    private static readonly string[] Daily = ["/Index", "/Declarations/Create", "/Review/Index", "/Passes/Index", "/Printing/Index", "/Checkpoints/Check"];

    /// <summary>Whether an entry stands in a menu of more than <see cref="MostStanding"/>; the others are folded under 更多. The work of every day always stands, another
    /// desk as soon as anything was entered there; for somebody who does the whole work alone only the former, whatever he has entered. Where one is always stands.</summary>
    /// <param name="desk">The entry's page.</param>
    /// <param name="isUsed">Anything was entered there, and the user does not do everything alone.</param>
    public static bool Stands(string desk, bool isUsed) => isUsed || Daily.Contains(desk);

    /// <summary>Whether the notices of the office's province know the desk: one they do not know is not in the menu, and its pages answer 404.</summary>
    /// <param name="desk">The entry's page.</param>
    /// <param name="pack">The rules of the user's office; null for users of none or of several.</param>
    public static bool IsKnown(string desk, RulePack? pack) => desk switch
    {
        "/Registers/Index" => pack?.Registers.Count > 0,
        "/Tips/Index" => pack?.Tips is not null,
        _ => true,
    };

    /// <summary>Whether the menu entry is active: for its own page, and for other pages of its folder that have no entry themselves.</summary>
    public static bool IsHere(string desk, string? page) => page is not null
        && (page == desk || (desk.EndsWith("/Index", StringComparison.Ordinal) && desk.Length > "/Index".Length
            && page.StartsWith(desk[..^"Index".Length], StringComparison.Ordinal) && Desks.All(other => other.Page != page)));
}
