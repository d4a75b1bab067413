namespace HealthCode.Web.Printing;

/// <summary>画布 — what a sticker is drawn on: a page of a PDF, or the dots of a thermal head. Places in millimetres, sizes of type in points.</summary>
public interface ICanvas
{
    /// <summary>One line with its baseline at y.</summary>
    void Line(string text, double x, double y, double size, bool strong = false);

    /// <summary>A QR code in a square, its quiet zone included.</summary>
    void Code(QrCode code, double x, double y, double side);
}
