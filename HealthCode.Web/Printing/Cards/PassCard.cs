using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Cards;

/// <summary>健康通行卡 — the A6 card. The front reproduces annex 2 of 63号 word for word, with nothing added; additional content is on the back.</summary>
public sealed class PassCard : UprightCard
{
    private const double Left = 9;
    private const double Right = 96;
    private const double LabelSize = 11;
    private const double Centre = 52.5;

    private static readonly CardFront Front = new(
        new("姓      名:", LabelSize, Left, Right, 37, 16, 26, 16, Strong: true),
        new("身份证号码:", LabelSize, Left, Right, 47.5, 9, 15, 10),
        new("现居住住址:", LabelSize, Left, Right, 64.5, 15, 13, 13),
        new("核发机构联系方式:", LabelSize, Left, Right, 91, 7, 13, 9),
        Upper: (71.5, 35, 57), Lower: (80.5, Left, 54), LowerGap: 2, UnitSize: 12, StampY: 99);

    public override double Width => Paper.A6.Width;

    public override double Height => Paper.A6.Height;

    public override (double X, double Y, double WordY) Seal => (72, 115, 109);

    protected override CardBack Back { get; } = new(
        Left, Right, Centre, Until: (15, 16), LastDay: (25, 24), Code: (29, 42), Number: (76.5, 14),
        PhoneWord: (90, 14), Phone: (99, 20, 10), Lines: (82, 104), Check: (111, 11, 5.6, 1.4));

    public override void DrawFrontFrame(ICardCanvas side, Office office, PassTerms terms)
    {
        Centred(side, terms.Title, Centre, 15, Typography.Fit(terms.Title, Paper.Points(Right - Left), 22, 14, true), true);
        DrawFrontFrame(side, Front, office);
        Centred(side, terms.Foot, Centre, 142.5, Typography.Fit(terms.Foot, Paper.Points(Right - Left), 9.5, 7));
    }

    public override void DrawFront(ICardCanvas side, HealthPass pass, CardWords words)
    {
        FillFront(side, Front, words);
        Centred(side, SpacedDate(pass.Validity.FirstDay), Seal.X, Seal.Y + 8, 12);
    }
}
