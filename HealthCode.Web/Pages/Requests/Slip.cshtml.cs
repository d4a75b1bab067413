using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Requests;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Requests;

/// <summary>查阅、纠错答复单 as PDF; for a granted 查阅 with all data stored about the resident.</summary>
public sealed class SlipModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await db.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id) is not { Outcome: { } outcome } found)
        {
            return NotFound();
        }

        var shows = found is { Kind: RequestKind.Access, DeclarationId: not null } && outcome == RequestOutcome.Granted;
        var person = shows ? await db.Declarations.Where(declaration => declaration.Id == found.DeclarationId).Select(declaration => declaration.PersonKey).SingleOrDefaultAsync() : null;
        List<Declaration> declarations = person is null ? [] : await db.Declarations.AsNoTracking().Include(declaration => declaration.Versions).Include(declaration => declaration.Decisions)
            .Where(declaration => declaration.PersonKey == person).OrderBy(declaration => declaration.Id).AsSplitQuery().ToListAsync();
        List<HealthPass> passes = person is null ? [] : await db.Passes.AsNoTracking().Where(pass => pass.PersonKey == person).OrderBy(pass => pass.Id).ToListAsync();
        var resident = person is null ? null : await db.Residents.AsNoTracking().FirstOrDefaultAsync(resident => resident.PersonKey == person);
        if (declarations.Find(declaration => declaration.Id == found.DeclarationId)?.Content.Person is { } applicant)
        {
            // Two people may share an ID number that was saved despite an error; the slip shows only the applicant's own data.
            declarations.RemoveAll(declaration => !declaration.Content.Person.HasPapersOf(applicant));
            passes.RemoveAll(pass => !pass.Holder.HasPapersOf(applicant));
            resident = resident?.Person.HasPapersOf(applicant) == true ? resident : null;
        }

        db.Audit("打印答复单", $"{found.Kind.ChineseName()}申请 {id}", shows ? $"申报 {declarations.Count} 份，通行卡 {passes.Count} 张" : "");
        await db.SaveChangesAsync();
        return File(RequestSlip.Draw(found, await db.OfficeAtAsync(currentUser), declarations, passes, resident, clock.Today), "application/pdf");
    }
}
