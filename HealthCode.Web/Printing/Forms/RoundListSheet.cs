using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>上门名单 — A4 landscape, 16 pt, a row for each person, with room for temperature and words written by hand; a grid worker begins a new page.</summary>
public static class RoundListSheet
{
    private const double Left = 12;
    private const double Top = 38;
    private const double HeadHeight = 9;
    private const double RowHeight = 16;
    private const double Size = 16;
    private const double Small = 11;
    private const double SmallestReason = 6;
    private const double LeastWords = 36;
    private const double FootHeight = 6;
    private const double LegendHeight = 4.6;
    private const int RowsPerPage = 9;

    private const string Reason = "为什么问";
    private const string Normal = "正常吗";

    /// <summary>Printed before the boxes to fill in.</summary>
    private static readonly (string Title, double Width)[] Known = [("序号", 15), ("姓名", 38), ("户、电话、住址", 84), (Reason, 46)];

    /// <summary>The list as PDF.</summary>
    /// <param name="rows">In the order of the round.</param>
    /// <param name="form">The province's form: the sheet has a box for each thing it asks and for no other.</param>
    /// <param name="office">The office.</param>
    /// <param name="day">The day of the list.</param>
    public static byte[] Draw(IReadOnlyList<RoundListRow> rows, CheckInForm form, Office office, DateOnly day)
    {
        using var document = Typography.Document("上门名单");
        var pages = rows.GroupBy(row => row.GridWorker).SelectMany(group => group.Chunk(RowsPerPage)).DefaultIfEmpty([]).ToList();
        var (columns, legend) = (Columns(form), Legend(form));
        foreach (var (number, page) in pages.Index())
        {
            using var canvas = document.Page(Paper.A4Landscape);
            DrawHead(canvas, columns, office, day, page is [var first, ..] ? first.GridWorker : "", number + 1, pages.Count);
            for (var i = 0; i < page.Length; i++)
            {
                DrawRow(canvas, columns, page[i], Top + HeadHeight + (i * RowHeight));
            }

            for (var i = 0; i < legend.Count; i++)
            {
                Write(canvas, legend[i], Left, Paper.A4Landscape.Height - FootHeight - ((legend.Count - 1 - i) * LegendHeight), Typography.Fit(legend[i], Paper.Points(Paper.A4Landscape.Width - (2 * Left)), Small, SmallestReason));
            }
        }

        return document.Bytes();
    }

    /// <summary>What is known, and a box for each thing the form asks; the person's own words have what is left of the width.</summary>
    private static (string Title, double Width)[] Columns(CheckInForm form)
    {
        (string Title, double Width)[] asked =
        [
            .. form.AsksTemperature ? [("体温", 22d), (Normal, 26d)] : Array.Empty<(string, double)>(),
            .. form.Symptoms.Count > 0 ? [("症状", 18d)] : Array.Empty<(string, double)>(),
            .. form.Exposures.Count > 0 ? [($"{form.Exposures.Count} 问", 20d)] : Array.Empty<(string, double)>(),
        ];
        var words = Paper.A4Landscape.Width - (2 * Left) - Known.Sum(column => column.Width) - asked.Sum(column => column.Width);
        // Where much is asked the words go beside the reason, which is short.
        return words >= LeastWords ? [.. Known, .. asked, ("本人的话", words)] : [.. Known[..2], (Known[2].Title, Known[2].Width - (LeastWords - words)), Known[3], .. asked, ("本人的话", LeastWords)];
    }

    /// <summary>How the boxes are filled in, with the figures that are keyed.</summary>
    private static List<string> Legend(CheckInForm form) => new[]
    {
        form.Symptoms.Count > 0 ? $"症状写序号：0 {form.NoSymptoms}；{string.Join('；', form.Symptoms.Select((symptom, place) => $"{place + 1} {symptom}"))}" : "",
        form.Exposures.Count > 0 ? $"{form.Exposures.Count} 问依次写：1 是，2 否{(form.Exposures.Any(question => question.AllowsUncertain) ? "，3 不确定" : "")}：{string.Join(' ', form.Exposures.Select((question, place) => $"({place + 1}){question.Text}"))}" : "",
        $"{(form.AsksTemperature ? "体温由您判断正常不正常，圈一个。" : "")}没见到的写“不在”。录入时照序号。　　上门的人（签字）：",
    }.Where(line => line.Length > 0).ToList();

    private static void DrawHead(XGraphics page, (string Title, double Width)[] columns, Office office, DateOnly day, string gridWorker, int number, int of)
    {
        Typography.Centred(page, "上门名单", Paper.Points(Paper.A4Landscape.Width / 2), Paper.Points(19), 22, true);
        Write(page, $"{office.OfficialName}　{day.Chinese()}　{(gridWorker.Length > 0 ? "网格员 " + gridWorker : "")}", Left, 32, 13);
        var right = string.Create(CultureInfo.InvariantCulture, $"第 {number} 页，共 {of} 页");
        Write(page, right, Paper.A4Landscape.Width - Left - Paper.Millimetres(Typography.Width(right, 13)), 32, 13);
        var x = Left;
        foreach (var (title, width) in columns)
        {
            Box(page, x, Top, width, HeadHeight);
            Write(page, title, x + 1.5, Top + 6.3, Typography.Fit(title, Paper.Points(width - 3), 13, 8), true);
            x += width;
        }
    }

    private static void DrawRow(XGraphics page, (string Title, double Width)[] columns, RoundListRow row, double y)
    {
        string[][] known = [[row.Number.ToString(CultureInfo.InvariantCulture)], [row.Name], [$"{row.Household}　{row.Phone}".Trim('　'), row.Address]];
        var x = Left;
        foreach (var (i, (title, width)) in columns.Index())
        {
            Box(page, x, y, width, RowHeight);
            if (title == Reason)
            {
                DrawReason(page, row.Reason, x, y, width);
            }

            var cell = i < known.Length ? known[i] : title == Normal ? ["正常　不正常"] : [];
            foreach (var (line, text) in cell.Index())
            {
                var largest = title == Normal ? Small : cell.Length > 1 && line > 0 ? 13 : Size;
                Write(page, text, x + 1.5, y + (cell.Length == 1 ? 10 : 6.6 + (line * 7)), Typography.Fit(text, Paper.Points(width - 3), largest, 7), i == 1);
            }

            x += width;
        }
    }

    /// <summary>In the largest size in which all of it fits.</summary>
    private static void DrawReason(XGraphics page, string reason, double x, double y, double width)
    {
        var (lines, size) = Typography.WrapToFit(reason, Paper.Points(width - 3), Paper.Points(RowHeight - 2), Small, SmallestReason);
        foreach (var (place, line) in lines.Index())
        {
            Write(page, line, x + 1.5, y + 1 + ((place + 0.85) * Paper.Millimetres(size * Typography.LineSpacing)), size);
        }
    }

    private static void Box(XGraphics page, double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}

/// <summary>A person on a round list.</summary>
/// <param name="Number">序号 of the day's list.</param>
/// <param name="GridWorker">网格员; empty when there is none.</param>
/// <param name="Name">姓名.</param>
/// <param name="Household">小组、户号.</param>
/// <param name="Phone">电话; empty when there is none.</param>
/// <param name="Address">住址.</param>
/// <param name="Reason">为什么问.</param>
public sealed record RoundListRow(int Number, string GridWorker, string Name, string Household, string Phone, string Address, string Reason);
