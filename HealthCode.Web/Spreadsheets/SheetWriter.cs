using System.Buffers;
using System.Globalization;
using System.Text;

namespace HealthCode.Web.Spreadsheets;

/// <summary>Writes a worksheet cell by cell from the top. Text is always written as text: user data never becomes a formula.</summary>
/// <remarks>Writes UTF-8 directly: for the four million cells of a year's ledger an XmlWriter would double the time.</remarks>
/// <param name="part">Target stream; complete after <see cref="End"/>, not closed.</param>
internal sealed class SheetWriter(Stream part)
{
    /// <summary>Maximum length of a cell in Excel.</summary>
    private const int LongestText = 32_767;

    /// <summary>Buffer size in bytes; written to the stream when exceeded.</summary>
    private const int Full = 32 * 1024;

    private static readonly DateTime Epoch = new(1899, 12, 30);

    /// <summary>Characters to escape or replace: control characters, surrogates, non-characters, XML markup, and _, which starts Excel's own escapes.
    /// Not tab and line feed.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Range('\0', '\b'), .. Range('\v', '\u001f'), '&', '<', '>', '_', .. Range('\ud800', '\udfff'), '\ufffe', '\uffff']);

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    private readonly ArrayBufferWriter<byte> _written = new(2 * Full);
    private readonly List<byte[]> _letters = [];
    private readonly List<string> _merged = [];
    private readonly List<(string Range, string Words)> _lists = [];
    private IReadOnlyList<double> _widths = [];
    private PageLayout _layout = PageLayout.Whole;
    private int _column;

