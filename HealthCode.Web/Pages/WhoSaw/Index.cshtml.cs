using HealthCode.Domain.People;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.WhoSaw;

/// <summary>谁看过我的信息 — the resident stands at the window and shows his paper; its number is typed and not kept.</summary>
[Authorize(Policies.Disclosure)]
public sealed class IndexModel(OfficeDb db, PaperTrail trail, TrailTicket tickets, OfficeClock clock) : PageModel
{
    [BindProperty]
    public WhoSawInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var reading = Input.Kind == IdentityPaperKind.None || !Enum.IsDefined(Input.Kind) ? null : IdentityPaper.Read(Input.Kind, Input.Number, null, false, clock.Today);
        if (reading?.Paper is not { } paper)
        {
            ModelState.AddModelError("Input.Number", reading is null ? "请选择证件类型。" : string.Join("；", reading.Faults.Select(fault => fault.Sentence)));
            return Page();
        }

        var papers = await trail.PapersOfAsync(paper);
        if (papers.IsEmpty)
        {
            ModelState.AddModelError("Input.Number", "本村（居）没有这个号码的申报、通行卡和名册，也就没有人看过。请核对号码。");
            return Page();
        }

        db.Note("告知本人谁看过", await trail.SubjectOfAsync(papers));
        await db.SaveChangesAsync();
        return RedirectToPage("History", new { of = tickets.Issue(papers) });
    }
}
