using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Registers;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Registers;

/// <summary>成批录入 — a heap of slips keyed back; each row is saved by itself, and a wrong one does not stop the others.</summary>
public sealed class GridModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, RegisterCommands registers) : RegisterPageModel(db, currentUser, clock)
{
    private const int ShownRows = 15;

    [BindProperty]
    public GridInput Input { get; set; } = new();

    public IReadOnlyList<Facility> Facilities { get; private set; } = [];

    /// <summary>What is typed on a row; the day and the facility stand at the head.</summary>
    public IReadOnlyList<RegisterItem> Columns => [.. Form.Items.Where(item => item.Field != RegisterField.On)];

    protected override Func<Field, string> PathOf => GridInput.PathOf;

    public void OnGet(long? facility, DateOnly? day) => (Input.FacilityId, Input.Day) = (facility, (day ?? Today).Typed());

    public async Task<IActionResult> OnPostAsync()
    {
        var saved = 0;
        foreach (var (place, row) in Input.Rows.Index().Where(each => !each.Item.Cells.AreEmpty).ToList())
        {
            var faults = await registers.TryKeyAsync(Office, Form, Input.CellsOf(row), Input.FacilityId);
            if (faults.Count == 0)
            {
                saved++;
                // Keyed and done: the row is free for the next slip.
                Clear(place);
            }

            foreach (var fault in faults)
            {
                Show(fault, place);
            }
        }

        if (ModelState.IsValid)
        {
            StatusMessage = saved == 0 ? "没有填写，没有记下。" : $"记下 {saved} 条。";
            return RedirectToPage(new { Desk, facility = Input.FacilityId, day = TypedDate.TryParse(Input.Day, Today, out var day, out _) ? day?.Typed() : null });
        }

        return Page();
    }

    /// <summary>One row, sent by the script as soon as it is left.</summary>
    public async Task<IActionResult> OnPostRowAsync() => Input.Rows.FirstOrDefault(row => !row.Cells.AreEmpty) is { } row
        ? new JsonResult(new { sentences = (await registers.TryKeyAsync(Office, Form, Input.CellsOf(row), Input.FacilityId)).Select(fault => fault.Sentence).Distinct() }) : BadRequest();

    protected override async Task ShowAsync()
    {
        Facilities = await FacilitiesAsync();
        Input.Rows = [.. Enumerable.Range(0, ShownRows).Select(place => Input.Rows.ElementAtOrDefault(place) ?? new())];
    }

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
        var key = fault.Field is null ? $"Input.Rows[{place}]" : "Input." + PathOf(fault.Field with { Number = place + 1 });
        if (ModelState[key]?.Errors.Any(error => error.ErrorMessage == fault.Sentence) != true)
        {
            ModelState.AddModelError(key, fault.Sentence);
        }
    }
}
