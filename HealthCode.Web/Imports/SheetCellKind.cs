namespace HealthCode.Web.Imports;

/// <summary>As what a spreadsheet keeps a cell.</summary>
internal enum SheetCellKind
{
    Text,
    Number,
    Moment,
    Formula,
    Error,
}
