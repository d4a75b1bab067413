using HealthCode.Web.Registers;

namespace HealthCode.Web.Pages.Registers;

/// <summary>A slip of a heap.</summary>
public sealed class GridRow
{
    public RegisterCells Cells { get; set; } = [];
}
