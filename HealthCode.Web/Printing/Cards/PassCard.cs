using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>健康通行卡 — A6, two pages. The front is annex 2 of 63号 word for word with nothing added; what helps to check it stands on the back.</summary>
public static class PassCard
{
    private const double Left = 9;
    private const double Right = 96;
    private const double SealDiameter = 42;
    private const double LabelSize = 11;
    private const double LineHeight = 1.15;
    private const double Smallest = 6;

    /// <summary>Front and back as PDF.</summary>
    /// <param name="pass">Whose card.</param>
    /// <param name="office">Who issues it.</param>
    /// <param name="sampleSeal">The demo office shows where a seal would stand.</param>
    public static byte[] Draw(HealthPass pass, Office office, bool sampleSeal = false)
    {
        using var document = Typography.Document("健康通行卡");
        using (var front = document.Page(Paper.A6))
        {
            DrawFront(front, pass, office, sampleSeal);
        }

        using (var back = document.Page(Paper.A6))
        {
            DrawBack(back, pass, office);
        }

        return document.Bytes();
    }

    private static void DrawFront(XGraphics page, HealthPass pass, Office office, bool sampleSeal)
    {
        var centre = Paper.Points(Paper.A6.Width / 2);
        Typography.Centred(page, "宁夏回族自治区健康通行卡", centre, Paper.Points(15), Typography.Fit(page, "宁夏回族自治区健康通行卡", Paper.Points(Right - Left), 22, 18, true), true);

        Field(page, "姓      名:", pass.Holder.Name.Value, 21, 16, 26, 16, true);
        Field(page, "身份证号码:", PaperText(pass.Holder.Paper), 38.5, 9, 15, 10);
        Field(page, "现居住住址:", pass.ResidenceAddress, 49.5, 15, 13, 13);
        Label(page, "核发机构名称:", Left, 71.5);
        Unit(page, office.City, "市", 35, 56, 71.5);
        Unit(page, office.County, "县(市、区)", 57, Right, 71.5);
        Unit(page, office.Township, "乡镇(街道)", Left, 52, 80.5);
        Unit(page, office.ShortVillage, "村(社区)", 54, Right, 80.5);
        Field(page, "核发机构联系方式:", office.ContactPhone, 84, 7, 13, 9);
        Label(page, "核发机构名称(盖章):", Left, 99);

        var (sealX, sealY) = (72.0, 115.0);
        SealPlace(page, sealX, sealY);
        var date = pass.Validity.FirstDay;
        Typography.Centred(page, $"{date.Year} 年 {date.Month} 月 {date.Day} 日", Paper.Points(sealX), Paper.Points(sealY + 8), 12);
        if (sampleSeal)
        {
            SampleSeal.Draw(page, sealX, sealY);
        }

        Typography.Centred(page, "(盖章有效, 与本人身份证同时使用, 有效期 14 天)", centre, Paper.Points(142.5), 9.5);
    }

    private static void DrawBack(XGraphics page, HealthPass pass, Office office)
    {
        var centre = Paper.Points(Paper.A6.Width / 2);
        Typography.Centred(page, "有效期至", centre, Paper.Points(15), 16);
        Typography.Centred(page, pass.Validity.LastDay.Chinese(), centre, Paper.Points(25), 24, true);

        const double Side = 42;
        QrCode.Draw(page, pass.Number, Paper.Points((Paper.A6.Width - Side) / 2), Paper.Points(29), Paper.Points(Side));
        Typography.Centred(page, PassNumber.Restore(pass.Number).Grouped, centre, Paper.Points(76.5), 14);

        page.DrawLine(new XPen(XColors.Gray, 0.4), Paper.Points(Left), Paper.Points(82), Paper.Points(Right), Paper.Points(82));
        Typography.Centred(page, "监督电话", centre, Paper.Points(90), 14);
        var phone = office.SupervisionPhone;
        Typography.Centred(page, phone, centre, Paper.Points(99), Typography.Fit(page, phone, Paper.Points(Right - Left), 20, 10, true), true);

        page.DrawLine(new XPen(XColors.Gray, 0.4), Paper.Points(Left), Paper.Points(104), Paper.Points(Right), Paper.Points(104));
        var y = 111.0;
        foreach (var sentence in (string[])
                 [
                     "怎样核验：看正面公章，对照本人证件，看有效期。",
                     $"有疑问请打核发机构电话 {office.ContactPhone}，报卡号。",
                     "二维码只供核验本卡真伪。",
                 ])
        {
            foreach (var line in Typography.Wrap(page, sentence, Paper.Points(Right - Left), 11))
            {
                Typography.Line(page, line, Paper.Points(Left), Paper.Points(y), 11);
                y += 5.6;
            }

            y += 1.4;
        }
    }

