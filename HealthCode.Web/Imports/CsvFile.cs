using System.Text;

namespace HealthCode.Web.Imports;

/// <summary>Text with commas, tabs or semicolons, in UTF-8 or in the GB18030 of older programs.</summary>
internal static class CsvFile
{
    // The runtime still decodes GB18030-2005 into private use; the 2022 edition gave these characters places of their own (standards 5.5).
    private static readonly Dictionary<char, string> Moved = new()
    {
        ['\uE81E'] = "\u9FB4", ['\uE826'] = "\u9FB5", ['\uE82B'] = "\u9FB6", ['\uE82C'] = "\u9FB7",
        ['\uE832'] = "\u9FB8", ['\uE843'] = "\u9FB9", ['\uE854'] = "\u9FBA", ['\uE864'] = "\u9FBB",
        ['\uE816'] = "\U00020087", ['\uE817'] = "\U00020089", ['\uE818'] = "\U000200CC",
        ['\uE831'] = "\U000215D7", ['\uE83B'] = "\U0002298F", ['\uE855'] = "\U000241FE",
        ['\uE78D'] = "\uFE10", ['\uE78E'] = "\uFE12", ['\uE78F'] = "\uFE11", ['\uE790'] = "\uFE13", ['\uE791'] = "\uFE14",
        ['\uE792'] = "\uFE15", ['\uE793'] = "\uFE16", ['\uE794'] = "\uFE17", ['\uE795'] = "\uFE18", ['\uE796'] = "\uFE19",
        // 䶮, where old systems put it.
        ['\uE863'] = "\u4DAE",
    };

    /// <summary>Its rows.</summary>
    public static IEnumerable<SheetLine> Lines(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Rows(Decoded(bytes));
    }

    private static string Decoded(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return FromGb18030(bytes);
        }
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
            throw new SheetRefusedException("文件里的文字读不出来：不是 UTF-8，也不是 GB18030。请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传。", fault);
        }
    }

    private static IEnumerable<SheetLine> Rows(string text)
    {
        var comma = Comma(text);
        var (number, at) = (0, 0);
        while (at < text.Length)
        {
            List<SheetCell> cells = [];
            number++;
            for (var column = 0; ; column++)
            {
                var cell = Cell(text, comma, number, ref at);
                if (cell.Length > 0)
                {
                    cells.Add(new(column, cell, cell[0] == '=' ? SheetCellKind.Formula : SheetCellKind.Text));
                }

                if (at >= text.Length || text[at] != comma)
                {
                    break;
                }

                at++;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            yield return new(number, cells);
        }
    }

    /// <summary>What stands between the cells, judged by the first rows.</summary>
    private static char Comma(string text)
    {
        var top = text.AsSpan(0, Math.Min(4000, text.Length));
        return top.Contains('\t') && top.Count('\t') >= top.Count(',') ? '\t' : top.Contains(',') || !top.Contains(';') ? ',' : ';';
    }

    /// <summary>Reads to the comma or the end of the row, and stops before it.</summary>
    private static string Cell(string text, char comma, int number, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(comma, '\r', '\n') is >= 0 and var length ? at + length : text.Length;
            var plain = text[at..end];
            at = end;
            return plain;
        }

        var quoted = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                quoted.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                quoted.Append(text[at++]);
            }
            else
            {
                at++;
                // What follows the closing quote belongs to the cell all the same.
                return quoted.Append(Cell(text, comma, number, ref at)).ToString();
            }
        }

        throw new SheetRefusedException($"第 {number} 行有一个引号没有配对，后面的内容分不开。请用 Excel 或 WPS 打开核对，另存为“Excel 工作簿（.xlsx）”后再上传。");
    }
}
