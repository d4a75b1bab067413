using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>用印登记簿 — one month on A4 landscape with the usual columns (国办发〔2001〕52号), to be printed, signed and filed.</summary>
public static class SealRegister
{
    private const double Left = 15;
    private const double Top = 40;
    private const double RowHeight = 8;
    private const int RowsPerPage = 17;
    private const double Size = 10;
    private const double SmallestLine = 8;
    private const double SeveralLines = 6;

    private static readonly (string Title, double Width)[] Columns =
        [("序号", 14), ("日期", 32), ("文件名称、事由", 82), ("份数", 14), ("申请人", 24), ("经办人", 24), ("批准人", 24), ("监印人", 24), ("备注", 29)];

    /// <summary>The register of a month as PDF.</summary>
    /// <param name="uses">In chronological order.</param>
    /// <param name="office">Owner of the seal.</param>
    /// <param name="month">Any day of the month.</param>
    public static byte[] Draw(IReadOnlyList<SealUse> uses, Office office, DateOnly month)
    {
        using var document = Typography.Document("用印登记簿");
        var pages = Math.Max(1, (uses.Count + RowsPerPage - 1) / RowsPerPage);
        for (var page = 0; page < pages; page++)
        {
            using var canvas = document.Page(Paper.A4Landscape);
            DrawHead(canvas, office, month, page + 1, pages);
            DrawRow(canvas, Top, [.. Columns.Select(column => column.Title)], true);
            var rows = uses.Skip(page * RowsPerPage).Take(RowsPerPage).ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                DrawRow(canvas, Top + ((i + 1) * RowHeight), Cells(rows[i], (page * RowsPerPage) + i + 1), false);
                if (rows[i].IsCrossedOut)
                {
                    CrossOut(canvas, Top + ((i + 1) * RowHeight));
                }
            }

            Write(canvas, $"本页 {rows.Sum(use => use.Copies)} 份，本月共 {uses.Sum(use => use.Copies)} 份。　　印章保管人（签字）：　　　　　　　　　　负责人（签字）：", Left, Paper.A4Landscape.Height - 15, 11);
        }

        return document.Bytes();
    }

    private static string[] Cells(SealUse use, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture), use.On.Chinese(), use.Subject, use.Copies.ToString(CultureInfo.InvariantCulture),
        use.Applicant, use.HandledBy, use.ApprovedBy, use.SealKeeper, use.IsOverprint ? string.Join('；', new[] { "套印", use.Note }.Where(text => text.Length > 0)) : use.Note,
    ];

    private static void DrawHead(XGraphics page, Office office, DateOnly month, int number, int of)
    {
        Typography.Centred(page, "用印登记簿", Paper.Points(Paper.A4Landscape.Width / 2), Paper.Points(20), 22, true);
        Write(page, office.OfficialName, Left, 34, 12);
        var right = string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月　第 {number} 页，共 {of} 页");
        Write(page, right, Paper.A4Landscape.Width - Left - Paper.Millimetres(Typography.Width(right, 12)), 34, 12);
    }

    private static void DrawRow(XGraphics page, double y, string[] cells, bool strong)
    {
        var x = Left;
        for (var i = 0; i < Columns.Length; i++)
        {
            var width = Columns[i].Width;
            page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(RowHeight));
            DrawCell(page, cells[i], x + 1, y, width - 2, strong);
            x += width;
        }
    }

    /// <summary>A line through all columns but the last, which says who crossed it out; the text stays legible.</summary>
    private static void CrossOut(XGraphics page, double y)
    {
        var (middle, right) = (Paper.Points(y + (RowHeight / 2)), Left + Columns.Take(Columns.Length - 1).Sum(column => column.Width));
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), middle, Paper.Points(right), middle);
    }

    /// <summary>One line in the largest size that fits, or several small lines.</summary>
    private static void DrawCell(XGraphics page, string text, double x, double y, double width, bool strong)
    {
        var size = Typography.Fit(text, Paper.Points(width), Size, SmallestLine, strong);
        var lines = Typography.Wrap(text, Paper.Points(width), size, strong);
        if (lines.Count > 1)
        {
            size = SeveralLines;
            lines = Typography.Wrap(text, Paper.Points(width), size, strong);
        }

        var step = Paper.Millimetres(size * 1.15);
        var baseline = y + (RowHeight / 2) + Paper.Millimetres(size * 0.36) - (step * (lines.Count - 1) / 2);
        foreach (var line in lines)
        {
            Typography.Line(page, line, Paper.Points(x), Paper.Points(baseline), size, strong);
            baseline += step;
        }
    }

    private static void Write(XGraphics page, string text, double x, double y, double size) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size);
}
