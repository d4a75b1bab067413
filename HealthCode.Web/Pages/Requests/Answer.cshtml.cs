using HealthCode.Domain.Declarations;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>答复 — the reviewer grants it or says why not; what was wrong has been corrected before.</summary>
public sealed class AnswerModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ResidentRequest Asked { get; private set; } = null!;

    public static IReadOnlyList<Choice> Outcomes { get; } = Choice.Of<RequestOutcome>(outcome => outcome.ChineseName());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.TryParse(RouteData.Values["id"] as string, out var number) ? number : 0;
        if (await db.Requests.SingleOrDefaultAsync(request => request.Id == id) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Asked = found;
        await next();
    }

    public async Task OnGetAsync()
    {
        if (Asked.Kind == RequestKind.Correction)
        {
            Input.CorrectedIn = await db.Declarations.Where(declaration => declaration.Id == Asked.DeclarationId).Select(declaration => declaration.Number).SingleOrDefaultAsync();
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await db.InOneTransaction(SettleAsync);
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return Page();
        }

        StatusMessage = "已答复。下一步：打印答复单，交给本人。";
        return RedirectToPage("Details", new { id = Asked.Id });
    }

    private async Task SettleAsync()
    {
        var answer = LineAttribute.Clean(Input.Answer);
        if (Input.Outcome == RequestOutcome.Granted)
        {
            Asked.Grant(answer, await CorrectedAsync(), currentUser.Staff!, clock.Today);
        }
        else
        {
            Asked.Decline(answer, currentUser.Staff!, clock.Today);
        }
    }

    private async Task<Declaration?> CorrectedAsync()
    {
        var number = LineAttribute.Clean(Input.CorrectedIn);
        return Asked.Kind == RequestKind.Correction
            ? await db.Declarations.AsNoTracking().Include(declaration => declaration.Versions).SingleOrDefaultAsync(declaration => declaration.Number == number)
            : null;
    }
}
