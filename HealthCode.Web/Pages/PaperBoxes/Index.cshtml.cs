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
    private static readonly ListOrder<PaperBox> Order = new ListOrder<PaperBox>(rows => rows.OrderBy(box => box.DestroyedOn != null).ThenBy(box => box.Id), rows => rows.ThenBy(box => box.Id))
        .By("number", box => box.Number).By("copies", box => box.Copies).By("days", box => box.FirstDay).By("place", box => box.Place).By("state", box => box.DestroyedOn);

    [BindProperty]
    public BoxInput Input { get; set; } = new();

    public Listing<PaperBox> Boxes { get; private set; } = Listing.None<PaperBox>();

    /// <summary>Boxes that are not destroyed yet.</summary>
    public int Left { get; private set; }

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
        Boxes = await Listing.OfAsync(db.PaperBoxes.AsNoTracking(), Order, Request);
        Left = await db.PaperBoxes.CountAsync(box => box.DestroyedOn == null);
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
