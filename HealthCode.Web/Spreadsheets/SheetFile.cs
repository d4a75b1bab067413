using System.Text;

namespace HealthCode.Web.Spreadsheets;

/// <summary>表格文件 — reads an uploaded file by its content, not its extension: .xlsx, .xls, or CSV in UTF-8, UTF-16 or GB18030.</summary>
public static class SheetFile
{
    /// <summary>Maximum file size, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Maximum number of rows per import.</summary>
    public const int MostRows = 20_000;

    /// <summary>The header row is searched up to this row.</summary>
    internal const int LastTitleRow = 10;

    /// <summary>Maximum length of a cell, in characters.</summary>
    public const int LongestCell = 1_000;

    private const string SaveAs = "请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传。";

    // Signatures of files that users upload by mistake.
    private static readonly (byte[] Begin, string Sentence)[] NoTables =
    [
        ("%PDF"u8.ToArray(), "这是 PDF 文件，不是表格。" + SaveAs),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "这是图片，不是表格。" + SaveAs),
        ([0xFF, 0xD8, 0xFF], "这是图片，不是表格。" + SaveAs),
        ("GIF8"u8.ToArray(), "这是图片，不是表格。" + SaveAs),
        ("Rar!"u8.ToArray(), "这是压缩包，请先解压，再上传里面的表格。"),
        ([0x37, 0x7A, 0xBC, 0xAF], "这是压缩包，请先解压，再上传里面的表格。"),
        ([(byte)'P', (byte)'K', 5, 6], "这是空的压缩包，不是表格。" + SaveAs),
    ];

    // Old .xls files use legacy code pages.
    static SheetFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the rows of the first visible sheet.</summary>
    /// <param name="file">A seekable stream, at its beginning.</param>
    /// <param name="knownTitles">Counts the known titles of a row; used to detect the separator of a CSV.</param>
    /// <param name="take">Processes the rows while the file is open.</param>
    /// <exception cref="SheetRefusedException">The file cannot be used; the message says why.</exception>
    internal static T Read<T>(Stream file, Func<SheetLine, int> knownTitles, Func<IEnumerable<SheetLine>, T> take)
    {
        try
        {
            return take(Lines(file, knownTitles));
        }
        catch (Exception damage) when (damage is not (SheetRefusedException or OutOfMemoryException))
        {
            // The parsers throw many kinds of exceptions for a damaged file; the original one is logged.
            throw new SheetRefusedException("文件已损坏，读不出来。" + SaveAs, damage);
        }
    }

    private static IEnumerable<SheetLine> Lines(Stream file, Func<SheetLine, int> knownTitles)
    {
        if (file.Length > LargestFile)
        {
            throw new SheetRefusedException($"文件有 {file.Length / 1024.0 / 1024:0.#} MB，超过 20 MB。请删去图片和用不着的表，或分成几个文件。");
        }

        var head = new byte[Math.Min(4096, file.Length)];
        file.ReadExactly(head);
        file.Position = 0;
        if (NoTables.FirstOrDefault(each => head.AsSpan().StartsWith(each.Begin)) is { Sentence: { } sentence })
        {
            throw new SheetRefusedException(sentence);
        }

        return head switch
        {
            [] => throw new SheetRefusedException("文件是空的，请核对选的文件。"),
            [(byte)'P', (byte)'K', 3, 4, ..] => XlsxFile.Lines(file),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => XlsFile.Lines(file),
            _ when Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') => throw new SheetRefusedException("这是网页格式的表（有的系统导出时也叫 .xls）。" + SaveAs),
            _ when CsvFile.IsUtf16(head) => CsvFile.Lines(file, knownTitles),
            _ when head.Contains((byte)0) => throw new SheetRefusedException("这个文件不是表格。" + SaveAs),
            _ => CsvFile.Lines(file, knownTitles),
        };
    }
}

/// <summary>The file cannot be used; the message is for the user.</summary>
public sealed class SheetRefusedException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>A row as stored in the file.</summary>
/// <param name="Number">Row number in the spreadsheet, from 1.</param>
/// <param name="Cells">Non-empty cells, from left to right.</param>
/// <param name="IsHidden">Whether it is hidden by a filter or by hand.</param>
internal sealed record SheetLine(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false);
