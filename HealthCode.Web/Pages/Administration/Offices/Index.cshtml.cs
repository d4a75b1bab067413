using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Offices;

/// <summary>村居 — lists the offices on this server and adds another one.</summary>
public sealed class IndexModel(OfficeDb db, DivisionList divisions, EstablishOffice establish) : OfficePageModel
{
    [BindProperty]
    public OfficeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string[] Unit { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public IReadOnlyList<Office> Known { get; private set; } = [];

    public DivisionCascade? Cascade { get; private set; }

    public string Place { get; private set; } = "";

    public async Task OnGetAsync() => Input = await establish.ProposeAsync(Code) ?? Input;

    public Task<IActionResult> OnPostAsync() => SaveAsync(async () =>
    {
        var office = await db.InOneTransactionAsync(() => establish.AddAsync(Input));
        StatusMessage = $"已设立{office.OfficialName}。下一步：为它添加用户。";
        return RedirectToPage("Index", new { code = "" });
    });

    protected override async Task ShowAsync()
    {
        Known = await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync();
        Place = await establish.PlaceAsync(Input.Code);
        Cascade = Place.Length == 0 ? await DivisionCascade.FollowAsync(divisions, Unit) : null;
    }
}
