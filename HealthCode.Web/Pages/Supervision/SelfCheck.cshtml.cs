using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一张自查表, with a form for what has been put right.</summary>
public sealed class SelfCheckModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public RemedyInput Input { get; set; } = new();

    public SelfCheck Check { get; private set; } = null!;

    /// <summary>Problems to be put right.</summary>
    public IReadOnlyList<Choice> Left => [.. Check.Left.Select(answer => new Choice(answer.Code, answer.Question))];

    public void OnGet() => (Input.DoneOn, Input.Code) = (Today, Check.Left is [var only] ? only.Code : null);

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Check.PutRight(Input.Code ?? "", Input.DoneOn!.Value, LineAttribute.Clean(Input.How), Staff, Now), "整改已记下。", RedirectToPage(new { Id }), "Input.Code");

    protected override bool IsKnown => Terms.SelfCheck.Count > 0;

    protected override async Task<bool> FindAsync()
    {
        if (await Db.SelfChecks.SingleOrDefaultAsync(check => check.Id == Id) is not { } check)
        {
            return false;
        }

        Check = check;
        return true;
    }
}
