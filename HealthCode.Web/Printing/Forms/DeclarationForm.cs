using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>空白申报表 — the form of the notice (宁疫指办发〔2020〕63号 附件1), word for word on one A4 page. Like the annex it has no item (4); a blank form has no
/// card number.</summary>
public static class DeclarationForm
{
    private const double Left = 18;
    private const double Right = 192;
    private const double Size = 12;
    private const double Row = 8.3;

    private const double CodeSide = 18;

    /// <summary>A single blank form without a number, as PDF.</summary>
    /// <param name="terms">Rules of the province.</param>
    /// <param name="year">Year printed before 年 月 日, where the annex has 2020.</param>
    public static byte[] Draw(PassTerms terms, int year) => Draw(terms, year, [new(null, null)]);

    /// <summary>Several forms as PDF, one page each.</summary>
    /// <param name="terms">Rules of the province.</param>
    /// <param name="year">Year printed before 年 月 日.</param>
    /// <param name="copies">Number and prefilled data of each form.</param>
    /// <param name="calibration">Calibration of the printer, or null.</param>
    public static byte[] Draw(PassTerms terms, int year, IReadOnlyList<FormCopy> copies, Calibration? calibration = null)
    {
        using var document = Typography.Document(terms.FormTitle);
        foreach (var copy in copies)
        {
            using var page = document.Page(Paper.A4);
            page.Calibrate(calibration);
            DrawNumber(page, copy.Number);
            DrawForm(page, terms, year, copy.Identity);
        }

        return document.Bytes();
    }

    /// <summary>表号 and its QR code in the top margin; scanning it opens the declaration entered from this sheet.</summary>
    private static void DrawNumber(XGraphics page, PrintedFormNumber? number)
    {
        if (number is { } printed)
        {
            Write(page, $"表号 {printed.Grouped}", Left, 10, 9);
            QrCode.Of(printed.Value).Draw(page, Paper.Points(Right - CodeSide), Paper.Points(6), Paper.Points(CodeSide));
        }
    }

