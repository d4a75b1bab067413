using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Manuals;
using Markdig.Syntax;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Help;

/// <summary>快速上手 as PDF: the five steps of the first chapter, with the telephone of the office for who has signed in.</summary>
public sealed class QuickStartModel(OfficeDb db, CurrentUser currentUser, IWebHostEnvironment environment) : PageModel
{
    /// <summary>The list of the five steps: the first of the first chapter.</summary>
    public static ListBlock Steps => Manual.Chapters[0].Document.Descendants<ListBlock>().First(list => list.IsOrdered);

    public async Task<IActionResult> OnGetAsync()
    {
        var code = currentUser.Staff is null ? null : currentUser.OfficeCode;
        var office = code is null ? null : await db.Offices.AsNoTracking().SingleOrDefaultAsync(each => each.Code == code);
        return File(QuickStartSheet.Draw(Steps, ManualPicture.Read(environment.WebRootFileProvider, "/help/card.png"), office), "application/pdf");
    }
}
