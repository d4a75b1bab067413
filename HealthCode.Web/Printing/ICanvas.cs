namespace HealthCode.Web.Printing;

/// <summary>画布 — target for drawing a sticker: a PDF page or a thermal bitmap. Positions in millimetres, font sizes in points.</summary>
public interface ICanvas
{
    /// <summary>Draws a line of text with its baseline at y.</summary>
    void Line(string text, double x, double y, double size, bool strong = false);

    /// <summary>Draws a QR code, including its quiet zone, into a square.</summary>
    void Code(QrCode code, double x, double y, double side);
}
