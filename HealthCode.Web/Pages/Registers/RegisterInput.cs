using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Registers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthCode.Web.Pages.Registers;

/// <summary>A slip as typed.</summary>
public sealed class RegisterInput
{
    private const int LeastDrugs = 3;

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<IdentityDocumentKind>().Where(kind => kind != IdentityDocumentKind.None).Select(kind => new SelectListItem(kind.ChineseName(), kind.ToString()))];

    /// <summary>The items by field.</summary>
    public RegisterCells Cells { get; set; } = [];

    /// <summary>药品和数量.</summary>
    public List<DrugRow> Drugs { get; set; } = [];

    [Display(Name = "哪一家")]
    public long? FacilityId { get; set; }

    /// <summary>第几版 that was on the screen.</summary>
    public int Version { get; set; }

    [Display(Name = "为什么改"), Line(RegisterContent.LongestLine)]
    public string? Reason { get; set; }

    /// <summary>The input of a field.</summary>
    public static string PathOf(Field field) => field.Name switch
    {
        RegisterField.Facility => nameof(FacilityId),
        RegisterField.Reason => nameof(Reason),
        _ => $"{nameof(Cells)}[{field.Name}]",
    };

    /// <summary>An entry to be corrected.</summary>
    public static RegisterInput Of(RegisterEntry entry, RulePack pack) => new()
    {
        Cells = entry.CellsOf(pack),
        Drugs = entry.Content is MedicinePurchase purchase ? [.. purchase.Drugs.Select(drug => new DrugRow { Name = drug.Name, Quantity = $"{drug.Quantity}" })] : [],
        FacilityId = entry.FacilityId,
        Version = entry.Version,
    };

    /// <summary>All that was typed, the rows of drugs as one item.</summary>
    public RegisterCells ToCells()
    {
        var cells = new RegisterCells(Cells);
        if (Drugs.Any(row => !row.IsEmpty))
        {
            cells[RegisterField.Drugs] = string.Join('\n', Drugs.Where(row => !row.IsEmpty).Select(row => $"{row.Name} {row.Quantity}"));
        }

        return cells;
    }

    /// <summary>Leaves an empty row below the last drug.</summary>
    public void ShowRows()
    {
        Drugs.RemoveAll(row => row.IsEmpty);
        Drugs.AddRange(Enumerable.Range(0, Math.Max(LeastDrugs - Drugs.Count, Drugs.Count < MedicinePurchase.MostDrugs ? 1 : 0)).Select(_ => new DrugRow()));
    }
}
