using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Cards;

/// <summary>钱包卡 — landscape card in the size of an ID card (ISO/IEC 7810 ID-1, 85.60 × 53.98 mm). The same text in small print. Name, document number and
/// address stand left of the seal; the seal lies over the date and the names of the issuing units, as it does on any letter.</summary>
public sealed class WalletCard : CardDesign
{
    private const double Left = 4;
    private const double Right = 81.6;
    private const double Centre = 42.8;
    private const double LabelSize = 6.5;

    /// <summary>Right edges of name, number and address: the circle of the seal begins behind them.</summary>
    private const double NameRight = 50;
    private const double NumberRight = 45.2;
    private const double AddressRight = 41.2;
    private const double CodeSide = 27;
    private const double CodeLeft = 56.5;

    private static readonly CardFront Front = new(
        new("姓      名:", LabelSize, Left, NameRight, 14.4, 7.2, 15, 9, 6, true),
        new("身份证号码:", LabelSize, Left, NumberRight, 19.3, 4.6, 10, 5.5, 5),
        // Below its label, in the full width left of the seal.
        new("", LabelSize, Left - 2, AddressRight, 31.6, 8.4, 8, 8, 5),
        new("核发机构联系方式:", LabelSize, Left, Right, 45.7, 3.4, 8, 6, 4),
        Upper: (35.2, 21, 37), Lower: (39.8, Left, 43), LowerGap: 1, UnitSize: 8, StampY: 48.8);

    public override double Width => 85.6;

    public override double Height => 53.98;

    public override (double X, double Y, double WordY) Seal => (62.6, 31.2, 24);

    public override void DrawFrontFrame(ICardCanvas side, Office office, PassTerms terms)
    {
        Centred(side, terms.Title, Centre, 6.8, Typography.Fit(terms.Title, Paper.Points(Right - Left), 11, 8, true), true);
        Text(side, "现居住住址:", Left, 22.5, LabelSize);
        DrawFrontFrame(side, Front, office);
        Text(side, terms.Foot, Left, 51.6, Typography.Fit(terms.Foot, Paper.Points(NumberRight - Left), 7, 5));
    }

    public override void DrawFront(ICardCanvas side, HealthPass pass, CardWords words)
    {
        FillFront(side, Front, words);
        Centred(side, SpacedDate(pass.Validity.FirstDay), Seal.X, Front.StampY, 8);
    }

    public override void DrawBackFrame(ICardCanvas side, Office office)
    {
        Text(side, "有效期至", Left, 11, 11);
        Hairline(side, Left, Right, 17);
        Text(side, "监督电话", Left, 22, 8);
        Text(side, office.SupervisionPhone, Left, 28, Typography.Fit(office.SupervisionPhone, Paper.Points(CodeLeft - Left - 1), 14, 5, true), true);
        var y = 33.0;
        foreach (var sentence in HowToCheck(office))
        {
            y = Paragraph(side, sentence, Left, CodeLeft - 1, y, 7, 3);
        }
    }

    public override void DrawBack(ICardCanvas side, HealthPass pass, QrCode code)
    {
        Text(side, pass.Validity.LastDay.Chinese(), 21, 13, 22, true);
        side.Code(code, CodeLeft, 17.5, CodeSide);
        Text(side, PassNumber.Restore(pass.Number).Grouped, Left, 49.8, 11);
    }
}
