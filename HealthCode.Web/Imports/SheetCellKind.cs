namespace HealthCode.Web.Imports;

/// <summary>As what a spreadsheet keeps a cell.</summary>
internal enum SheetCellKind
{
    Text,
    Number,
    Moment,
    Formula,
    Error,

    /// <summary>In a .csv, which does not say: Excel may have opened and saved it.</summary>
    Untold,
}
