namespace HealthCode.Web.Data.Mappings;

/// <summary>A kind of rows that are destroyed after the end of the epidemic, as declared in its mapping.</summary>
/// <param name="Code">Its step in the record of destruction, at most 20 letters; stored.</param>
/// <param name="Kind">As the office calls it; stored.</param>
/// <param name="Unit">张, 份, 人; stored.</param>
/// <param name="Order">Lower is destroyed earlier.</param>
/// <param name="Where">Which rows, {0} being the office; null for all.</param>
public sealed record PurgedTable(string Code, string Kind, string Unit, int Order, string? Where)
{
    /// <summary>Only when the last office of the server has come to its end: the rows are nobody's in particular.</summary>
    public bool OnlyForLastOffice { get; init; }
}
