using HealthCode.Web.Data;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Offices;

/// <summary>区划 — shows the provinces in the division list and imports another one.</summary>
public sealed class DivisionsModel(OfficeDb db, DivisionList divisions) : OfficePageModel
{
    public IReadOnlyList<(string Name, int Units)> Provinces { get; private set; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? csv)
    {
        if (csv is null)
        {
            Faults = ["请先选择文件。"];
        }
        else
        {
            await using var content = csv.OpenReadStream();
            (var units, Faults) = await divisions.ImportAsync(content, csv.FileName);
            if (Faults.Count == 0)
            {
                StatusMessage = $"已导入 {units} 个单位。";
                return RedirectToPage();
            }
        }

        return Page();
    }

    protected override async Task ShowAsync()
    {
        var counts = await db.Divisions.GroupBy(unit => unit.Code.Substring(0, 2)).Select(group => new { Province = group.Key, Units = group.Count() }).ToListAsync();
        var names = await db.Divisions.Where(unit => unit.Level == 1).ToDictionaryAsync(unit => unit.Code.Substring(0, 2), unit => unit.Name);
        Provinces = [.. counts.Select(count => (names.GetValueOrDefault(count.Province, count.Province), count.Units))];
    }
}
