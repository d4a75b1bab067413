using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Slips;

/// <summary>告知单 — A4 letter in large print: headings, text, a boxed line, telephone numbers. Continues on further pages if needed.</summary>
internal sealed class SlipSheet : IDisposable
{
    private const double Left = 25;
    private const double Right = 185;
    private const double Body = 16;
    private const double LineHeight = 8.6;
    private const double Foot = 238;
    private const double LastLine = Foot - 14;

    private readonly PdfDocument _document;
    private readonly string _title;
    private XGraphics _page;
    private double _y;

    public SlipSheet(string title)
    {
        _title = title;
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

    /// <summary>Writes small print, for sources.</summary>
    public void Source(string text) => Write(text, 12, false);

    /// <summary>Draws the most important information: boxed, 24 pt bold.</summary>
    public void Boxed(string caption, string text)
    {
        _y += 3;
        var lines = Typography.Wrap(text, Paper.Points(Right - Left - 12), 24, true);
        var height = 16 + (lines.Count * 11.5);
        MakeRoom(height);
        _page.DrawRectangle(new XPen(XColors.Black, 1.5), Paper.Points(Left), Paper.Points(_y - 6), Paper.Points(Right - Left), Paper.Points(height));
        Typography.Line(_page, caption, Paper.Points(Left + 6), Paper.Points(_y + 2.5), Body);
        foreach (var line in lines)
        {
            _y += 12;
            Typography.Line(_page, line, Paper.Points(Left + 6), Paper.Points(_y + 1.5), 24, true);
        }

        _y += height - (lines.Count * 12) + 2;
    }

    /// <summary>Writes the foot (telephone numbers, issuing office, date) and returns the PDF.</summary>
    public byte[] Finish(Office office, DateOnly day)
    {
        _page.DrawLine(new XPen(XColors.Gray, 0.5), Paper.Points(Left), Paper.Points(Foot - 10), Paper.Points(Right), Paper.Points(Foot - 10));
        Typography.Line(_page, $"不明白、不同意，可以打电话：", Paper.Points(Left), Paper.Points(Foot), Body);
        FootLine($"监督电话 {office.SupervisionPhone}　　政务热线 12345", Foot + 10, 18, true);
        FootLine($"本村（居）委会电话 {office.ContactPhone}", Foot + 19, Body);
        FootLine(office.OfficialName, Foot + 33, Body, toTheRight: true);
        FootLine(day.Chinese(), Foot + 42, Body, toTheRight: true);
        _page.Dispose();
        return _document.Bytes();
    }

    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    /// <summary>Writes one line in the largest size that fits.</summary>
    private void FootLine(string text, double y, double largest, bool strong = false, bool toTheRight = false)
    {
        var size = Typography.Fit(text, Paper.Points(Right - Left), largest, 6, strong);
        var x = toTheRight ? Paper.Points(Right) - Typography.Width(text, size, strong) : Paper.Points(Left);
        Typography.Line(_page, text, x, Paper.Points(y), size, strong);
    }

    private void Write(string text, double size, bool strong)
    {
        foreach (var line in Typography.Wrap(text, Paper.Points(Right - Left), size, strong))
        {
            MakeRoom(0);
            Typography.Line(_page, line, Paper.Points(Left), Paper.Points(_y), size, strong);
            _y += LineHeight * size / Body;
        }

        _y += 1.5;
    }

    /// <summary>Starts a new page if the next content would overlap the foot.</summary>
    private void MakeRoom(double height)
    {
        if (_y + height <= LastLine)
        {
            return;
        }

        _page.Dispose();
        _page = _document.Page(Paper.A4);
        Typography.Centred(_page, _title + "（续）", Paper.Points(Paper.A4.Width / 2), Paper.Points(25), Body);
        _y = 40;
    }
}
