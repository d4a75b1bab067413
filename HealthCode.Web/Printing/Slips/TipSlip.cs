using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Slips;

/// <summary>派发单 — A4 for who goes there, with a part to tear off and bring back. It says nothing of who told it.</summary>
public static class TipSlip
{
    /// <summary>The line to cut along, in millimetres from the top of the first page.</summary>
    public const double CutLine = 186;

    private const double Left = 15;
    private const double Width = 180;
    private const double Body = 12;
    private const double Large = 16;
    private const double LineHeight = 5.6;
    private const double LastLine = CutLine - 4;
    private const double PageEnd = 280;

    /// <summary>The slip as PDF: one page, a second one where the description does not fit above the line.</summary>
    /// <param name="tip">The tip, dispatched.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="office">The office.</param>
    /// <exception cref="InvalidOperationException">Not dispatched.</exception>
    public static byte[] Draw(Tip tip, TipTerms terms, Office office)
    {
        var sent = tip.Dispatched ?? throw new InvalidOperationException("not dispatched");
        var title = tip.Kind == TipKind.Clue ? "线索派发单" : "监督举报派发单";
        using var document = Typography.Document("派发单");
        Queue<string> left;
        using (var page = document.Page(Paper.A4))
        {
            Typography.Centred(page, title, Paper.Points(Paper.A4.Width / 2), Paper.Points(18), 22, true);
            Write(page, $"编号 {tip.NumberText}", 28, Large, strong: true);
            WriteRight(page, $"{tip.DispatchedAt!.Value.Chinese()} 派发", 28);
            var y = Paragraph(page, $"派给 {sent.Area} {sent.Role.ChineseName()} {sent.Worker.Value}　{sent.Phone?.Value ?? ""}".TrimEnd('　'), 36, Large, true);
            y = BoxedPlace(page, tip.Place, y + 1);
            y = Paragraph(page, tip.Kind == TipKind.Clue ? $"身体状况　{terms.Condition(tip.Condition)?.Text ?? tip.Condition}" : $"上报类型　{tip.Topic}", y, Body);
            y = tip.Kind == TipKind.Clue ? Paragraph(page, $"被反映的人　{tip.Suspect?.Value ?? "不知道姓名"}", y, Body) : y;
            y = Paragraph(page, $"收到以后立即上门核查处理。本村（居）自定：{tip.VisitDueAt.ChineseShort()} 前上门，{tip.FeedbackDueAt.ChineseShort()} 前交回执。有疑似的，当场打电话 {office.ContactPhone}。", y, Body, true);
            y = Paragraph(page, "情况", y, Body, true);
            (left, var size) = Fitted(tip.Description.Length > 0 ? tip.Description : "没有另说。", LastLine - y);
            // The last line says that it goes on.
            y = Lines(page, left, y, LastLine - (size == Body && left.Count > LinesIn(LastLine - y, Body) ? LineHeight : 0), size);
            if (left.Count > 0)
            {
                Write(page, "（情况没有写完，下一页接着）", y, Body, strong: true);
            }

            TearOff(page, tip, sent, office);
        }

        GoOn(document, tip, left);
        return document.Bytes();
    }

    private static void GoOn(PdfDocument document, Tip tip, Queue<string> left)
    {
        while (left.Count > 0)
        {
            using var page = document.Page(Paper.A4);
            Write(page, $"编号 {tip.NumberText}（续）", 20, Large, strong: true);
            Lines(page, left, 30, PageEnd, Body);
        }
    }

    /// <summary>The lines of a text in the largest size in which all of it stands in a height; in the smallest if it does not.</summary>
    private static (Queue<string> Lines, double Size) Fitted(string text, double height)
    {
        for (var size = Large; size > Body; size--)
        {
            var lines = Typography.Wrap(text, Paper.Points(Width), size);
            if (lines.Count <= LinesIn(height, size))
            {
                return (new(lines), size);
            }
        }

        return (new(Typography.Wrap(text, Paper.Points(Width), Body)), Body);
    }

