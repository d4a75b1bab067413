namespace HealthCode.Web.Pages.Registers;

/// <summary>A drug of a slip as typed.</summary>
public sealed class DrugRow
{
    public string? Name { get; set; }

    public string? Quantity { get; set; }

    /// <summary>Nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Quantity);
}