    /// <summary>For somebody without an identity card, what was checked instead (rule-table D6).</summary>
    private static string PaperText(IdentityPaper paper) => paper.Kind switch
    {
        IdentityPaperKind.ResidentIdCard => paper.Number,
        IdentityPaperKind.None => "无证件",
        _ => $"{paper.Kind.ChineseName()} {paper.Number}",
    };

    private static void Label(XGraphics page, string text, double x, double y) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), LabelSize);

    /// <summary>A label, and its value above a hairline: on one line down to the size a reader can still hold away from him, else as large as fits in more lines.</summary>
    private static void Field(XGraphics page, string label, string value, double top, double height, double largest, double smallestOnOneLine, bool strong = false)
    {
        var labelWidth = Paper.Millimetres(Typography.Width(page, label, LabelSize));
        var x = Left + labelWidth + 2;
        var width = Paper.Points(Right - x);
        var bottom = top + height;
        Label(page, label, Left, bottom - 2);
        var size = Typography.Fit(page, value, width, largest, smallestOnOneLine, strong);
        var lines = Typography.Wrap(page, value, width, size, strong);
        while (lines.Count * size * LineHeight > Paper.Points(height) && size > Smallest)
        {
            size -= 0.5;
            lines = Typography.Wrap(page, value, width, size, strong);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            Typography.Line(page, lines[i], Paper.Points(x), Paper.Points(bottom - 1.8) - ((lines.Count - 1 - i) * size * LineHeight), size, strong);
        }

        Hairline(page, x, Right, bottom);
    }

    /// <summary>One of the four blanks of 核发机构名称: the name above its hairline, the printed word behind it. 银川市 before 市 stands as 银川.</summary>
    private static void Unit(XGraphics page, string name, string word, double left, double right, double y)
    {
        var wordWidth = Typography.Width(page, word, LabelSize);
        var width = Paper.Points(right - left) - wordWidth - 2;
        var text = name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal) ? name[..^word.Length] : name;
        var size = Typography.Fit(page, text, width, 12, 6);
        Typography.Centred(page, text, Paper.Points(left) + (width / 2), Paper.Points(y), size);
        Hairline(page, left, left + Paper.Millimetres(width), y + 1.4);
        Typography.Line(page, word, Paper.Points(right) - wordWidth, Paper.Points(y), LabelSize);
    }

    private static void Hairline(XGraphics page, double from, double to, double y) =>
        page.DrawLine(new XPen(XColors.Gray, 0.4), Paper.Points(from), Paper.Points(y), Paper.Points(to), Paper.Points(y));

    /// <summary>盖章处: a dashed circle of 42 mm over the date line, left clear for the seal (rule-table D1).</summary>
    private static void SealPlace(XGraphics page, double x, double y)
    {
        var radius = SealDiameter / 2;
        page.DrawEllipse(
            new XPen(XColors.Gray, 0.6) { DashStyle = XDashStyle.Dash },
            Paper.Points(x - radius), Paper.Points(y - radius), Paper.Points(SealDiameter), Paper.Points(SealDiameter));
        Typography.Centred(page, "盖章处", Paper.Points(x), Paper.Points(y - 6), 10, brush: XBrushes.Gray);
    }
}
