using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace HealthCode.Web.Imports;

/// <summary>单元格格式 — whether a figure is shown as a day or an hour.</summary>
internal static partial class NumberFormats
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("yYdDhHmMsS");

    /// <summary>For each cell format of the workbook, in order, whether it shows a moment.</summary>
    public static IReadOnlyList<bool> Read(XlsxPackage package, string name)
    {
        using var part = package.Open(name);
        Dictionary<int, string> own = [];
        List<bool> moments = [];
        var inCells = false;
        while (part?.Read() == true)
        {
            switch (part.LocalName)
            {
                case "numFmt" when part.NodeType == XmlNodeType.Element:
                    own[Id(part)] = part.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs":
                    inCells = part.NodeType == XmlNodeType.Element && !part.IsEmptyElement;
                    break;
                case "xf" when inCells && part.NodeType == XmlNodeType.Element:
                    moments.Add(IsMoment(Id(part), own));
                    break;
            }
        }

        return moments;
    }

    // 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese Excel (ECMA-376 part 1, 18.8.30).
    private static bool IsMoment(int id, Dictionary<int, string> own) =>
        own.TryGetValue(id, out var code) ? ShowsMoment(code) : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool ShowsMoment(string code) => Quoted().Replace(code, "").AsSpan().ContainsAny(Marks) && !code.Contains("General", StringComparison.OrdinalIgnoreCase);

    private static int Id(XmlReader part) => int.TryParse(part.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>What stands for itself in a format: "年", \年, and [Red] or [$-804].</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.
        """)]
    private static partial Regex Quoted();
}
