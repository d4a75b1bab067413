using System.Xml;

namespace HealthCode.Web.Spreadsheets;

/// <summary>字体、边框、格式 — usual style of office tables: 宋体 11, title 18 bold, 14 on sheets that are carried, thin borders, numbers right-aligned.</summary>
internal static class SheetStyles
{
    private const int TitleFont = 1;
    private const int LargeFont = 4;
    private const int LargeBoldFont = 5;
    private const string Font = "宋体";

    /// <summary>Writes the styles part; the cell formats are in the order of <see cref="CellStyle"/>.</summary>
    public static void Write(XmlWriter part, string main)
    {
        part.WriteStartElement("styleSheet", main);
        Group(part, "numFmts", 3, () =>
        {
            Format(part, 164, "yyyy\\-mm\\-dd");
            Format(part, 165, "yyyy\\-mm\\-dd\\ hh:mm");
            Format(part, 166, "0.0");
        });
        Group(part, "fonts", 6, () =>
        {
            FontOf(part, 11, bold: false);
            FontOf(part, 18, bold: true);
            FontOf(part, 11, bold: true);
            FontOf(part, 11, bold: true, "FFB3261E");
            FontOf(part, 14, bold: false);
            FontOf(part, 14, bold: true);
        });
        Group(part, "fills", 4, () =>
        {
            // The first two fills are required by the standard.
            Fill(part, "none", null);
            Fill(part, "gray125", null);
            Fill(part, "solid", "FFEDEDED");
            Fill(part, "solid", "FFF8D7D4");
        });
        Group(part, "borders", 2, () =>
        {
            Border(part, null);
            Border(part, "thin");
        });
        Group(part, "cellStyleXfs", 1, () => Look(part, 0, 0, 0, 0, null));
        Group(part, "cellXfs", 19, () =>
        {
            Look(part, 0, 0, 0, 0, "left", isCell: true);
            Look(part, 0, 1, 0, 0, "center", isCell: true);
            Look(part, 0, 0, 0, 0, "left", isCell: true, wraps: true);
            Look(part, 49, 2, 2, 1, "center", isCell: true);
            Look(part, 49, 0, 0, 1, "left", isCell: true);
            Look(part, 1, 0, 0, 1, "right", isCell: true);
            Look(part, 166, 0, 0, 1, "right", isCell: true);
            Look(part, 164, 0, 0, 1, "center", isCell: true);
            Look(part, 165, 0, 0, 1, "center", isCell: true);
            Look(part, 49, 2, 0, 1, "center", isCell: true);
            Look(part, 1, 2, 0, 1, "right", isCell: true);
            Look(part, 49, 3, 2, 1, "center", isCell: true);
            Look(part, 49, 0, 3, 1, "left", isCell: true);
            Look(part, 1, 0, 0, 1, "center", isCell: true);
            Look(part, 49, LargeBoldFont, 2, 1, "center", isCell: true);
            Look(part, 49, LargeFont, 0, 1, "left", isCell: true);
            Look(part, 1, LargeFont, 0, 1, "right", isCell: true);
            Look(part, 164, LargeFont, 0, 1, "center", isCell: true);
            Look(part, 1, LargeFont, 0, 1, "center", isCell: true);
        });
        Group(part, "cellStyles", 1, () => Element(part, "cellStyle", ("name", "常规"), ("xfId", "0"), ("builtinId", "0")));
        part.WriteEndElement();
    }

    private static void Group(XmlWriter part, string name, int count, Action inside)
    {
        part.WriteStartElement(name);
        part.WriteAttributeString("count", XmlConvert.ToString(count));
        inside();
        part.WriteEndElement();
    }

    private static void Format(XmlWriter part, int id, string code) => Element(part, "numFmt", ("numFmtId", XmlConvert.ToString(id)), ("formatCode", code));

    private static void FontOf(XmlWriter part, int size, bool bold, string? color = null)
    {
        part.WriteStartElement("font");
        if (bold)
        {
            Element(part, "b");
        }

        Element(part, "sz", ("val", XmlConvert.ToString(size)));
        if (color is not null)
        {
            Element(part, "color", ("rgb", color));
        }

        Element(part, "name", ("val", Font));
        Element(part, "charset", ("val", "134"));
        part.WriteEndElement();
    }

    private static void Fill(XmlWriter part, string pattern, string? color)
    {
        part.WriteStartElement("fill");
        part.WriteStartElement("patternFill");
        part.WriteAttributeString("patternType", pattern);
        if (color is not null)
        {
            Element(part, "fgColor", ("rgb", color));
        }

        part.WriteEndElement();
        part.WriteEndElement();
    }

    private static void Border(XmlWriter part, string? style)
    {
        part.WriteStartElement("border");
        foreach (var side in (string[])["left", "right", "top", "bottom"])
        {
            Element(part, side, style is null ? [] : [("style", style)]);
        }

        Element(part, "diagonal");
        part.WriteEndElement();
    }

    private static void Look(XmlWriter part, int format, int font, int fill, int border, string? horizontal, bool isCell = false, bool wraps = false)
    {
        part.WriteStartElement("xf");
        foreach (var (name, value) in (IEnumerable<(string, int)>)[("numFmtId", format), ("fontId", font), ("fillId", fill), ("borderId", border)])
        {
            part.WriteAttributeString(name, XmlConvert.ToString(value));
        }

        if (isCell)
        {
            part.WriteAttributeString("xfId", "0");
            foreach (var applied in (string[])["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"])
            {
                part.WriteAttributeString(applied, "1");
            }

            Element(part, "alignment", ("horizontal", horizontal!), ("vertical", "center"), ("wrapText", wraps || border == 1 || font == TitleFont ? "1" : "0"));
        }

        part.WriteEndElement();
    }

    private static void Element(XmlWriter part, string name, params (string Name, string Value)[] attributes)
    {
        part.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            part.WriteAttributeString(attribute, value);
        }

        part.WriteEndElement();
    }
}
