using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>大字卡 — A5 for elders: the same words, none smaller than 16 pt, name from 26, 有效期至 36 (standards 10).</summary>
public sealed class LargePrintCard : CardDesign
{
    private const double Left = 8.5;
    private const double Right = 139.5;
    private const double Centre = 74;
    private const double Body = 16;
    private const double Leading = 7.6;
    private const double CodeSide = 56;

    private static readonly CardBlank Name = new("", Body, Left, Right, 56, 26, 48, 26, 26, true);
    private static readonly CardBlank Number = new("身份证号码:", Body, Left, Right, 70, 11, 22, Body, Body);
    private static readonly CardBlank Address = new("现居住住址:", Body, Left, Right, 102, 29, 20, 20, Body);
    private static readonly CardBlank Contact = new("核发机构联系方式:", Body, Left, Right, 141, 13, 18, Body, 11);

    public override double Width => Paper.A5.Width;

    public override double Height => Paper.A5.Height;

    public override (double X, double Y, double WordY) Seal => (104, 171, 162);

    public override void DrawFrontFrame(XGraphics side, Office office, PassTerms terms)
    {
        Centred(side, terms.Title, Centre, 17, Typography.Fit(terms.Title, Paper.Points(Right - Left), 28, 18, true), true);
        Text(side, "姓      名:", Left, 28, Body);
        Draw(side, Name);
        Draw(side, Number);
        Draw(side, Address);
        Text(side, "核发机构名称:", Left, 110, Body);
        Unit(side, office.City, "市", 49, 78, 110, Body, Body);
        Unit(side, office.County, "县(市、区)", 79, Right, 110, Body, Body);
        Unit(side, office.Township, "乡镇(街道)", Left, 76, 121, Body, Body);
        Unit(side, office.ShortVillage, "村(社区)", 78, Right, 121, Body, Body);
        Draw(side, Contact);
        Fill(side, Contact, office.ContactPhone);
        Text(side, "核发机构名称(盖章):", Left, 149, Body);
        Centred(side, terms.Foot, Centre, 203, Typography.Fit(terms.Foot, Paper.Points(Right - Left), Body, 14));
    }

    public override void DrawFront(XGraphics side, HealthPass pass)
    {
        Fill(side, Name, pass.Holder.Name.Value);
        Fill(side, Number, PaperText(pass.Holder.Document));
        Fill(side, Address, pass.ResidenceAddress);
        Centred(side, SpacedDate(pass.Validity.FirstDay), Seal.X, Seal.Y + 10, 22);
    }

    public override void DrawBackFrame(XGraphics side, Office office)
    {
        Centred(side, "有效期至", Centre, 17, 24);
        Hairline(side, Left, Right, 113);
        Centred(side, "监督电话", Centre, 122, 18);
        Centred(side, office.SupervisionPhone, Centre, 134, Typography.Fit(office.SupervisionPhone, Paper.Points(Right - Left), 28, 12, true), true);
        Hairline(side, Left, Right, 140);
        var y = 149.0;
        foreach (var sentence in HowToCheck(office))
        {
            y = Paragraph(side, sentence, Left, Right, y, Body, Leading) + 1.2;
        }
    }

    public override void DrawBack(XGraphics side, HealthPass pass, QrCode code)
    {
        Centred(side, pass.Validity.LastDay.Chinese(), Centre, 33, 36, true);
        code.Draw(side, Paper.Points(Centre - (CodeSide / 2)), Paper.Points(40), Paper.Points(CodeSide));
        Centred(side, PassNumber.Restore(pass.Number).Grouped, Centre, 106, 22);
    }
}
