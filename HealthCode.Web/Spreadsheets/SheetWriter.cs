using System.Buffers;
using System.Globalization;
using System.Text;

namespace HealthCode.Web.Spreadsheets;

/// <summary>One worksheet, cell by cell from the top. Text is text whatever it begins with: nothing a resident is called becomes a formula.</summary>
/// <remarks>Written as UTF-8 and not by way of an XmlWriter, which takes as long for the four million cells of a year's ledger as all the rest together.</remarks>
/// <param name="part">The part of the file; has all of it after <see cref="End"/> and stays open.</param>
internal sealed class SheetWriter(Stream part)
{
    /// <summary>The most a cell holds.</summary>
    private const int LongestText = 32_767;

    /// <summary>So many bytes are handed on at once.</summary>
    private const int Full = 32 * 1024;

    private static readonly DateTime Epoch = new(1899, 12, 30);

    /// <summary>Controls, surrogates and non-characters, of which not all are XML; its own characters; and _, with which a spreadsheet's own escape begins. A tab and the end of a line stay.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Range('\0', '\b'), .. Range('\v', '\u001f'), '&', '<', '>', '_', .. Range('\ud800', '\udfff'), '\ufffe', '\uffff']);

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    private readonly ArrayBufferWriter<byte> _written = new(2 * Full);
    private readonly List<byte[]> _letters = [];
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
        Raw("""<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"""u8);
        Raw("<sheetViews><sheetView workbookViewId=\"0\">"u8);
        if (frozenRows > 0)
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<pane ySplit="{frozenRows}" topLeftCell="A{frozenRows + 1}" activePane="bottomLeft" state="frozen"/>"""));
        }

        Raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\" customHeight=\"1\"/><cols>"u8);
        foreach (var (i, width) in widths.Index())
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{width}" style="{(int)below}" customWidth="1"/>"""));
        }

        Raw("</cols><sheetData>"u8);
    }

    /// <summary>A row of one text, across all columns.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="height">In points.</param>
    /// <param name="columns">How many are merged for it.</param>
    public void Line(string text, CellStyle style, double height, int columns)
    {
        NextRow(height);
        Text(text, style);
        Merge(1, Row, columns, Row);
    }

    /// <summary>The next row, or one further down.</summary>
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

    /// <summary>The next cell, text.</summary>
    public void Text(string text, CellStyle style)
    {
        Cell(style);
        Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Said(text.AsSpan(0, Math.Min(text.Length, LongestText)));
        Raw("</t></is></c>"u8);
    }

    /// <summary>The next cell, a number.</summary>
    public void Number<T>(T number, CellStyle style)
        where T : IUtf8SpanFormattable
    {
        Cell(style);
        Raw("><v>"u8);
        Raw(number);
        Raw("</v></c>"u8);
    }

    /// <summary>The next cell, a formula and its value.</summary>
    public void Formula(string text, decimal value, CellStyle style)
    {
        Cell(style);
        Raw("><f>"u8);
        Said(text);
        Raw("</f><v>"u8);
        Raw(value);
        Raw("</v></c>"u8);
    }

    /// <summary>The next cell, a date.</summary>
    public void Day(DateOnly day, CellStyle style) => Number(day.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber, style);

    /// <summary>The next cell, a moment.</summary>
    public void Moment(DateTime moment, CellStyle style)
    {
        Cell(style);
        Raw("><v>"u8);
        Raw((moment - Epoch).TotalDays, "0.##########");
        Raw("</v></c>"u8);
    }

    /// <summary>The next cell, empty but framed.</summary>
    public void Empty(CellStyle style)
    {
        Cell(style);
        Raw("/>"u8);
    }

    /// <summary>Makes one cell of several.</summary>
    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
        {
            _merged.Add($"{Workbook.Letters(firstColumn)}{firstRow}:{Workbook.Letters(lastColumn)}{lastRow}");
        }
    }

    /// <summary>List validation for a column; comma-separated.</summary>
    public void Choose(int column, int firstRow, int lastRow, string list) =>
        _lists.Add(($"{Workbook.Letters(column)}{firstRow}:{Workbook.Letters(column)}{lastRow}", list));

    /// <summary>Ends, with paper and footer.</summary>
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
        Raw("""<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>"""u8);
        HandOn();
    }

    private void WriteLists()
    {
        Raw(string.Create(CultureInfo.InvariantCulture, $"""<dataValidations count="{_lists.Count}">"""));
        foreach (var (range, words) in _lists)
        {
            Raw($"""<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请选一项" error="请从下拉列表里选。" sqref="{range}"><formula1>""");
            Said($"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
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

    /// <summary>What XML cannot hold is shown as a box, never dropped in silence; what a spreadsheet would read as its own escape is escaped.</summary>
    private void Said(ReadOnlySpan<char> text)
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
                // As it stands a reader would take it for the end of a line.
                '\r' => "&#xD;",
                '_' => IsEscape(text) ? "_x005F_" : "_",
                _ => "□",
            });
            text = text[(isPair ? 2 : 1)..];
        }

        Plain(text);
    }

    /// <summary>_x0041_ is how a spreadsheet writes A.</summary>
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
