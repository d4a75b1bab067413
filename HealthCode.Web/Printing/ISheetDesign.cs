using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;

namespace HealthCode.Web.Printing;

/// <summary>打印品的样式 — draws many cards or stickers, sheet by sheet, into one PDF.</summary>
public interface ISheetDesign
{
    /// <summary>What the office chooses by.</summary>
    PrintProduct Product { get; }

    /// <summary>On what.</summary>
    Paper Paper { get; }

    /// <summary>Draws the sheets.</summary>
    /// <param name="sheets">For each sheet its places; null leaves one empty.</param>
    /// <param name="job">For whom, with which seal, on which printer.</param>
    /// <param name="to">Takes the PDF; stays open.</param>
    void Draw(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets, SheetJob job, Stream to);
}
