using HealthCode.Web.Security;

namespace HealthCode.Web.Pages.Shared;

/// <summary>The desks in the order of the day. A desk whose page does not exist yet is not shown.</summary>
public static class Navigation
{
    public static IReadOnlyList<(string Title, string Page, string? Policy)> Desks { get; } =
    [
        ("首页", "/Index", null),
        ("录入", "/Declarations/Create", Policies.Declare),
        ("查询", "/Declarations/Index", Policies.Search),
        ("审核", "/Review/Index", Policies.Review),
        ("通行卡", "/Passes/Index", Policies.Passes),
        ("打印", "/Printing/Index", Policies.PassesWrite),
        ("查验", "/Checkpoints/Check", Policies.Check),
        ("关口", "/Checkpoints/Index", Policies.Checkpoints),
        ("用印", "/Seals/Index", Policies.Seals),
        ("库存", "/Stock/Index", Policies.PassesWrite),
        ("报表", "/Reports/Index", Policies.Reports),
        ("导入", "/Imports/Index", Policies.Imports),
        ("查阅纠错", "/Requests/Index", Policies.Requests),
        ("纸质材料", "/PaperBoxes/Index", Policies.PaperBoxes),
        ("疫情解除", "/EpidemicEnds/Index", Policies.Closing),
        ("管理", "/Administration/Index", Policies.AdministrationDesk),
        ("审计", "/Audit/Index", Policies.Audit),
    ];

    /// <summary>Whether the page one looks at belongs to the desk: the desk's own page, or another of its folder that no desk names.</summary>
    public static bool IsHere(string desk, string? page) => page is not null
        && (page == desk || (desk.EndsWith("/Index", StringComparison.Ordinal) && desk.Length > "/Index".Length
            && page.StartsWith(desk[..^"Index".Length], StringComparison.Ordinal) && Desks.All(other => other.Page != page)));
}
