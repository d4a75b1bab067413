using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Tips;

/// <summary>辖区表的一行 — who goes to a part of the place; from when until when.</summary>
public sealed class AreaModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long? Id { get; set; }

    [BindProperty]
    public TipAreaInput Input { get; set; } = new();

    /// <summary>The line to change; null for a new one.</summary>
    public TipArea? Known { get; private set; }

    public static IReadOnlyList<Choice> RoleChoices { get; } = Choice.Of<TipAreaRole>(role => role.ChineseName());

    public void OnGet() => Input = Known is { } area
        ? new() { Name = area.Name, OtherNames = string.Join('、', area.OtherNames), Role = area.Role, Worker = area.Worker.Value, Phone = area.Phone?.Value, Since = area.Since, LeftOn = Today }
        : new() { Since = Today };

    public Task<IActionResult> OnPostAsync()
    {
        FieldFaults<string> faults = [];
        var fields = new FieldParser<string>(faults, Today);
        var details = new TipAreaDetails(
            LineAttribute.Clean(Input.Name),
            [.. LineAttribute.Clean(Input.OtherNames).Split(['、', '，', ',', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
            Input.Role, fields.Name(nameof(Input.Worker), Input.Worker), fields.Phone(nameof(Input.Phone), Input.Phone), Input.Since);
        ModelState.Add(faults.Select(fault => (fault.Field ?? "", fault.Sentence)));
        return ChangeAsync(
            async () =>
            {
                var others = await Db.TipAreasAsync(Office.Code);
                if (Known is { } area)
                {
                    area.Change(details, others, Today);
                }
                else
                {
                    Db.TipAreas.Add(TipArea.Enter(Office, details, others, Today));
                }
            },
            () => "辖区表已保存。", () => RedirectToPage("Areas", new { id = "" }));
    }

    public Task<IActionResult> OnPostLeaveAsync()
    {
        if (Known is null)
        {
            return Task.FromResult<IActionResult>(NotFound());
        }

        if (Input.LeftOn is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.LeftOn", "请填写哪天离开的。");
        }

        return ChangeAsync(
            () =>
            {
                Known.Leave(Input.LeftOn!.Value, Today);
                return Task.CompletedTask;
            },
            () => $"已记下 {Known.Worker.Value} 离开。接替他的人请另登记一行。", () => RedirectToPage("Areas", new { id = "" }), "Input." + nameof(Input.LeftOn));
    }

    protected override async Task<bool> FindAsync()
    {
        Known = Id is { } id ? await Db.TipAreas.SingleOrDefaultAsync(area => area.Id == id && area.OfficeCode == Office.Code) : null;
        return Id is null || Known is not null;
    }
}