    /// <summary>Number of the current row, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Starts the sheet: A4 landscape, fit to one page width unless a layout says otherwise, frozen header rows.</summary>
    /// <param name="widths">Column widths in characters.</param>
    /// <param name="frozenRows">Number of rows with title and header.</param>
    /// <param name="below">Style of unwritten cells below the last row.</param>
    /// <param name="layout">Parts in which a wide sheet is printed; its repeated columns stay on the screen, too.</param>
    public void Begin(IEnumerable<double> widths, int frozenRows, CellStyle below = CellStyle.Plain, PageLayout? layout = null)
    {
        (_widths, _layout) = ([.. widths], layout ?? PageLayout.Whole);
        Raw("""<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"""u8);
        if (_layout.Parts == 1)
        {
            Raw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"""u8);
        }

        Raw("<sheetViews><sheetView workbookViewId=\"0\">"u8);
        if (frozenRows > 0 && _layout.Repeated > 0)
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<pane xSplit="{_layout.Repeated}" ySplit="{frozenRows}" topLeftCell="{Workbook.Letters(_layout.Repeated + 1)}{frozenRows + 1}" activePane="bottomRight" state="frozen"/>"""));
        }
        else if (frozenRows > 0)
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<pane ySplit="{frozenRows}" topLeftCell="A{frozenRows + 1}" activePane="bottomLeft" state="frozen"/>"""));
        }

        Raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\" customHeight=\"1\"/><cols>"u8);
        foreach (var (i, width) in _widths.Index())
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{width}" style="{(int)below}" customWidth="1"/>"""));
        }

        Raw("</cols><sheetData>"u8);
    }

    /// <summary>Writes a row with a single text merged across the columns, high enough for all of its lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Its style.</param>
    /// <param name="height">Height of one line in points.</param>
    /// <param name="columns">Number of columns to merge.</param>
    public void Line(string text, CellStyle style, double height, int columns)
    {
        var size = style == CellStyle.Title ? CellText.TitleSize : CellText.Size;
        NextRow(Math.Max(height, CellText.Height(CellText.Lines(text, _widths.Take(columns).Sum(), size), size)));
        Text(text, style);
        Merge(1, Row, columns, Row);
    }

    /// <summary>Starts the next row, or the row with the given number.</summary>
    public void NextRow(double? height = null, int? number = null)
    {
        EndRow();
        Row = number ?? Row + 1;
        _column = 0;
        Raw("<row r=\""u8);
        Raw(Row);
        if (height is { } points)
        {
            Raw("\" ht=\""u8);
            Raw(points);
            Raw("\" customHeight=\"1"u8);
        }

        Raw("\">"u8);
    }

    /// <summary>Writes the next cell, text.</summary>
    public void Text(string text, CellStyle style)
    {
        Cell(style);
        Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        WriteEscaped(text.AsSpan(0, Math.Min(text.Length, LongestText)));
        Raw("</t></is></c>"u8);
    }

    /// <summary>Writes the next cell, a number.</summary>
    public void Number<T>(T number, CellStyle style)
        where T : IUtf8SpanFormattable
    {
        Cell(style);
        Raw("><v>"u8);
        Raw(number);
        Raw("</v></c>"u8);
    }

    /// <summary>Writes the next cell, a formula with its value.</summary>
    public void Formula(string text, decimal value, CellStyle style)
    {
        Cell(style);
        Raw("><f>"u8);
        WriteEscaped(text);
        Raw("</f><v>"u8);
        Raw(value);
        Raw("</v></c>"u8);
    }

    /// <summary>Writes the next cell, a date.</summary>
    public void Day(DateOnly day, CellStyle style) => Number(day.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber, style);

    /// <summary>Writes the next cell, a date with time.</summary>
    public void Moment(DateTime moment, CellStyle style)
    {
        Cell(style);
        Raw("><v>"u8);
        Raw((moment - Epoch).TotalDays, "0.##########");
        Raw("</v></c>"u8);
    }

    /// <summary>Writes the next cell, empty but with its style.</summary>
    public void Empty(CellStyle style)
    {
        Cell(style);
        Raw("/>"u8);
    }

    /// <summary>Merges cells.</summary>
    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
        {
            _merged.Add($"{Workbook.Letters(firstColumn)}{firstRow}:{Workbook.Letters(lastColumn)}{lastRow}");
        }
    }

    /// <summary>Adds list validation to a column; <paramref name="list"/> is comma-separated.</summary>
    public void Choose(int column, int firstRow, int lastRow, string list) =>
        _lists.Add(($"{Workbook.Letters(column)}{firstRow}:{Workbook.Letters(column)}{lastRow}", list));

    /// <summary>Ends the sheet, with page setup and footer.</summary>
    public void End()
    {
        EndRow();
        Raw("</sheetData>"u8);
        if (_merged.Count > 0)
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<mergeCells count="{_merged.Count}">"""));
            _merged.ForEach(range => Raw($"""<mergeCell ref="{range}"/>"""));
            Raw("</mergeCells>"u8);
        }

        if (_lists.Count > 0)
        {
            WriteLists();
        }

        // 15 mm all round, 8 mm to the footer.
        Raw("""<printOptions horizontalCentered="1"/><pageMargins left="0.59" right="0.59" top="0.59" bottom="0.59" header="0.31" footer="0.31"/>"""u8);
        if (_layout.Parts == 1)
        {
            Raw("""<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>"""u8);
        }
        else
        {
            // Part by part across, so that the parts of the same rows follow one another.
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<pageSetup paperSize="9" scale="{_layout.Scale}" pageOrder="overThenDown" orientation="landscape"/>"""));
        }

        Raw("<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>"u8);
        if (_layout.Breaks.Count > 0)
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<colBreaks count="{_layout.Breaks.Count}" manualBreakCount="{_layout.Breaks.Count}">"""));
            foreach (var column in _layout.Breaks)
            {
                Raw(string.Create(CultureInfo.InvariantCulture, $"""<brk id="{column}" max="1048575" man="1"/>"""));
            }

            Raw("</colBreaks>"u8);
        }

        Raw("</worksheet>"u8);
        HandOn();
    }

    private void WriteLists()
    {
        Raw(string.Create(CultureInfo.InvariantCulture, $"""<dataValidations count="{_lists.Count}">"""));
        foreach (var (range, words) in _lists)
        {
            Raw($"""<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请选一项" error="请从下拉列表里选。" sqref="{range}"><formula1>""");
            WriteEscaped($"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            Raw("</formula1></dataValidation>"u8);
        }

        Raw("</dataValidations>"u8);
    }

    private void Cell(CellStyle style)
    {
        if (_column == _letters.Count)
        {
            _letters.Add(Encoding.ASCII.GetBytes(Workbook.Letters(_column + 1)));
        }

        Raw("<c r=\""u8);
        Raw(_letters[_column++]);
        Raw(Row);
        Raw("\" s=\""u8);
        Raw((int)style);
        Raw("\""u8);
    }

    private void EndRow()
    {
        if (Row > 0)
        {
            Raw("</row>"u8);
        }

        if (_written.WrittenCount > Full)
        {
            HandOn();
        }
    }

    private void HandOn()
    {
        part.Write(_written.WrittenSpan);
        _written.ResetWrittenCount();
    }

    /// <summary>Writes escaped text. Characters not allowed in XML become a box; what Excel would read as its own escape is escaped.</summary>
    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Special)) >= 0;)
        {
            Plain(text[..at]);
            text = text[at..];
            var isPair = text.Length > 1 && char.IsSurrogatePair(text[0], text[1]);
            Plain(isPair ? text[..2] : text[0] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                // An unescaped CR would be normalised to LF by XML readers.
                '\r' => "&#xD;",
                '_' => IsEscape(text) ? "_x005F_" : "_",
                _ => "□",
            });
            text = text[(isPair ? 2 : 1)..];
        }

        Plain(text);
    }

    /// <summary>Whether the text starts with an Excel escape such as _x0041_ for A.</summary>
    private static bool IsEscape(ReadOnlySpan<char> text) => text is ['_', 'x', _, _, _, _, '_', ..] && !text[2..6].ContainsAnyExcept(Hexadecimal);

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private void Plain(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _written);

    private void Raw(string xml) => Plain(xml);

    private void Raw(ReadOnlySpan<byte> xml) => _written.Write(xml);

    private void Raw<T>(T number, string format = "")
        where T : IUtf8SpanFormattable
    {
        const int LongestNumber = 40;
        number.TryFormat(_written.GetSpan(LongestNumber), out var length, format, CultureInfo.InvariantCulture);
        _written.Advance(length);
    }
}
