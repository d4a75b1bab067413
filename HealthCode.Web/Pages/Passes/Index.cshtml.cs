using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>通行卡 — lists of cards to print, stamp and hand over, and of cards that end soon.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock) : PageModel
{
    private const int Most = 200;

    /// <summary>Key of one of <see cref="Lists"/>; by default the cards that are not handed over yet.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? List { get; set; }

    public static IReadOnlyList<(string Key, string Title)> Lists { get; } =
    [
        ("todo", "待办"), ("print", "待打印"), ("stamp", "待盖章"), ("hand", "待发放"), ("ending", "3 天内到期"), ("live", "有效"), ("ended", "已失效"), (CardsToReplace.ListKey, "密钥失窃须换"),
    ];

    public IReadOnlyList<(HealthPass Pass, PassDisplayState DisplayState)> Passes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = clock.Today;
        var soon = today.AddDays(PassDisplayState.EndingSoonDays);
        var passes = db.Passes.AsNoTracking();
        List<long> replaced = List == CardsToReplace.ListKey ? [.. (await db.CardsToReplaceAsync(db.Passes, today)).Select(card => card.Pass.Id)] : [];
        passes = List switch
        {
            // CardsToReplaceAsync ignores the query filters; this query applies them again.
            CardsToReplace.ListKey => passes.Where(pass => replaced.Contains(pass.Id)),
            "print" => passes.Where(pass => pass.State == PassState.AwaitingPrint && pass.Validity.LastDay >= today),
            "stamp" => passes.Where(pass => pass.State == PassState.Printed && pass.Validity.LastDay >= today),
            "hand" => passes.Where(pass => pass.State == PassState.Stamped && pass.Validity.LastDay >= today),
            "ending" => passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay >= today && pass.Validity.LastDay <= soon),
            "live" => passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay >= today),
            "ended" => passes.Where(pass => pass.State > PassState.HandedOver || pass.Validity.LastDay < today),
            _ => passes.Where(pass => pass.State < PassState.HandedOver && pass.Validity.LastDay >= today),
        };
        var offices = await db.Offices.AsNoTracking().ToDictionaryAsync(office => office.Code);
        var rows = await (List == "ending" ? passes.OrderBy(pass => pass.Validity.LastDay) : passes.OrderByDescending(pass => pass.Id)).Take(Most).ToListAsync();
        Passes = [.. rows.Select(pass => (pass, PassDisplayState.Of(pass, offices[pass.OfficeCode], today)))];
    }
}
