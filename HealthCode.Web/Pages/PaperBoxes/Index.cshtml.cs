using HealthCode.Domain.Archives;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.PaperBoxes;

/// <summary>纸质材料 — the boxes of stored paper forms, until they are destroyed.</summary>
public sealed class IndexModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [BindProperty]
    public BoxInput Input { get; set; } = new();

    public IReadOnlyList<PaperBox> Boxes { get; private set; } = [];

    public DateOnly? KeepsUntil { get; private set; }

    public DateOnly Today => clock.Today;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(async () =>
    {
        var box = await db.InOneTransactionAsync(EnterAsync);
        StatusMessage = $"已登记箱子 {box.Number}。下一步：打印箱签，贴在箱子上。";
        return RedirectToPage();
    });

    protected override async Task ShowAsync()
    {
        Boxes = await db.PaperBoxes.AsNoTracking().OrderBy(box => box.DestroyedOn != null).ThenBy(box => box.Id).ToListAsync();
        KeepsUntil = (await db.OfficeAtAsync(currentUser)).KeepsPapersUntil;
    }

    private async Task<PaperBox> EnterAsync()
    {
        var number = LineAttribute.Clean(Input.Number);
        if (await db.PaperBoxes.AnyAsync(box => box.Number == number))
        {
            throw new RuleBrokenException([PaperBoxRules.NumberIsNew.Broken(field: PaperBoxField.Number)]);
        }

        return db.PaperBoxes.Add(PaperBox.Enter(
            await db.OfficeAtAsync(currentUser), number, LineAttribute.Clean(Input.Content), Input.Copies!.Value, LineAttribute.Clean(Input.Place),
            Input.FirstDay!.Value, Input.LastDay!.Value, currentUser.Staff!, clock.Now, clock.Today)).Entity;
    }
}