    private static void DrawForm(XGraphics page, PassTerms terms, int year, DeclarationContent? identity)
    {
        var person = identity?.Person;
        var date = string.Create(CultureInfo.InvariantCulture, $"{year} 年");
        Typography.Centred(page, terms.FormTitle, Paper.Points(Paper.A4.Width / 2), Paper.Points(20), 20, true);
        Write(page, $"申报人员填写以下内容：（{terms.Warning}）", Left, 29, 11, true);

        var y = 38.0;
        var x = Blank(page, Write(page, "姓名：", Left, y), y, 70, person?.Name.Value);
        x = Tick(page, "男", Write(page, "性别：", x + 3, y), y, person?.Sex == Sex.Male);
        x = Tick(page, "女", x + 2, y, person?.Sex == Sex.Female);
        Boxes(page, Write(page, "出生日期：", x + 3, y), y, 8, person?.BirthDate.Typed());
        y += Row;
        Boxes(page, Write(page, "身份证号码：", Left, y), y, 18, person?.Document.Number);
        y += Row;
        Boxes(page, Write(page, "手机号码：", Left, y), y, 11, identity?.Phone?.Value);
        y += Row;
        Blank(page, Write(page, terms.StaysTitle + "：（如有几处，据实填写）", Left, y), y, Right);
        y += Row;
        Blank(page, Left, y, Right);
        y += Row;
        Blank(page, Write(page, "户籍地址：", Left, y), y, Right, identity?.DomicileAddress);
        y += Row;
        Blank(page, Write(page, "居住证地址（如有）：", Left, y), y, Right, identity?.PermitAddress);
        y += Row;
        Tick(page, "出行到省外", Tick(page, "出行到省内", Left, y) + 12, y);
        y += Row;
        x = Write(page, "省", Blank(page, Write(page, "目的地：", Left, y), y, 62), y);
        x = Write(page, "市", Blank(page, x, y, 92), y);
        x = Write(page, "县（市、区）", Blank(page, x, y, 122), y);
        Write(page, "乡镇（街道）", Blank(page, x, y, 166), y);
        y += Row;
        x = Write(page, "村（小区）", Blank(page, Left + 16, y, 85), y);
        Write(page, "（门牌号）", Blank(page, x, y, 150), y);
        y += Row;
        x = Write(page, "年", Blank(page, Write(page, "出行日期：", Left, y), y, 58), y);
        x = Write(page, "月", Blank(page, x, y, 80), y);
        Write(page, "日", Blank(page, x, y, 102), y);
        y += Row;
        x = Tick(page, "火车，车次", Write(page, "交通工具：", Left, y), y);
        x = Write(page, "座位号", Blank(page, x, y, 84), y);
        x = Blank(page, x, y, 116);
        x = Tick(page, "飞机，航班号", x + 2, y);
        x = Write(page, "座位号", Blank(page, x, y, 165), y);
        Blank(page, x, y, Right);
        y += Row;
        x = Tick(page, "自驾", Left + 20, y);
        Blank(page, Tick(page, "其他：", x + 8, y), y, 120);

        y += Row + 1;
        foreach (var question in HealthQuestion.All)
        {
            Question(page, $"{question.Mark} {question.TextIn(terms)}：", y);
            y += 7.3;
        }

        y += 1;
        Write(page, terms.Promise, Left, y);
        y += Row;
        Write(page, "申报人（签字）：", Left, y);
        Write(page, $"{date}　　月　　日", 140, y);

        y += 4;
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(y), Paper.Points(Right), Paper.Points(y));
        y += 6.5;
        Write(page, "居住地村（居）委会填写以下内容", Left, y, 11, true);
        y += Row;
        x = Write(page, "(10) 体温（", Left, y);
        x = Write(page, "℃），体温是否正常：", Blank(page, x, y, 60), y);
        YesNo(page, y);
        y += 7.3;
        Question(page, $"(11) {terms.Item(11).Text}：", y);
        y += 7.3;
        Question(page, $"(12) {terms.Item(12).Text}：", y);
        y += Row;
        Write(page, "经办人签字：", Left, y);
        Write(page, $"{date}　　月　　日", 140, y);
        y += Row + 1;
        Write(page, "村（居）委会名称（盖章）：", Left, y);
        Typography.Centred(page, "（此表由村（居）委会留存至疫情解除后 30 天）", Paper.Points(Paper.A4.Width / 2), Paper.Points(287), 10.5);
    }

    private static void Question(XGraphics page, string text, double y)
    {
        var size = Typography.Fit(text, Paper.Points(166 - Left), Size, 9);
        Write(page, text, Left, y, size);
        YesNo(page, y);
    }

    private static void YesNo(XGraphics page, double y) => Tick(page, "否", Tick(page, "是", 168, y) + 2, y);

    /// <summary>Writes text; returns its right end, mm.</summary>
    private static double Write(XGraphics page, string text, double x, double y, double size = Size, bool strong = false) =>
        x + Paper.Millimetres(Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong)) + 0.8;

    /// <summary>Draws a line to write on up to a position, with a known value; returns the position behind it.</summary>
    private static double Blank(XGraphics page, double from, double y, double to, string? value = null)
    {
        if (value is { Length: > 0 })
        {
            Write(page, value, from, y, Typography.Fit(value, Paper.Points(to - from), Size, 5));
        }

        page.DrawLine(new XPen(XColors.Black, 0.4), Paper.Points(from), Paper.Points(y + 1), Paper.Points(to), Paper.Points(y + 1));
        return to + 0.8;
    }

    /// <summary>Draws a checkbox with its label; returns the right end, mm.</summary>
    private static double Tick(XGraphics page, string word, double x, double y, bool ticked = false)
    {
        if (ticked)
        {
            page.DrawLines(new XPen(XColors.Black, 1.2), [At(x + 0.6, y - 1.6), At(x + 1.6, y - 0.5), At(x + 3.4, y - 3)]);
        }

        page.DrawRectangle(new XPen(XColors.Black, 0.6), Paper.Points(x), Paper.Points(y - 3.4), Paper.Points(3.8), Paper.Points(3.8));
        return Write(page, word, x + 4.8, y);
    }

    private static XPoint At(double x, double y) => new(Paper.Points(x), Paper.Points(y));

    /// <summary>Draws boxes for one character each, with a known value; a value longer than the boxes is written across them.</summary>
    private static void Boxes(XGraphics page, double x, double y, int count, string? value = null)
    {
        const double Side = 6;
        for (var i = 0; i < count; i++)
        {
            page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x + (i * Side)), Paper.Points(y - 4.6), Paper.Points(Side), Paper.Points(Side));
            if (value is not null && i < value.Length && value.Length <= count)
            {
                Typography.Centred(page, value[i].ToString(), Paper.Points(x + ((i + 0.5) * Side)), Paper.Points(y), Size);
            }
        }

        if (value?.Length > count)
        {
            Write(page, value, x + 1, y);
        }
    }
}
