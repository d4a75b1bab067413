using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace HealthCode.Web.Spreadsheets;

/// <summary>Reads an .xlsx row by row, lazily (ECMA-376 part 1, transitional and strict).</summary>
internal sealed partial class XlsxFile
{
    private readonly List<string> _shared = [];
    private XmlReader? _sharedPart;
    private IReadOnlyList<NumberFormat> _formats = [];
    private bool _from1904;

    private XlsxFile()
    {
    }

    /// <summary>Reads the rows of the first visible sheet.</summary>
    public static IEnumerable<SheetLine> Lines(Stream file) => new XlsxFile().Read(file);

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();

    private IEnumerable<SheetLine> Read(Stream file)
    {
        using var package = new XlsxPackage(file);
        var book = package.Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        var parts = package.Relations(book);
        var sheetId = FirstSheet(package, book);
        _formats = NumberFormats.Read(package, PartOf("styles"));
        using var shared = _sharedPart = package.Open(PartOf("sharedStrings"));
        var name = sheetId is not null && parts.TryGetValue(sheetId, out var found) ? found.Part : "";
        var merged = package.Aside(() => Merged(package, name));
        using var sheet = package.Open(name) ?? throw new InvalidDataException("no sheet");
        var number = 0;
        while (sheet.Read())
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = Whole(sheet.GetAttribute("r")) ?? number + 1;
                var isHidden = sheet.GetAttribute("hidden") is "1" or "true";
                yield return new(number, merged.Seen(number, Cells(sheet)), isHidden);
            }
        }

        string PartOf(string kind) => parts.Values.FirstOrDefault(relation => relation.Kind == kind).Part ?? "";
    }

    /// <summary>Reads the merged cells in a separate pass: they come after the rows, but are needed with them.</summary>
    private static MergedCells Merged(XlsxPackage package, string name)
    {
        var merged = new MergedCells();
        using var sheet = package.Open(name);
        var isThere = sheet?.Read() == true;
        while (isThere)
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "sheetData" })
            {
                sheet.Skip();
                isThere = !sheet.EOF;
                continue;
            }

            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" }
                && sheet.GetAttribute("ref")?.Split(':') is [var first, var last]
                && Column(first) is { } left && Column(last) is { } right && Row(first) is { } top && Row(last) is { } bottom)
            {
                merged.Add(top, left, bottom, right);
            }

            isThere = sheet!.Read();
        }

        merged.Sort();
        return merged;
    }

    private string? FirstSheet(XlsxPackage package, string book)
    {
        using var part = package.Open(book) ?? throw new InvalidDataException("no workbook");
        string? first = null;
        while (first is null && part.Read())
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                _from1904 = part.GetAttribute("date1904") is "1" or "true";
            }
            else if (part is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && part.GetAttribute("state") is null or "visible")
            {
                first = Attribute(part, "id");
            }
        }

        return first;
    }

    /// <summary>Finds an attribute by its local name, because the strict format uses another namespace.</summary>
    private static string? Attribute(XmlReader part, string localName)
    {
        string? value = null;
        for (var there = part.MoveToFirstAttribute(); there; there = part.MoveToNextAttribute())
        {
            value = part.LocalName == localName ? part.Value : value;
        }

        part.MoveToElement();
        return value;
    }

    private List<SheetCell> Cells(XmlReader sheet)
    {
        List<SheetCell> cells = [];
        if (sheet.IsEmptyElement)
        {
            return cells;
        }

        var (depth, column) = (sheet.Depth, -1);
        sheet.Read();
        while (sheet.Depth > depth)
        {
            if (sheet is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                sheet.Read();
                continue;
            }

            column = Column(sheet.GetAttribute("r")) ?? column + 1;
            if (Cell(sheet, column) is { } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    /// <summary>Reads a cell and moves past it.</summary>
    private SheetCell? Cell(XmlReader sheet, int column)
    {
        var (type, style) = (sheet.GetAttribute("t"), Whole(sheet.GetAttribute("s")) ?? 0);
        var (value, isFormula) = ("", false);
        if (!sheet.IsEmptyElement)
        {
            var depth = sheet.Depth;
            sheet.Read();
            while (sheet.Depth > depth)
            {
                switch (sheet.NodeType == XmlNodeType.Element ? sheet.LocalName : "")
                {
                    case "v":
                        value = sheet.ReadElementContentAsString();
                        break;
                    case "is":
                        value = Words(sheet);
                        break;
                    case "f":
                        isFormula = true;
                        sheet.Skip();
                        break;
                    default:
                        sheet.Read();
                        break;
                }
            }
        }

        sheet.Read();
        if (value.Length == 0)
        {
            return isFormula ? new(column, "", SheetCellKind.Formula) : null;
        }

        var cell = Said(column, type, style, value);
        return isFormula ? cell with { Kind = SheetCellKind.Formula } : cell;
    }

    private SheetCell Said(int column, string? type, int style, string value) => type switch
    {
        "s" => new(column, Shared(int.Parse(value, CultureInfo.InvariantCulture))),
        "inlineStr" => new(column, value),
        "str" => new(column, Unescaped(value)),
        "b" => new(column, value == "1" ? "TRUE" : "FALSE"),
        "e" => new(column, value, SheetCellKind.Error),
        "d" => SheetCell.Moment(column, DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        _ => Figure(
            column, double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), style < _formats.Count ? _formats[style] : NumberFormat.General),
    };

    private SheetCell Figure(int column, double number, NumberFormat format)
    {
        // Days since 1899-12-30, or since 1904 on old Macs; 2,958,466 is the year 10,000.
        var days = number + (_from1904 ? 1462 : 0);
        return !format.IsMoment || days is not (>= 0 and < 2_958_466) ? SheetCell.Number(column, number, format)
            : number < 1 ? SheetCell.Hour(column, TimeSpan.FromSeconds(Math.Round(number * 86_400)))
            : SheetCell.Moment(column, DateTime.UnixEpoch.AddDays(-25_569).AddSeconds(Math.Round(days * 86_400)));
    }

    /// <summary>Reads shared strings on demand: they are usually stored in order of first use.</summary>
    private string Shared(int place)
    {
        while (_shared.Count <= place)
        {
            if (_sharedPart?.Read() != true)
            {
                throw new InvalidDataException("no such shared string");
            }

            if (_sharedPart is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                _shared.Add(Words(_sharedPart, leaveAtEnd: true));
            }
        }

        return _shared[place];
    }

    /// <summary>The text of a cell, without phonetic guides (pinyin).</summary>
    private static string Words(XmlReader part, bool leaveAtEnd = false)
    {
        var words = new StringBuilder();
        if (!part.IsEmptyElement)
        {
            var depth = part.Depth;
            part.Read();
            while (part.Depth > depth)
            {
                switch (part.NodeType == XmlNodeType.Element ? part.LocalName : "")
                {
                    case "t":
                        words.Append(part.ReadElementContentAsString());
                        break;
                    case "rPh":
                        part.Skip();
                        break;
                    default:
                        part.Read();
                        break;
                }
            }
        }

        if (!leaveAtEnd)
        {
            part.Read();
        }

        return Unescaped(words.ToString());
    }

    /// <summary>Decodes escapes such as _x000D_ for characters XML cannot hold.</summary>
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)Convert.ToUInt16(match.Groups[1].Value, 16)).ToString())
        : text;

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>AB12 → 12.</summary>
    private static int? Row(string reference) => Whole(string.Concat(reference.SkipWhile(char.IsAsciiLetterUpper)));

    /// <summary>AB12 → 27.</summary>
    private static int? Column(string? reference)
    {
        // Called for every cell, so it does not allocate.
        var (column, letters) = (0, 0);
        while (letters < reference?.Length && char.IsAsciiLetterUpper(reference[letters]))
        {
            column = (column * 26) + reference[letters++] - 'A' + 1;
        }

        return letters is 0 or > 3 ? null : column - 1;
    }
}
