namespace HealthCode.Web.Printing;

/// <summary>卡面 — target for drawing a side of a card: a PDF page, or a picture of it for the screen. Positions in millimetres, font sizes in points.</summary>
public interface ICardCanvas : ICanvas
{
    /// <summary>Draws the hairline under a field.</summary>
    void Hairline(double from, double to, double y);

    /// <summary>Draws the place for a round seal: a dashed grey circle.</summary>
    void SealPlace(double x, double y, double diameter);

    /// <summary>Draws a grey line of text, centred, with its baseline at y.</summary>
    void Hint(string text, double centre, double y, double size);
}
