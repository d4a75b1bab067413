using System.Text;

namespace HealthCode.Web.Spreadsheets;

/// <summary>表格文件 — reads what was handed in, whatever its name says: .xlsx, .xls, or text with commas in UTF-8, UTF-16 or GB18030.</summary>
public static class SheetFile
{
    /// <summary>The largest file taken in, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>The most rows taken in at once.</summary>
    public const int MostRows = 20_000;

    /// <summary>Titles stand in one of the rows up to this.</summary>
    internal const int LastTitleRow = 10;

    /// <summary>The longest cell, in characters.</summary>
    public const int LongestCell = 1_000;

    private const string SaveAs = "请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传。";

    // What people choose by mistake, by its first bytes.
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

    // Old workbooks name the code page they were written in.
    static SheetFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the lines of the first visible sheet.</summary>
    /// <param name="file">At its beginning; can be read again from there.</param>
    /// <param name="knownTitles">How many titles that are looked for a line has: of text, it tells what separates the cells.</param>
    /// <param name="take">What is done with the lines while the file is read.</param>
    /// <exception cref="SheetRefusedException">Nothing can be taken from it; the message says why.</exception>
    internal static T Read<T>(Stream file, Func<SheetLine, int> knownTitles, Func<IEnumerable<SheetLine>, T> take)
    {
        try
        {
            return take(Lines(file, knownTitles));
        }
        catch (Exception damage) when (damage is not (SheetRefusedException or OutOfMemoryException))
        {
            // A damaged file breaks its readers in many ways; the reason goes to the log.
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

/// <summary>A file that cannot be taken in at all; the message is a sentence for who handed it in.</summary>
public sealed class SheetRefusedException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>A row as it lies in the file.</summary>
/// <param name="Number">As the spreadsheet counts it, from 1.</param>
/// <param name="Cells">Those that say something, from left to right.</param>
/// <param name="IsHidden">Whether nobody sees it: filtered away, or hidden by hand.</param>
internal sealed record SheetLine(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false);
