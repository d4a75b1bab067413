using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>线索、监督举报登记表 — A4, blank, to be written on at the desk and keyed afterwards.</summary>
public static class TipForm
{
    private const double Left = 20;
    private const double Width = 170;
    private const double Body = 14;
    private const double LineHeight = 6.8;
    private const double Lowest = 262;

    /// <summary>The blank form as PDF, one page.</summary>
    /// <param name="terms">What the notices say.</param>
    /// <param name="office">The office.</param>
    public static byte[] Draw(TipTerms terms, Office office)
    {
        using var document = Typography.Document("线索、监督举报登记表");
        using (var page = document.Page(Paper.A4))
        {
            Typography.Centred(page, "线索、监督举报登记表", Paper.Points(Paper.A4.Width / 2), Paper.Points(24), 22, true);
            var y = Blank(page, "受理时间　　　　年　　　月　　　日　　　时　　　分　　编号", 36);
            y = Blank(page, "所在地", y);
            Heading(page, "一、线索（说的是可能染病的人）", y + 2);
            y = Blank(page, "被反映的人姓名（知道的写）", y + 10);
            foreach (var condition in terms.Conditions)
            {
                y = Ticked(page, condition.Text, y);
            }

            Heading(page, "二、监督举报（说的是违反疫情防控要求的事），圈一个", y + 3);
            y += 11;
            foreach (var line in Rows(terms.Topics))
            {
                Write(page, line, y, Body);
                y += LineHeight;
            }

            Heading(page, "三、情况（什么时候、几个人、在做什么）", y + 3);
            for (y += 13; y < Lowest - 34; y += 9)
            {
                Rule(page, y);
            }

            y = Blank(page, "举报人姓名（可以不留）　　　　　　　　　　　电话（可以不留）", Lowest - 22);
            Blank(page, "受理人签名", y);
            Fitted(page, "举报人的姓名、电话只给派发的人看，不写到派发单上。", Lowest + 4);
            Fitted(page, office.OfficialName, Lowest + 12);
        }

        return document.Bytes();
    }

    private static double Ticked(XGraphics page, string text, double y)
    {
        page.DrawRectangle(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(y - 4), Paper.Points(4.5), Paper.Points(4.5));
        foreach (var line in Typography.Wrap(text, Paper.Points(Width - 8), Body))
        {
            Typography.Line(page, line, Paper.Points(Left + 8), Paper.Points(y), Body);
            y += LineHeight;
        }

        return y + 1;
    }

    /// <summary>The words in rows, none of them broken.</summary>
    private static List<string> Rows(IEnumerable<string> words)
    {
        List<string> rows = [];
        foreach (var word in words)
        {
            if (rows.Count > 0 && Typography.Width($"{rows[^1]}　　{word}", Body) <= Paper.Points(Width))
            {
                rows[^1] += $"　　{word}";
            }
            else
            {
                rows.Add(word);
            }
        }

        return rows;
    }

    private static double Blank(XGraphics page, string caption, double y)
    {
        Write(page, caption, y, Body);
        Rule(page, y + 2);
        return y + 11;
    }

    private static void Rule(XGraphics page, double y) => page.DrawLine(new XPen(XColors.Gray, 0.5), Paper.Points(Left), Paper.Points(y), Paper.Points(Left + Width), Paper.Points(y));

    private static void Heading(XGraphics page, string text, double y) => Write(page, text, y, Body, true);

    private static void Fitted(XGraphics page, string text, double y) => Write(page, text, y, Typography.Fit(text, Paper.Points(Width), Body, 6));

    private static void Write(XGraphics page, string text, double y, double size, bool strong = false) => Typography.Line(page, text, Paper.Points(Left), Paper.Points(y), size, strong);
}
