namespace HealthCode.Web.Spreadsheets;

/// <summary>Style of a cell; the values are the indexes of the cell formats in <see cref="SheetStyles"/>.</summary>
internal enum CellStyle
{
    Plain = 0,
    Title = 1,
    Note = 2,
    Header = 3,
    Text = 4,
    Whole = 5,
    Tenths = 6,
    Day = 7,
    Moment = 8,
    TotalText = 9,
    TotalWhole = 10,
    RequiredHeader = 11,
    Wrong = 12,
    Ordinal = 13,
    LargeHeader = 14,
    LargeText = 15,
    LargeWhole = 16,
    LargeDay = 17,
    LargeOrdinal = 18,
}
