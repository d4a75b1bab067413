using HealthCode.Domain.Registers;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Slips;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Registers;

/// <summary>告知单 as PDF — what the family of a returnee should know, in place of a message to a telephone.</summary>
public sealed class NoticeModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : EntryPageModel(db, currentUser, clock)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (Entry is not { IsValid: true, Content: Returnee })
        {
            return NotFound();
        }

        Db.Audit("打印", $"{Desk.ChineseName()} {Entry.Number}", "告知单");
        await Db.SaveChangesAsync();
        return File(ReturneeNotice.Draw(Entry, Form, Pack, Office, Today), "application/pdf");
    }
}
