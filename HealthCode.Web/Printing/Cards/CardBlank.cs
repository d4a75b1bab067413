namespace HealthCode.Web.Printing.Cards;

/// <summary>空格 — a field on a card: its printed label, and the space for the value above a hairline. In millimetres, font sizes in points.</summary>
/// <param name="Label">Printed label.</param>
/// <param name="LabelSize">In pt.</param>
/// <param name="Left">Left edge of the label, mm.</param>
/// <param name="Right">Right end of the hairline, mm.</param>
/// <param name="Bottom">Vertical position of the hairline, mm.</param>
/// <param name="Height">Space above the hairline, mm.</param>
/// <param name="Largest">Font size for a short value, pt.</param>
/// <param name="SmallestOnOneLine">Below this size the value is wrapped, pt.</param>
/// <param name="Smallest">Minimum size, pt.</param>
/// <param name="Strong">Whether the value is bold.</param>
public sealed record CardBlank(
    string Label, double LabelSize, double Left, double Right, double Bottom, double Height, double Largest, double SmallestOnOneLine, double Smallest = 6, bool Strong = false)
{
    /// <summary>Left edge of the value, mm.</summary>
    public double ValueLeft { get; } = Left + Paper.Millimetres(Typography.Width(Label, LabelSize)) + 2;
}
