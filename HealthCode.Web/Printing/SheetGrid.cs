namespace HealthCode.Web.Printing;

/// <summary>格 — positions on a sheet in mm, row by row from the upper left.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Origin">Upper left corner of the first position.</param>
/// <param name="Pitch">Distance between positions.</param>
public sealed record SheetGrid(int Columns, int Rows, (double X, double Y) Origin, (double X, double Y) Pitch)
{
    /// <summary>Positions per sheet.</summary>
    public int Count => Columns * Rows;

    /// <summary>Upper left corner of a position, counted from 0.</summary>
    public (double X, double Y) At(int place) => (Origin.X + (place % Columns * Pitch.X), Origin.Y + (place / Columns * Pitch.Y));

    /// <summary>The matching position on the back when the sheet is turned along its long edge: columns are mirrored.</summary>
    public int Mirrored(int place) => (place / Columns * Columns) + (Columns - 1 - (place % Columns));
}
