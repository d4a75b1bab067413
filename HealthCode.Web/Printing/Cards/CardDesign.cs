using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>卡式 — one design of the card: its size, and how its sides are drawn in millimetres from their upper left. What all cards of an office share is the frame, drawn once a document.</summary>
public abstract class CardDesign
{
    private const double LineHeight = 1.15;

    /// <summary>mm.</summary>
    public abstract double Width { get; }

    /// <summary>mm.</summary>
    public abstract double Height { get; }

    /// <summary>The middle of the seal on the front, and the baseline of 盖章处, mm.</summary>
    public abstract (double X, double Y, double WordY) Seal { get; }

    /// <summary>What every front of the office says; title and foot are the notice's own words, the same in every design.</summary>
    public abstract void DrawFrontFrame(XGraphics side, Office office, PassTerms terms);

    /// <summary>What this card's front says.</summary>
    public abstract void DrawFront(XGraphics side, HealthPass pass);

    /// <summary>What every back of the office says.</summary>
    public abstract void DrawBackFrame(XGraphics side, Office office);

    /// <summary>What this card's back says.</summary>
    public abstract void DrawBack(XGraphics side, HealthPass pass, QrCode code);

    /// <summary>The blanks of the front, and what every card of the office has filled in: the names of the unit, its telephone.</summary>
    protected static void DrawFrontFrame(XGraphics side, CardFront front, Office office)
    {
        var (left, right, size) = (front.Number.Left, front.Number.Right, front.Number.LabelSize);
        Draw(side, front.Name);
        Draw(side, front.Number);
        Draw(side, front.Address);
        Text(side, "核发机构名称:", left, front.Upper.Y, size);
        Unit(side, office.City, "市", front.Upper.First, front.Upper.Second - 1, front.Upper.Y, size, front.UnitSize);
        Unit(side, office.County, "县(市、区)", front.Upper.Second, right, front.Upper.Y, size, front.UnitSize);
        Unit(side, office.Township, "乡镇(街道)", front.Lower.First, front.Lower.Second - front.LowerGap, front.Lower.Y, size, front.UnitSize);
        Unit(side, office.ShortVillage, "村(社区)", front.Lower.Second, right, front.Lower.Y, size, front.UnitSize);
        Draw(side, front.Contact);
        Fill(side, front.Contact, office.ContactPhone);
        Text(side, "核发机构名称(盖章):", left, front.StampY, size);
    }

    /// <summary>What the blanks of this card say.</summary>
    protected static void FillFront(XGraphics side, CardFront front, HealthPass pass)
    {
        Fill(side, front.Name, pass.Holder.Name.Value);
        Fill(side, front.Number, DocumentText(pass.Holder.Document));
        Fill(side, front.Address, pass.ResidenceAddress);
    }

    /// <summary>How somebody at the gate checks a card; printed on every back.</summary>
    protected static IReadOnlyList<string> HowToCheck(Office office) =>
    [
        "怎样核验：看正面公章，对照本人证件，看有效期。",
        $"有疑问请打核发机构电话 {office.ContactPhone}，报卡号。",
        "二维码只供核验本卡真伪。",
    ];

    /// <summary>For somebody without an identity card, what was checked instead (DECISIONS.md D6).</summary>
    private static string DocumentText(IdentityDocument document) => document.Kind switch
    {
        IdentityDocumentKind.ResidentIdCard => document.Number,
        IdentityDocumentKind.None => "无证件",
        _ => $"{document.Kind.ChineseName()} {document.Number}",
    };

    /// <summary>2020 年 3 月 5 日, as the annex sets its date.</summary>
    protected static string SpacedDate(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";

    /// <summary>One line, baseline at y, mm.</summary>
    protected static void Text(XGraphics side, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(side, text, Paper.Points(x), Paper.Points(y), size, strong);

    protected static void Centred(XGraphics side, string text, double x, double y, double size, bool strong = false) =>
        Typography.Centred(side, text, Paper.Points(x), Paper.Points(y), size, strong);

    /// <summary>One line if half a point less makes it one, else lines as they break, the first with its baseline at y; returns the baseline after the last, mm.</summary>
    protected static double Paragraph(XGraphics side, string text, double left, double right, double y, double size, double leading)
    {
        var width = Paper.Points(right - left);
        var fitting = Typography.Fit(text, width, size, size - 0.5);
        size = Typography.Width(text, fitting) <= width ? fitting : size;
        foreach (var line in Typography.Wrap(text, width, size))
        {
            Text(side, line, left, y, size);
            y += leading;
        }

        return y;
    }

    protected static void Hairline(XGraphics side, double from, double to, double y) =>
        side.DrawLine(new XPen(XColors.Gray, 0.4), Paper.Points(from), Paper.Points(y), Paper.Points(to), Paper.Points(y));

    /// <summary>The printed word of a blank, and the hairline one writes on.</summary>
    protected static void Draw(XGraphics side, CardBlank blank)
    {
        Text(side, blank.Label, blank.Left, blank.Bottom - 2, blank.LabelSize);
        Hairline(side, blank.ValueLeft, blank.Right, blank.Bottom);
    }

    /// <summary>Fills a blank: on one line down to the size a reader can still hold away from him, else as large as fits in more lines.</summary>
    protected static void Fill(XGraphics side, CardBlank blank, string value)
    {
        var width = Paper.Points(blank.Right - blank.ValueLeft);
        var size = Typography.Fit(value, width, blank.Largest, blank.SmallestOnOneLine, blank.Strong);
        var lines = Typography.Wrap(value, width, size, blank.Strong);
        while (lines.Count * size * LineHeight > Paper.Points(blank.Height) && size > blank.Smallest)
        {
            size -= 0.5;
            lines = Typography.Wrap(value, width, size, blank.Strong);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var y = Paper.Points(blank.Bottom - 1.8) - ((lines.Count - 1 - i) * size * LineHeight);
            Typography.Line(side, lines[i], Paper.Points(blank.ValueLeft), y, size, blank.Strong);
        }
    }

    /// <summary>One of the four blanks of 核发机构名称: the name above its hairline, the printed word behind it. 银川市 before 市 stands as 银川.</summary>
    protected static void Unit(XGraphics side, string name, string word, double left, double right, double y, double wordSize, double largest)
    {
        var wordWidth = Typography.Width(word, wordSize);
        var width = Paper.Points(right - left) - wordWidth - 2;
        var text = name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal) ? name[..^word.Length] : name;
        Typography.Centred(side, text, Paper.Points(left) + (width / 2), Paper.Points(y), Typography.Fit(text, width, largest, 4));
        Hairline(side, left, left + Paper.Millimetres(width), y + 1.4);
        Typography.Line(side, word, Paper.Points(right) - wordWidth, Paper.Points(y), wordSize);
    }
}
