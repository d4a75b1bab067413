using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Forms;

/// <summary>自查表 — A4: each problem with what was seen, by when it is put right and how it was; further pages if needed.</summary>
public sealed class SelfCheckPaper : IDisposable
{
    private const double Left = 18;
    private const double Top = 52;
    private const double Bottom = 262;
    private const double Size = 12;
    private const double Line = 6.2;
    private const double Pad = 2.4;

    private static readonly (string Title, double Width)[] Columns = [("问题", 56), ("有没有", 18), ("看到了什么", 52), ("整改", 48)];

    private readonly PdfDocument _document = Typography.Document("自查表");
    private XGraphics _page;
    private double _y = Top;

    private SelfCheckPaper() => _page = _document.Page(Paper.A4);

    /// <summary>The sheet as PDF.</summary>
    /// <param name="check">The sheet.</param>
    /// <param name="office">The office.</param>
    public static byte[] Draw(SelfCheck check, Office office)
    {
        using var paper = new SelfCheckPaper();
        paper.Write(check, office);
        paper._page.Dispose();
        return paper._document.Bytes();
    }

    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    private void Write(SelfCheck check, Office office)
    {
        Typography.Centred(_page, "自查表", Paper.Points(Paper.A4.Width / 2), Paper.Points(22), 24, true);
        Text($"{office.OfficialName}　　{check.CheckedOn.Chinese()}", 34, 13);
        Text($"自查人 {check.CheckedBy}", 42, 13);
        Text($"依据 {check.Source}", 48.5, 10);
        Row([.. Columns.Select(column => column.Title)], true);
        foreach (var (place, answer) in check.Answers.Index())
        {
            Row([$"{place + 1}. {answer.Question}", answer.HasProblem ? "有" : "没有", answer.Evidence, RemedyWords(answer, check)], false);
        }

        Room(30);
        Text("负责人（签字）：　　　　　　　　　　　　　　年　　月　　日", _y + 14, 13);
        Text($"登记人 {check.By.Name}，{check.At.Chinese()}", _y + 24, 10);
    }

    private static string RemedyWords(SelfCheckAnswer answer, SelfCheck check) => !answer.HasProblem ? ""
        : $"{answer.RemedyBy!.Value.Chinese()}以前" + (check.RemedyOf(answer.Code) is { } remedy ? $"；{remedy.On.Chinese()}已整改：{remedy.How}" : "；还没有整改好");

    private void Row(string[] cells, bool strong)
    {
        var lines = cells.Zip(Columns, (cell, column) => Typography.Wrap(cell, Paper.Points(column.Width - (2 * Pad)), Size, strong)).ToList();
        var height = (lines.Max(cell => Math.Max(1, cell.Count)) * Line) + (2 * Pad);
        Room(height);
        var x = Left;
        foreach (var (cell, column) in lines.Zip(Columns))
        {
            _page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(_y), Paper.Points(column.Width), Paper.Points(height));
            foreach (var (place, line) in cell.Index())
            {
                Typography.Line(_page, line, Paper.Points(x + Pad), Paper.Points(_y + Pad + 4.4 + (place * Line)), Size, strong);
            }

            x += column.Width;
        }

        _y += height;
    }

    private void Room(double height)
    {
        if (_y + height > Bottom)
        {
            _page.Dispose();
            _page = _document.Page(Paper.A4);
            _y = 20;
        }
    }

    private void Text(string text, double y, double largest) =>
        Typography.Line(_page, text, Paper.Points(Left), Paper.Points(y), Typography.Fit(text, Paper.Points(Paper.A4.Width - (2 * Left)), largest, 7));
}
