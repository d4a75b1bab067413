using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Cards;

/// <summary>A card in portrait format; its back shows last day, QR code, telephone and checking instructions from top to bottom.</summary>
public abstract class UprightCard : CardDesign
{
    /// <summary>Positions of the text on the back. In mm, sizes in pt.</summary>
    protected abstract CardBack Back { get; }

    public override void DrawBackFrame(ICardCanvas side, Office office)
    {
        var back = Back;
        Centred(side, "有效期至", back.Centre, back.Until.Y, back.Until.Size);
        Hairline(side, back.Left, back.Right, back.Lines.First);
        Centred(side, "监督电话", back.Centre, back.PhoneWord.Y, back.PhoneWord.Size);
        Centred(side, office.SupervisionPhone, back.Centre, back.Phone.Y, Typography.Fit(office.SupervisionPhone, Paper.Points(back.Right - back.Left), back.Phone.Largest, back.Phone.Smallest, true), true);
        Hairline(side, back.Left, back.Right, back.Lines.Second);
        var y = back.Check.Y;
        foreach (var sentence in HowToCheck(office))
        {
            y = Paragraph(side, sentence, back.Left, back.Right, y, back.Check.Size, back.Check.Leading) + back.Check.Gap;
        }
    }

    public override void DrawBack(ICardCanvas side, HealthPass pass, QrCode code)
    {
        var back = Back;
        Centred(side, pass.Validity.LastDay.Chinese(), back.Centre, back.LastDay.Y, back.LastDay.Size, true);
        side.Code(code, back.Centre - (back.Code.Side / 2), back.Code.Y, back.Code.Side);
        Centred(side, PassNumber.Restore(pass.Number).Grouped, back.Centre, back.Number.Y, back.Number.Size);
    }
}

/// <summary>Positions on the back of a portrait card. In mm, sizes in pt.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Centre">Horizontal centre.</param>
/// <param name="Until">有效期至.</param>
/// <param name="LastDay">Last day of validity.</param>
/// <param name="Code">QR code.</param>
/// <param name="Number">Card number.</param>
/// <param name="PhoneWord">监督电话.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Lines">Hairlines above and below it.</param>
/// <param name="Check">Checking instructions: first baseline, size, leading, and gap between sentences.</param>
public sealed record CardBack(
    double Left, double Right, double Centre, (double Y, double Size) Until, (double Y, double Size) LastDay, (double Y, double Side) Code, (double Y, double Size) Number,
    (double Y, double Size) PhoneWord, (double Y, double Largest, double Smallest) Phone, (double First, double Second) Lines, (double Y, double Size, double Leading, double Gap) Check);
