using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;

namespace HealthCode.Web.Printing.Cards;

/// <summary>屏幕上的卡 — both sides of the A6 card as pictures, drawn by the code that draws the print.</summary>
/// <remarks>The QR code holds only the number: a signed code on a screen could be photographed and shown as a card.</remarks>
public static class CardPicture
{
    /// <summary>The front, as PNG.</summary>
    /// <param name="pass">The card.</param>
    /// <param name="office">The issuing office.</param>
    /// <param name="words">What it says of its holder.</param>
    public static byte[] Front(HealthPass pass, Office office, CardWords words) => Draw((design, side) =>
    {
        design.DrawFrontFrame(side, office, office.RulesOn(pass.Validity.FirstDay).Pass);
        CardSheet.A6.DrawSealPlace(side);
        design.DrawFront(side, pass, words);
    });

    /// <summary>The back, as PNG.</summary>
    public static byte[] Back(HealthPass pass, Office office) => Draw((design, side) =>
    {
        design.DrawBackFrame(side, office);
        design.DrawBack(side, pass, QrCode.Of(pass.Number));
    });

    private static byte[] Draw(Action<CardDesign, ICardCanvas> draw)
    {
        var design = CardSheet.A6.Design;
        using var side = new PictureCanvas(design.Width, design.Height);
        draw(design, side);
        return side.Png();
    }
}
