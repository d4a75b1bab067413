using System.Globalization;
using System.Xml;

namespace HealthCode.Web.Spreadsheets;

/// <summary>Reads the number formats of a workbook's cell styles.</summary>
internal static class NumberFormats
{
    /// <summary>Number format of each cell style, in order of the style index.</summary>
    public static IReadOnlyList<NumberFormat> Read(XlsxPackage package, string name)
    {
        using var part = package.Open(name);
        Dictionary<int, string> own = [];
        Dictionary<int, NumberFormat> known = [];
        List<NumberFormat> formats = [];
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
                    if (!known.TryGetValue(Id(part), out var format))
                    {
                        known[Id(part)] = format = NumberFormat.Of(Id(part), own);
                    }

                    formats.Add(format);
                    break;
            }
        }

        return formats;
    }

    private static int Id(XmlReader part) => int.TryParse(part.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