    private static int LinesIn(double height, double size) => 1 + (int)(height / (LineHeight * size / Body));

    private static double Lines(XGraphics page, Queue<string> left, double y, double last, double size)
    {
        while (left.Count > 0 && y <= last)
        {
            Write(page, left.Dequeue(), y, size);
            y += LineHeight * size / Body;
        }

        return y;
    }

    private static double BoxedPlace(XGraphics page, string place, double y)
    {
        var lines = Typography.Wrap("所在地　" + place, Paper.Points(Width - 6), Large, true);
        var height = (lines.Count * 7.2) + 3;
        page.DrawRectangle(new XPen(XColors.Black, 1.2), Paper.Points(Left), Paper.Points(y - 5), Paper.Points(Width), Paper.Points(height));
        foreach (var (row, line) in lines.Index())
        {
            Typography.Line(page, line, Paper.Points(Left + 3), Paper.Points(y + 1.2 + (row * 7.2)), Large, true);
        }

        return y + height + 1.5;
    }

    private static void TearOff(XGraphics page, Tip tip, TipDispatch sent, Office office)
    {
        page.DrawLine(new XPen(XColors.Black, 0.7) { DashStyle = XDashStyle.Dash }, Paper.Points(5), Paper.Points(CutLine), Paper.Points(Paper.A4.Width - 5), Paper.Points(CutLine));
        Typography.Centred(page, "沿虚线剪下，填好交回村（居）委会", Paper.Points(Paper.A4.Width / 2), Paper.Points(CutLine + 6), Body);
        Write(page, $"回执　编号 {tip.NumberText}", CutLine + 15, Large, strong: true);
        var area = $"{sent.Area} {sent.Worker.Value}";
        WriteRight(page, area, CutLine + 15, Typography.Fit(area, Paper.Points(110), Body, 6));
        Row(page, "上门时间", "　　　月　　　日　　　时　　　分", CutLine + 19, 10);
        Row(page, "核查到什么", "", CutLine + 29, 22);
        Row(page, "怎样处理的", "", CutLine + 51, 16);
        Row(page, "有没有疑似", "有（姓名　　　　　　　　　　　）　　　没有　　　（圈一个）", CutLine + 67, 10);
        Row(page, "签名", "　　　　　　　　　　　　　　　月　　　日", CutLine + 77, 10);
        Typography.Centred(page, office.OfficialName, Paper.Points(Paper.A4.Width / 2), Paper.Points(CutLine + 95), Typography.Fit(office.OfficialName, Paper.Points(Width), Body, 6));
    }

    private static void Row(XGraphics page, string title, string known, double y, double height)
    {
        const double Head = 30;
        var pen = new XPen(XColors.Black, 0.6);
        page.DrawRectangle(pen, Paper.Points(Left), Paper.Points(y), Paper.Points(Head), Paper.Points(height));
        page.DrawRectangle(pen, Paper.Points(Left + Head), Paper.Points(y), Paper.Points(Width - Head), Paper.Points(height));
        Typography.Line(page, title, Paper.Points(Left + 2), Paper.Points(y + 6.5), Body);
        Typography.Line(page, known, Paper.Points(Left + Head + 2), Paper.Points(y + 6.5), Body);
    }

    private static double Paragraph(XGraphics page, string text, double y, double size, bool strong = false)
    {
        foreach (var line in Typography.Wrap(text, Paper.Points(Width), size, strong))
        {
            Write(page, line, y, size, strong: strong);
            y += LineHeight * size / Body;
        }

        return y + 0.8;
    }

    private static void Write(XGraphics page, string text, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(Left), Paper.Points(y), size, strong);

    private static void WriteRight(XGraphics page, string text, double y, double size = Body) =>
        Typography.Line(page, text, Paper.Points(Left + Width) - Typography.Width(text, size), Paper.Points(y), size);
}
