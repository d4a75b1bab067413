using System.Globalization;
using System.Xml;

namespace HealthCode.Web.Reports;

/// <summary>One worksheet, cell by cell from the top. Text is text whatever it begins with: nothing a resident is called becomes a formula.</summary>
internal sealed class SheetWriter(XmlWriter part)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The most a cell holds.</summary>
    private const int LongestText = 32_767;

    private static readonly DateTime Epoch = new(1899, 12, 30);

    private readonly List<string> _merged = [];
    private readonly List<(string Range, string Words)> _lists = [];
    private int _column;

    /// <summary>The row being written, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Begins: A4 across, one page wide, header rows that stay when one scrolls.</summary>
    /// <param name="widths">Of the columns.</param>
    /// <param name="frozenRows">Title and header.</param>
    /// <param name="below">How cells look that are not written, far below the last row.</param>
    public void Begin(IEnumerable<double> widths, int frozenRows, CellStyle below = CellStyle.Plain)
    {
        part.WriteStartElement("worksheet", Main);
        Nested("sheetPr", () => Element("pageSetUpPr", ("fitToPage", "1")));
        Nested("sheetViews", () =>
        {
            part.WriteStartElement("sheetView");
            part.WriteAttributeString("workbookViewId", "0");
            if (frozenRows > 0)
            {
                Element("pane", ("ySplit", XmlConvert.ToString(frozenRows)), ("topLeftCell", $"A{frozenRows + 1}"), ("activePane", "bottomLeft"), ("state", "frozen"));
            }

            part.WriteEndElement();
        });
        Element("sheetFormatPr", ("defaultRowHeight", "18"), ("customHeight", "1"));
        Nested("cols", () =>
        {
            foreach (var (width, i) in widths.Select((width, i) => (XmlConvert.ToString(width), XmlConvert.ToString(i + 1))))
            {
                Element("col", ("min", i), ("max", i), ("width", width), ("style", XmlConvert.ToString((int)below)), ("customWidth", "1"));
            }
        });
        part.WriteStartElement("sheetData");
    }

    /// <summary>The next row, or one further down.</summary>
    public void NextRow(double? height = null, int? number = null)
    {
        EndRow();
        Row = number ?? Row + 1;
        _column = 0;
        part.WriteStartElement("row");
        part.WriteAttributeString("r", XmlConvert.ToString(Row));
        if (height is { } points)
        {
            part.WriteAttributeString("ht", XmlConvert.ToString(points));
            part.WriteAttributeString("customHeight", "1");
        }
    }

    /// <summary>The next cell, text.</summary>
    public void Text(string text, CellStyle style)
    {
        Cell(style);
        part.WriteAttributeString("t", "inlineStr");
        part.WriteStartElement("is");
        part.WriteStartElement("t");
        part.WriteAttributeString("xml", "space", null, "preserve");
        part.WriteString(Written(text));
        part.WriteEndElement();
        part.WriteEndElement();
        part.WriteEndElement();
    }

    /// <summary>The next cell, a number.</summary>
    public void Number(decimal number, CellStyle style)
    {
        Cell(style);
        part.WriteElementString("v", XmlConvert.ToString(number));
        part.WriteEndElement();
    }

    /// <summary>The next cell, a formula and its value.</summary>
    public void Formula(string text, decimal value, CellStyle style)
    {
        Cell(style);
        part.WriteElementString("f", text);
        part.WriteElementString("v", XmlConvert.ToString(value));
        part.WriteEndElement();
    }

    /// <summary>The next cell, a date or a moment.</summary>
    public void Moment(DateTime moment, CellStyle style)
    {
        Cell(style);
        part.WriteElementString("v", (moment - Epoch).TotalDays.ToString("0.##########", CultureInfo.InvariantCulture));
        part.WriteEndElement();
    }

    /// <summary>The next cell, empty but framed.</summary>
    public void Empty(CellStyle style)
    {
        Cell(style);
        part.WriteEndElement();
    }

    /// <summary>Makes one cell of several.</summary>
    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
        {
            _merged.Add($"{Workbook.Letters(firstColumn)}{firstRow}:{Workbook.Letters(lastColumn)}{lastRow}");
        }
    }

    /// <summary>Cells of a column that take only the words of a list, words apart by commas.</summary>
    public void Choose(int column, int firstRow, int lastRow, string list) =>
        _lists.Add(($"{Workbook.Letters(column)}{firstRow}:{Workbook.Letters(column)}{lastRow}", list));

    /// <summary>Ends, with paper and footer.</summary>
    public void End()
    {
        EndRow();
        part.WriteEndElement();
        if (_merged.Count > 0)
        {
            part.WriteStartElement("mergeCells");
            part.WriteAttributeString("count", XmlConvert.ToString(_merged.Count));
            _merged.ForEach(range => Element("mergeCell", ("ref", range)));
            part.WriteEndElement();
        }

        if (_lists.Count > 0)
        {
            WriteLists();
        }

        Element("printOptions", ("horizontalCentered", "1"));
        // 15 mm all round, 8 mm to the footer.
        Element("pageMargins", ("left", "0.59"), ("right", "0.59"), ("top", "0.59"), ("bottom", "0.59"), ("header", "0.31"), ("footer", "0.31"));
        Element("pageSetup", ("paperSize", "9"), ("fitToWidth", "1"), ("fitToHeight", "0"), ("orientation", "landscape"));
        Nested("headerFooter", () => part.WriteElementString("oddFooter", "&C第 &P 页 共 &N 页"));
        part.WriteEndElement();
    }

    /// <summary>What XML cannot hold is shown as a box, never dropped in silence; what a spreadsheet would read as its own escape is escaped.</summary>
    private static string Written(string text)
    {
        var whole = text.Length <= LongestText ? text : text[..LongestText];
        if (whole.AsSpan().IndexOfAnyExceptInRange(' ', '^') < 0)
        {
            return whole;
        }

        var clean = new System.Text.StringBuilder(whole.Length);
        for (var i = 0; i < whole.Length; i++)
        {
            var (c, isPair) = (whole[i], i + 1 < whole.Length && char.IsSurrogatePair(whole[i], whole[i + 1]));
            clean.Append(isPair ? whole.AsSpan(i, 2) : XmlConvert.IsXmlChar(c) ? [c] : "□");
            i += isPair ? 1 : 0;
        }

        return System.Text.RegularExpressions.Regex.Replace(clean.ToString(), "_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }

    private void WriteLists()
    {
        part.WriteStartElement("dataValidations");
        part.WriteAttributeString("count", XmlConvert.ToString(_lists.Count));
        foreach (var (range, words) in _lists)
        {
            part.WriteStartElement("dataValidation");
            foreach (var (name, value) in (IEnumerable<(string, string)>)[("type", "list"), ("allowBlank", "1"), ("showErrorMessage", "1"), ("errorTitle", "请选一项"), ("error", "请从下拉列表里选。"), ("sqref", range)])
            {
                part.WriteAttributeString(name, value);
            }

            part.WriteElementString("formula1", $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            part.WriteEndElement();
        }

        part.WriteEndElement();
    }

    private void Cell(CellStyle style)
    {
        _column++;
        part.WriteStartElement("c");
        part.WriteAttributeString("r", Workbook.Letters(_column) + XmlConvert.ToString(Row));
        part.WriteAttributeString("s", XmlConvert.ToString((int)style));
    }

    private void EndRow()
    {
        if (Row > 0)
        {
            part.WriteEndElement();
        }
    }

    private void Nested(string name, Action inside)
    {
        part.WriteStartElement(name);
        inside();
        part.WriteEndElement();
    }

    private void Element(string name, params (string Name, string Value)[] attributes) => Nested(name, () =>
    {
        foreach (var (attribute, value) in attributes)
        {
            part.WriteAttributeString(attribute, value);
        }
    });
}
