using System.Text;
using CsvHelper;

namespace HealthCode.Web.Spreadsheets;

/// <summary>Reads text with commas, tabs or semicolons, in UTF-8, UTF-16, or GB18030 of older programs.</summary>
internal static class CsvFile
{
    // .NET still decodes GB18030-2005 with private use characters; GB 18030-2022 assigns them to standard code points.
    private static readonly Dictionary<char, string> Moved = new()
    {
        ['\uE81E'] = "\u9FB4", ['\uE826'] = "\u9FB5", ['\uE82B'] = "\u9FB6", ['\uE82C'] = "\u9FB7",
        ['\uE832'] = "\u9FB8", ['\uE843'] = "\u9FB9", ['\uE854'] = "\u9FBA", ['\uE864'] = "\u9FBB",
        ['\uE816'] = "\U00020087", ['\uE817'] = "\U00020089", ['\uE818'] = "\U000200CC",
        ['\uE831'] = "\U000215D7", ['\uE83B'] = "\U0002298F", ['\uE855'] = "\U000241FE",
        ['\uE78D'] = "\uFE10", ['\uE78E'] = "\uFE12", ['\uE78F'] = "\uFE11", ['\uE790'] = "\uFE13", ['\uE791'] = "\uFE14",
        ['\uE792'] = "\uFE15", ['\uE793'] = "\uFE16", ['\uE794'] = "\uFE17", ['\uE795'] = "\uFE18", ['\uE796'] = "\uFE19",
        // 䶮, encoded this way by old systems.
        ['\uE863'] = "\u4DAE",
    };

    private static readonly char[] Separators = [',', '\t', ';'];

    /// <summary>Reads the rows.</summary>
    /// <param name="file">At its beginning.</param>
    /// <param name="knownTitles">Counts the known titles of a row; the separator that yields most is used.</param>
    public static IEnumerable<SheetLine> Lines(Stream file, Func<SheetLine, int> knownTitles)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = Decoded(bytes);
        return Rows(text, Separator(text, knownTitles));
    }

    /// <summary>Whether the file starts like UTF-16 (the “Unicode text” of Excel): has a BOM, or line ends in UTF-16.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> head) => Utf16(head) is not null;

    private static string Decoded(byte[] bytes)
    {
        try
        {
            return ((Encoding?)Utf16(bytes) ?? new UTF8Encoding(false, throwOnInvalidBytes: true)).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            return Utf16(bytes) is null ? FromGb18030(bytes) : throw Unreadable("UTF-16 的文字不完整", fault);
        }
    }

    /// <summary>Without a BOM, UTF-16 is detected by zeros only at odd (or only at even) positions and a UTF-16 line end.</summary>
    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new(bigEndian: head[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        var (even, odd) = (false, false);
        for (var i = 0; i < head.Length; i++)
        {
            even |= head[i] == 0 && i % 2 == 0;
            odd |= head[i] == 0 && i % 2 == 1;
        }

        return odd && !even && head.IndexOf((ReadOnlySpan<byte>)[(byte)'\n', 0]) >= 0 ? new(false, false, true)
            : even && !odd && head.IndexOf((ReadOnlySpan<byte>)[0, (byte)'\n']) >= 0 ? new(true, false, true)
            : null;
    }

    private static string FromGb18030(byte[] bytes)
    {
        try
        {
            var text = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
            if (!text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'))
            {
                return text;
            }

            var moved = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                _ = Moved.TryGetValue(c, out var place) ? moved.Append(place) : moved.Append(c);
            }

            return moved.ToString();
        }
        catch (DecoderFallbackException fault)
        {
            throw Unreadable("不是 UTF-8，也不是 GB18030", fault);
        }
    }

    private static SheetRefusedException Unreadable(string why, Exception fault) =>
        new($"文件里的文字读不出来：{why}。请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传。", fault);

    /// <summary>The separator that yields the most known titles.</summary>
    private static char Separator(string text, Func<SheetLine, int> knownTitles) => Separators.MaxBy(
        separator => Rows(text, separator, mayBeTorn: true).Take(SheetFile.LastTitleRow).Max(line => (int?)knownTitles(line)) ?? 0);

    private static IEnumerable<SheetLine> Rows(string text, char separator, bool mayBeTorn = false)
    {
        var isMalformed = false;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = _ => isMalformed = true,
        };
        using var reader = CsvReader.FromText(text, options);
        for (var number = 1; reader.Read(); number++)
        {
            if (isMalformed && !mayBeTorn && IsTorn(reader))
            {
                throw new SheetRefusedException($"第 {number} 行有一个引号没有配对，后面的内容分不开。请用 Excel 或 WPS 打开核对，另存为“Excel 工作簿（.xlsx）”后再上传。");
            }

            isMalformed = false;
            List<SheetCell> cells = [];
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetString(column) is { Length: > 0 } cell)
                {
                    cells.Add(Cell(column, cell));
                }
            }

            yield return new(number, cells);
        }
    }

    /// <summary>Whether the last cell starts with an unclosed quote, and so swallowed the rest of the file.</summary>
    private static bool IsTorn(CsvReader reader) =>
        reader.FieldCount > 0 && reader.GetRawSpan(reader.FieldCount - 1) is [(byte)'"', ..] last && last.Count((byte)'"') % 2 == 1;

    /// <summary>="640…" or a tab around digits are written by other systems to mark them as text.</summary>
    private static SheetCell Cell(int column, string cell) => cell switch
    {
        _ when cell.Trim() is ['=', '"', .. var text, '"'] && !text.Contains('"', StringComparison.Ordinal) => new(column, text),
        ['=', ..] => new(column, cell, SheetCellKind.Formula),
        ['\t', ..] or [.., '\t'] => new(column, cell),
        _ => new(column, cell, SheetCellKind.Unknown),
    };
}
