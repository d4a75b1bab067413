namespace HealthCode.Web.Printing;

/// <summary>纸张 — a paper size by name, in millimetres.</summary>
/// <param name="Name">Name as printers call it.</param>
/// <param name="Width">In mm.</param>
/// <param name="Height">In mm.</param>
public sealed record Paper(string Name, double Width, double Height)
{
    public static Paper A3 { get; } = new("A3", 297, 420);

    public static Paper A4 { get; } = new("A4", 210, 297);

    public static Paper A4Landscape { get; } = new("A4 横向", 297, 210);

    public static Paper A5 { get; } = new("A5", 148, 210);

    public static Paper A6 { get; } = new("A6", 105, 148);

    /// <summary>热敏标签卷: each label is a page.</summary>
    public static Paper Roll60 { get; } = new("60 × 40 标签", 60, 40);

    public static Paper Roll50 { get; } = new("50 × 30 标签", 50, 30);

    /// <summary>Converts millimetres to PDF points.</summary>
    public static double Points(double millimetres) => millimetres * 72 / 25.4;

    /// <summary>Converts PDF points to millimetres.</summary>
    public static double Millimetres(double points) => points * 25.4 / 72;
}
