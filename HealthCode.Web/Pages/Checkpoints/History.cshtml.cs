using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Passes;
using HealthCode.Web.Checkpoints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>近 14 天的关口记录 of a card: places and times, no name.</summary>
public sealed class HistoryModel(CardVerification gate) : PageModel
{
    public PassNumber Number { get; private set; }

    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number)
    {
        if (!PassNumber.TryParse(number, out var parsed))
        {
            return NotFound();
        }

        (Number, Passages) = (parsed, await gate.HistoryAsync(parsed));
        return Page();
    }
}
