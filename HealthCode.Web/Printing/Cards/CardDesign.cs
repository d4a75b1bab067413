using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Cards;

/// <summary>卡式 — a card design: its size, and how its sides are drawn, in mm from the upper left corner. Content common to all cards of an office is
/// the frame, drawn once per document.</summary>
public abstract class CardDesign
{
    private const double LineHeight = 1.15;

    /// <summary>In mm.</summary>
    public abstract double Width { get; }

    /// <summary>In mm.</summary>
    public abstract double Height { get; }

    /// <summary>Centre of the seal on the front, and baseline of 盖章处, mm.</summary>
    public abstract (double X, double Y, double WordY) Seal { get; }

    /// <summary>Draws the common content of the front; title and foot are the notice's wording in every design.</summary>
    public abstract void DrawFrontFrame(ICardCanvas side, Office office, PassTerms terms);

    /// <summary>Draws the content of the front specific to this card.</summary>
    /// <param name="side">Where to.</param>
    /// <param name="pass">The card.</param>
    /// <param name="words">What it says of its holder.</param>
    public abstract void DrawFront(ICardCanvas side, HealthPass pass, CardWords words);

    /// <summary>Draws the common content of the back.</summary>
    public abstract void DrawBackFrame(ICardCanvas side, Office office);

    /// <summary>Draws the content of the back specific to this card.</summary>
    public abstract void DrawBack(ICardCanvas side, HealthPass pass, QrCode code);

    /// <summary>Draws the fields of the front, and the values common to all cards: names of the administrative units, telephone.</summary>
    protected static void DrawFrontFrame(ICardCanvas side, CardFront front, Office office)
    {
        var (left, right, size) = (front.Number.Left, front.Contact.Right, front.Number.LabelSize);
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

    /// <summary>Fills in the values of this card.</summary>
    protected static void FillFront(ICardCanvas side, CardFront front, CardWords words)
    {
        Fill(side, front.Name, words.Name);
        Fill(side, front.Number, words.Document);
        Fill(side, front.Address, words.Address);
    }

    /// <summary>Instructions for checking a card; printed on every back.</summary>
    protected static IReadOnlyList<string> HowToCheck(Office office) =>
    [
        "怎样核验：看正面公章，对照本人证件，看有效期。",
        $"有疑问请打核发机构电话 {office.ContactPhone}，报卡号。",
        "二维码只供核验本卡真伪。",
    ];

    /// <summary>Date in the annex's format: 2020 年 3 月 5 日.</summary>
    protected static string SpacedDate(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";

    /// <summary>Draws one line with its baseline at y, mm.</summary>
    protected static void Text(ICardCanvas side, string text, double x, double y, double size, bool strong = false) =>
        side.Line(text, x, y, size, strong);

    protected static void Centred(ICardCanvas side, string text, double x, double y, double size, bool strong = false) =>
        side.Line(text, x - (Paper.Millimetres(Typography.Width(text, size, strong)) / 2), y, size, strong);

    /// <summary>Draws a paragraph, the first baseline at y; shrinks by half a point if it then fits on one line, else wraps. Returns the next
    /// baseline, mm.</summary>
    protected static double Paragraph(ICardCanvas side, string text, double left, double right, double y, double size, double leading)
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

    protected static void Hairline(ICardCanvas side, double from, double to, double y) => side.Hairline(from, to, y);

    /// <summary>Draws the label and hairline of a field.</summary>
    protected static void Draw(ICardCanvas side, CardBlank blank)
    {
        Text(side, blank.Label, blank.Left, blank.Bottom - 2, blank.LabelSize);
        Hairline(side, blank.ValueLeft, blank.Right, blank.Bottom);
    }

    /// <summary>Fills in a field: on one line if a readable size allows it, else wrapped at the largest size that fits.</summary>
    protected static void Fill(ICardCanvas side, CardBlank blank, string value)
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
            var y = blank.Bottom - 1.8 - Paper.Millimetres((lines.Count - 1 - i) * size * LineHeight);
            Text(side, lines[i], blank.ValueLeft, y, size, blank.Strong);
        }
    }

    /// <summary>Draws one of the four unit fields of 核发机构名称: the name above a hairline, then the printed word. 银川市 before 市 is shortened to
    /// 银川.</summary>
    protected static void Unit(ICardCanvas side, string name, string word, double left, double right, double y, double wordSize, double largest)
    {
        var wordWidth = Typography.Width(word, wordSize);
        var width = Paper.Points(right - left) - wordWidth - 2;
        var text = name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal) ? name[..^word.Length] : name;
        Centred(side, text, left + (Paper.Millimetres(width) / 2), y, Typography.Fit(text, width, largest, 4));
        Hairline(side, left, left + Paper.Millimetres(width), y + 1.4);
        Text(side, word, right - Paper.Millimetres(wordWidth), y, wordSize);
    }
}
