using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Reports;

/// <summary>图表 — cards issued, waiting times, refusals and expiring cards, day by day.</summary>
public sealed class ChartsModel(OfficeDb db, OfficeClock clock, CurrentUser currentUser) : PageModel
{
    public const int Fortnight = 14;
    public const int Month = 30;

    [BindProperty(SupportsGet = true), Display(Name = "天数")]
    public string? Days { get; set; }

    public int DaysBack => Days == "30" ? Month : Fortnight;

    public ReportScope Scope { get; private set; } = null!;

    public IReadOnlyList<ChartPanel> Panels { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Scope = new(clock.Today.AddDays(1 - DaysBack), clock.Today, clock.Now) { OfficeCode = currentUser.OfficeCode };
        var figures = await ChartFigures.OfAsync(db, Scope, cancellationToken);
        Panels =
        [
            new("每天发放", "交到本人或代领人手中的卡，补打的也算。", ["日期", "发放（张）"], [.. figures.Issued.Select(each => Row(each.Day, each.Cards))]),
            new("等待时间", "当天作出决定的申报表，从递交到决定等了几小时。实心柱是中间值（一半的人等得比它短），空心柱是最久的。", ["日期", "中间值（小时）", "最久（小时）"],
                [.. figures.Waits.Select(each => Row(each.Day, each.Median, each.Longest))]),
            new("不予办理的依据", "一份可以依据几条，各条之和可以大于份数。", ["依据", "不予办理（份）"],
                [.. figures.Refusals.Select(each => ($"{each.Mark} {each.Topic}", each.Mark, (IReadOnlyList<decimal?>)[each.Refusals]))]),
            new($"今后 {figures.RunningOut.Count} 天到期", "按有效期的最后一天。要续办的，到期前三天就可以来。", ["最后一天", "到期（张）"], [.. figures.RunningOut.Select(each => Row(each.Day, each.Cards))]),
        ];
        // In an office that issues no cards, some panels have no rows.
        Panels = [.. Panels.Where(panel => panel.Rows.Count > 0)];
    }

    private static (string Word, string Short, IReadOnlyList<decimal?> Values) Row(DateOnly day, params decimal?[] values) =>
        (day.ChineseShort(), $"{day.Month}-{day.Day}", values);
}
