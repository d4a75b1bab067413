using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Slips;

/// <summary>告知单 — one A4 page in large print that somebody can read from a metre: heading, text, a boxed line, whom to ring.</summary>
internal sealed class SlipSheet : IDisposable
{
    private const double Left = 25;
    private const double Right = 185;
    private const double Body = 16;
    private const double LineHeight = 8.6;

    private readonly PdfDocument _document;
    private readonly XGraphics _page;
    private double _y;

    public SlipSheet(string title)
    {
        _document = Typography.Document(title);
        _page = _document.Page(Paper.A4);
        Typography.Centred(_page, title, Paper.Points(Paper.A4.Width / 2), Paper.Points(32), 30, true);
        _y = 48;
    }

    public void Heading(string text)
    {
        _y += 3;
        Write(text, 18, true);
    }

    public void Paragraph(string text) => Write(text, Body, false);

    /// <summary>A small line, for notice and clause.</summary>
    public void Source(string text) => Write(text, 12, false);

    /// <summary>What one should see first: boxed, 24 pt bold.</summary>
    public void Boxed(string caption, string text)
    {
        _y += 3;
        var lines = Typography.Wrap(_page, text, Paper.Points(Right - Left - 12), 24, true);
        var height = 16 + (lines.Count * 11.5);
        _page.DrawRectangle(new XPen(XColors.Black, 1.5), Paper.Points(Left), Paper.Points(_y - 6), Paper.Points(Right - Left), Paper.Points(height));
        Typography.Line(_page, caption, Paper.Points(Left + 6), Paper.Points(_y + 2.5), Body);
        foreach (var line in lines)
        {
            _y += 12;
            Typography.Line(_page, line, Paper.Points(Left + 6), Paper.Points(_y + 1.5), 24, true);
        }

        _y += height - (lines.Count * 12) + 2;
    }

    /// <summary>Whom to ring, who issued it, when; at the foot of the page.</summary>
    public byte[] Finish(Office office, DateOnly day)
    {
        var y = 238.0;
        _page.DrawLine(new XPen(XColors.Gray, 0.5), Paper.Points(Left), Paper.Points(y - 10), Paper.Points(Right), Paper.Points(y - 10));
        Typography.Line(_page, $"不明白、不同意，可以打电话：", Paper.Points(Left), Paper.Points(y), Body);
        Typography.Line(_page, $"监督电话 {office.SupervisionPhone}　　政务热线 12345", Paper.Points(Left), Paper.Points(y + 10), 18, true);
        Typography.Line(_page, $"本村（居）委会电话 {office.ContactPhone}", Paper.Points(Left), Paper.Points(y + 19), Body);
        var name = office.OfficialName;
        var size = Typography.Fit(_page, name, Paper.Points(Right - Left), Body, 10);
        Typography.Line(_page, name, Paper.Points(Right) - Typography.Width(_page, name, size), Paper.Points(y + 33), size);
        var date = day.Chinese();
        Typography.Line(_page, date, Paper.Points(Right) - Typography.Width(_page, date, Body), Paper.Points(y + 42), Body);
        return _document.Bytes();
    }

    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    private void Write(string text, double size, bool strong)
    {
        foreach (var line in Typography.Wrap(_page, text, Paper.Points(Right - Left), size, strong))
        {
            Typography.Line(_page, line, Paper.Points(Left), Paper.Points(_y), size, strong);
            _y += LineHeight * size / Body;
        }

        _y += 1.5;
    }
}
