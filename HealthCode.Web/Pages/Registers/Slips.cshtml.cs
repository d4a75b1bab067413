using HealthCode.Domain.Registers;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Registers;

/// <summary>空白单子 — numbered slips for the desk, the shop or the hospital, keyed back by their numbers.</summary>
public sealed class SlipsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : RegisterPageModel(db, currentUser, clock)
{
    [BindProperty]
    public SlipsInput Input { get; set; } = new();

    public IReadOnlyList<Facility> Facilities { get; private set; } = [];

    public void OnGet(long? facility) => Input.FacilityId = facility;

    public Task<IActionResult> OnPostAsync() => SaveAsync(async () =>
    {
        var facility = (await FacilitiesAsync()).FirstOrDefault(each => each.Id == Input.FacilityId);
        var numbers = await Db.ChangeAsync(Office, async () =>
        {
            var taken = await Db.NextSlipNumbersAsync(Office, Desk, Input.Count ?? 1);
            Db.Audit("打印", Form.Name, $"空白单子 {taken[0]}—{taken[^1]} 号");
            await Db.SaveChangesAsync();
            return taken;
        });
        return File(RegisterSlip.Draw(Form, Pack, facility, numbers, Office), "application/pdf");
    });

    protected override async Task ShowAsync() => Facilities = await FacilitiesAsync();
}
