using HealthCode.Domain.Declarations;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>答复 — a reviewer grants or declines a request; a wrong declaration has to be corrected before.</summary>
public sealed class AnswerModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public ResidentRequest Asked { get; private set; } = null!;

    public static IReadOnlyList<Choice> Outcomes { get; } = Choice.Of<RequestOutcome>(outcome => outcome.ChineseName());

    public async Task OnGetAsync()
    {
        if (Asked.Kind == RequestKind.Correction)
        {
            Input.CorrectedIn = await db.Declarations.Where(declaration => declaration.Id == Asked.DeclarationId).Select(declaration => declaration.Number).SingleOrDefaultAsync();
        }
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(() => db.InOneTransactionAsync(SettleAsync), "已答复。下一步：打印答复单，交给本人。", RedirectToPage("Details", new { Id }));

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.Requests.SingleOrDefaultAsync(request => request.Id == Id) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        return null;
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
