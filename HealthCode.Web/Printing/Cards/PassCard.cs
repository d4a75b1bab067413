using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>健康通行卡 — the card of A6. The front is annex 2 of 63号 word for word with nothing added; what helps to check it stands on the back.</summary>
public sealed class PassCard : CardDesign
{
    private const double Left = 9;
    private const double Right = 96;
    private const double LabelSize = 11;
    private const double Centre = 52.5;
    private const double CodeSide = 42;

    private static readonly CardBlank Name = new("姓      名:", LabelSize, Left, Right, 37, 16, 26, 16, Strong: true);
    private static readonly CardBlank Number = new("身份证号码:", LabelSize, Left, Right, 47.5, 9, 15, 10);
    private static readonly CardBlank Address = new("现居住住址:", LabelSize, Left, Right, 64.5, 15, 13, 13);
    private static readonly CardBlank Contact = new("核发机构联系方式:", LabelSize, Left, Right, 91, 7, 13, 9);

    public override double Width => Paper.A6.Width;

    public override double Height => Paper.A6.Height;

    public override (double X, double Y, double WordY) Seal => (72, 115, 109);

    public override void DrawFrontFrame(XGraphics side, Office office, PassTerms terms)
    {
        Centred(side, terms.Title, Centre, 15, Typography.Fit(terms.Title, Paper.Points(Right - Left), 22, 14, true), true);
        Draw(side, Name);
        Draw(side, Number);
        Draw(side, Address);
        Text(side, "核发机构名称:", Left, 71.5, LabelSize);
        Unit(side, office.City, "市", 35, 56, 71.5, LabelSize, 12);
        Unit(side, office.County, "县(市、区)", 57, Right, 71.5, LabelSize, 12);
        Unit(side, office.Township, "乡镇(街道)", Left, 52, 80.5, LabelSize, 12);
        Unit(side, office.ShortVillage, "村(社区)", 54, Right, 80.5, LabelSize, 12);
        Draw(side, Contact);
        Fill(side, Contact, office.ContactPhone);
        Text(side, "核发机构名称(盖章):", Left, 99, LabelSize);
        Centred(side, terms.Foot, Centre, 142.5, Typography.Fit(terms.Foot, Paper.Points(Right - Left), 9.5, 7));
    }

    public override void DrawFront(XGraphics side, HealthPass pass)
    {
        Fill(side, Name, pass.Holder.Name.Value);
        Fill(side, Number, PaperText(pass.Holder.Document));
        Fill(side, Address, pass.ResidenceAddress);
        Centred(side, SpacedDate(pass.Validity.FirstDay), Seal.X, Seal.Y + 8, 12);
    }

    public override void DrawBackFrame(XGraphics side, Office office)
    {
        Centred(side, "有效期至", Centre, 15, 16);
        Hairline(side, Left, Right, 82);
        Centred(side, "监督电话", Centre, 90, 14);
        Centred(side, office.SupervisionPhone, Centre, 99, Typography.Fit(office.SupervisionPhone, Paper.Points(Right - Left), 20, 10, true), true);
        Hairline(side, Left, Right, 104);
        var y = 111.0;
        foreach (var sentence in HowToCheck(office))
        {
            y = Paragraph(side, sentence, Left, Right, y, 11, 5.6) + 1.4;
        }
    }

    public override void DrawBack(XGraphics side, HealthPass pass, QrCode code)
    {
        Centred(side, pass.Validity.LastDay.Chinese(), Centre, 25, 24, true);
        code.Draw(side, Paper.Points(Centre - (CodeSide / 2)), Paper.Points(29), Paper.Points(CodeSide));
        Centred(side, PassNumber.Restore(pass.Number).Grouped, Centre, 76.5, 14);
    }
}
