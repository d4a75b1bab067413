using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Help;

/// <summary>手册的一章.</summary>
public sealed class ChapterModel : PageModel
{
    public ManualChapter Chapter { get; private set; } = null!;

    public ManualChapter? Before { get; private set; }

    public ManualChapter? After { get; private set; }

    public IActionResult OnGet(string name)
    {
        if (Manual.Find(name) is not { } chapter)
        {
            return NotFound();
        }

        Chapter = chapter;
        Before = Manual.Chapters.TakeWhile(each => each != chapter).LastOrDefault();
        After = Manual.Chapters.SkipWhile(each => each != chapter).Skip(1).FirstOrDefault();
        return Page();
    }
}
