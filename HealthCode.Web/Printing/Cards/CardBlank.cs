namespace HealthCode.Web.Printing.Cards;

/// <summary>空格 — a place on a card to be filled: its printed word, and the room behind it down to a hairline. Millimetres and points.</summary>
/// <param name="Label">The printed word.</param>
/// <param name="LabelSize">pt.</param>
/// <param name="Left">Left edge of the word, mm.</param>
/// <param name="Right">Right end of the hairline, mm.</param>
/// <param name="Bottom">The hairline, mm.</param>
/// <param name="Height">Room above the hairline, mm.</param>
/// <param name="Largest">Size of a short value, pt.</param>
/// <param name="SmallestOnOneLine">Below this it is broken into lines, pt.</param>
/// <param name="Smallest">The last resort, pt.</param>
/// <param name="Strong">Bold.</param>
public sealed record CardBlank(
    string Label, double LabelSize, double Left, double Right, double Bottom, double Height, double Largest, double SmallestOnOneLine, double Smallest = 6, bool Strong = false)
{
    /// <summary>Where the value begins, mm.</summary>
    public double ValueLeft { get; } = Left + Paper.Millimetres(Typography.Width(Label, LabelSize)) + 2;
}
