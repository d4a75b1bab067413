using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Venues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>录入入场名单 — a venue's list keyed back; each row is saved by itself, and a wrong one does not stop the others.</summary>
public sealed class EntriesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, EntryKeying keying, AccessLog accessLog) : VenuePageModel(db, currentUser, clock)
{
    private static readonly ListOrder<VenueEntry> Order = new ListOrder<VenueEntry>(rows => rows.OrderBy(entry => entry.At).ThenBy(entry => entry.Id), rows => rows.ThenBy(entry => entry.Id))
        .By("at", entry => entry.At).By("keyed", entry => entry.Id);

    private static readonly EntryField[] OfHead = [EntryField.ListNumber, EntryField.Day, EntryField.Staff];

    [BindProperty]
    public EntriesInput Input { get; set; } = new();

    /// <summary>What is keyed already of the day shown, by time.</summary>
    public Listing<VenueEntry> Keyed { get; private set; } = Listing.None<VenueEntry>();

    /// <summary>The day shown.</summary>
    public DateOnly Day { get; private set; }

    protected override bool IsOffered => Terms.Entries is not null;

    protected override Func<Field, string> PathOf => EntriesInput.PathOf;

    public async Task OnGetAsync(DateOnly? day)
    {
        Input.Day = (day ?? Today).Typed();
        await accessLog.OpenedAsync(Venue, "入场登记");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var saved = 0;
        foreach (var (place, row) in Input.Rows.Index().Where(each => !each.Item.IsEmpty).ToList())
        {
            var faults = await keying.SaveAsync(Office, Venue.Id, Input.Head, row);
            if (faults.Count == 0)
            {
                saved++;
                // Keyed and done: the row is free for the next line.
                Clear(place);
            }

            foreach (var fault in faults)
            {
                Show(fault, place);
            }
        }

        if (ModelState.IsValid)
        {
            StatusMessage = saved == 0 ? "没有填写，没有记下。" : $"记下 {saved} 行。";
            return RedirectToPage(new { Id, day = DayTyped?.Typed() });
        }

        return Page();
    }

    /// <summary>One row, sent by the script as soon as it is left.</summary>
    public async Task<IActionResult> OnPostRowAsync() => Input.Rows.FirstOrDefault(row => !row.IsEmpty) is { } row
        ? new JsonResult(new { sentences = (await keying.SaveAsync(Office, Venue.Id, Input.Head, row)).Select(fault => fault.Sentence).Distinct() }) : BadRequest();

    protected override async Task ShowAsync()
    {
        Day = DayTyped ?? Today;
        Keyed = await Listing.OfAsync(Db.VenueEntries.AsNoTracking().Where(entry => entry.VenueId == Venue.Id && entry.On == Day), Order, Request);
        Input.Rows = [.. Enumerable.Range(0, EntryListSheet.Rows).Select(place => Input.Rows.ElementAtOrDefault(place) ?? new())];
    }

    private DateOnly? DayTyped => TypedDate.TryParse(Input.Day, Today, out var day, out _) ? day : null;

    private void Clear(int place)
    {
        Input.Rows[place] = new();
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith($"Input.Rows[{place}].", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    /// <summary>What is wrong at the head is said once, what is wrong on a row beside the row.</summary>
    private void Show(FieldFault<Field> fault, int place)
    {
        var field = fault.Field is { Name: EntryField name } && !OfHead.Contains(name) ? fault.Field with { Number = place + 1 } : fault.Field;
        var key = field is null ? "" : "Input." + EntriesInput.PathOf(field);
        if (ModelState[key]?.Errors.Any(error => error.ErrorMessage == fault.Sentence) != true)
        {
            ModelState.AddModelError(key, fault.Sentence);
        }
    }
}
