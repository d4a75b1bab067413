using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Cards;

/// <summary>大字卡 — A5 card for the elderly: the same text, nothing smaller than 16 pt, name from 26 pt, 有效期至 36 pt (DECISIONS.md D42).</summary>
public sealed class LargePrintCard : UprightCard
{
    private const double Left = 8.5;
    private const double Right = 139.5;
    private const double Centre = 74;
    private const double Body = 16;

    private static readonly CardFront Front = new(
        new("", Body, Left, Right, 56, 26, 48, 26, 26, true),
        new("身份证号码:", Body, Left, Right, 70, 11, 22, Body, Body),
        new("现居住住址:", Body, Left, Right, 102, 29, 20, 20, Body),
        new("核发机构联系方式:", Body, Left, Right, 141, 13, 18, Body, 11),
        Upper: (110, 49, 79), Lower: (121, Left, 78), LowerGap: 2, UnitSize: Body, StampY: 149);

    public override double Width => Paper.A5.Width;

    public override double Height => Paper.A5.Height;

    public override (double X, double Y, double WordY) Seal => (104, 171, 162);

    protected override CardBack Back { get; } = new(
        Left, Right, Centre, Until: (17, 24), LastDay: (33, 36), Code: (40, 56), Number: (106, 22),
        PhoneWord: (122, 18), Phone: (134, 28, 12), Lines: (113, 140), Check: (149, Body, 7.6, 1.2));

    public override void DrawFrontFrame(ICardCanvas side, Office office, PassTerms terms)
    {
        Centred(side, terms.Title, Centre, 17, Typography.Fit(terms.Title, Paper.Points(Right - Left), 28, 18, true), true);
        Text(side, "姓      名:", Left, 28, Body);
        DrawFrontFrame(side, Front, office);
        Centred(side, terms.Foot, Centre, 203, Typography.Fit(terms.Foot, Paper.Points(Right - Left), Body, 14));
    }

    public override void DrawFront(ICardCanvas side, HealthPass pass, CardWords words)
    {
        FillFront(side, Front, words);
        Centred(side, SpacedDate(pass.Validity.FirstDay), Seal.X, Seal.Y + 10, 22);
    }
}
