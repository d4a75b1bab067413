using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Help;

/// <summary>操作手册 as PDF, with the name of the office on its cover for who has signed in.</summary>
public sealed class HandbookModel(CurrentUser currentUser, OfficeHeader header, OfficeClock clock, IWebHostEnvironment environment) : PageModel
{
    // Typesetting takes a second or two, and anybody may ask for it: the last one is kept for who asks for the same.
    private static (string Office, DateOnly Day, byte[] Pdf)? _last;

    public async Task<IActionResult> OnGetAsync()
    {
        var (office, day) = (currentUser.Staff is null ? "" : await header.OfficeAsync(), clock.Today);
        if (_last is not { } last || last.Office != office || last.Day != day)
        {
            _last = last = (office, day, Web.Printing.Manuals.Handbook.Draw(
                [.. Manual.Chapters.Select(chapter => new Web.Printing.Manuals.HandbookChapter($"/Help/{chapter.Name}", chapter.Title, chapter.Document))],
                address => ManualPicture.Read(environment.WebRootFileProvider, address), office, day));
        }

        return File(last.Pdf, "application/pdf");
    }
}
