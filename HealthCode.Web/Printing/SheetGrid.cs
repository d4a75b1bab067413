namespace HealthCode.Web.Printing;

/// <summary>格 — the places of a sheet, row by row from the upper left, mm.</summary>
/// <param name="Columns">Side by side.</param>
/// <param name="Rows">One below the other.</param>
/// <param name="Origin">Upper left of the first place.</param>
/// <param name="Pitch">From one place to the next.</param>
public sealed record SheetGrid(int Columns, int Rows, (double X, double Y) Origin, (double X, double Y) Pitch)
{
    /// <summary>Places on a sheet.</summary>
    public int Count => Columns * Rows;

    /// <summary>Upper left of the n-th place, from 0.</summary>
    public (double X, double Y) At(int place) => (Origin.X + (place % Columns * Pitch.X), Origin.Y + (place / Columns * Pitch.Y));

    /// <summary>Where the n-th place lies on the back of a sheet turned over its long edge: left and right have changed places.</summary>
    public int Mirrored(int place) => (place / Columns * Columns) + (Columns - 1 - (place % Columns));
}
