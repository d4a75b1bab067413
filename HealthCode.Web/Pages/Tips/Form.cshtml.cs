using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Tips;

/// <summary>空白登记表 as PDF, to write a tip on at the desk.</summary>
public sealed class FormModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    public Task<IActionResult> OnGetAsync() => PrintAsync("打印线索登记表", "空白表", TipForm.Draw(Terms, Office));
}
