using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;

namespace HealthCode.Web.Printing;

/// <summary>打印品的样式 — draws cards or stickers, sheet by sheet, into a PDF.</summary>
public interface ISheetDesign
{
    /// <summary>Description for the user's choice.</summary>
    PrintProduct Product { get; }

    /// <summary>Size of the sheet.</summary>
    Paper Paper { get; }

    /// <summary>Draws the sheets.</summary>
    /// <param name="sheets">Passes of each sheet by place; null leaves a place empty.</param>
    /// <param name="job">Office, seal and printer calibration.</param>
    /// <param name="to">Target stream for the PDF; not closed.</param>
    void Draw(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets, SheetJob job, Stream to);
}
