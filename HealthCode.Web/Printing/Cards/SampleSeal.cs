using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>样章 — imitation of a seal, for the demo only. It carries the word 样例 and is not any office's seal (DECISIONS.md D1).</summary>
public static class SampleSeal
{
    private static readonly XColor Red = XColor.FromArgb(200, 200, 40, 30);

    /// <summary>Draws it centred at the origin.</summary>
    public static void Draw(XGraphics page)
    {
        const double Radius = 20;
        var brush = new XSolidBrush(Red);
        page.DrawEllipse(new XPen(Red, Paper.Points(1.1)), Paper.Points(-Radius), Paper.Points(-Radius), Paper.Points(2 * Radius), Paper.Points(2 * Radius));

        var star = new XPoint[10];
        for (var i = 0; i < star.Length; i++)
        {
            var radius = i % 2 == 0 ? 7.0 : 2.7;
            var angle = (Math.PI * i / 5) - (Math.PI / 2);
            star[i] = new(Paper.Points(radius * Math.Cos(angle)), Paper.Points(radius * Math.Sin(angle)));
        }

        page.DrawPolygon(brush, star, XFillMode.Winding);
        const string Round = "样例镇样例村民委员会";
        for (var i = 0; i < Round.Length; i++)
        {
            var state = page.Save();
            page.RotateTransform(-126 + (28 * i));
            Typography.Centred(page, Round[i].ToString(), 0, Paper.Points(-14.2), 12, true, brush);
            page.Restore(state);
        }

        Typography.Centred(page, "样例", 0, Paper.Points(15.5), 15, true, brush);
    }
}
