using System.IO.Compression;
using System.Text;
using System.Xml;

namespace HealthCode.Web.Spreadsheets;

/// <summary>工作簿 — writes an .xlsx file directly to a stream, without keeping rows in memory.</summary>
/// <remarks>Office Open XML, ECMA-376 part 1.</remarks>
public static class Workbook
{
    /// <summary>Media type of .xlsx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Writes the sheets one after the other.</summary>
    /// <param name="to">Target stream; not closed.</param>
    /// <param name="sheets">Name and writer of each; the writer may return the print area.</param>
    internal static async Task WriteAsync(Stream to, params (string Name, Func<SheetWriter, Task<PrintedArea?>> WriteAsync)[] sheets)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var printed = new List<PrintedArea?>();
        foreach (var (i, sheet) in sheets.Index())
        {
            await using var part = Open(zip, $"xl/worksheets/sheet{i + 1}.xml");
            printed.Add(await sheet.WriteAsync(new(part)));
        }

        WriteFrame(zip, [.. sheets.Select(sheet => sheet.Name)], printed);
    }

    /// <inheritdoc cref="WriteAsync"/>
    internal static void Write(Stream to, params (string Name, Action<SheetWriter> Write)[] sheets)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (i, sheet) in sheets.Index())
        {
            using var part = Open(zip, $"xl/worksheets/sheet{i + 1}.xml");
            sheet.Write(new(part));
        }

        WriteFrame(zip, [.. sheets.Select(sheet => sheet.Name)], []);
    }

    /// <summary>Letters of a column: 1 → A, 27 → AA.</summary>
    internal static string Letters(int column) => column > 26 ? Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1) : ((char)('A' + column - 1)).ToString();

    private static Stream Open(ZipArchive zip, string name) => zip.CreateEntry(name, CompressionLevel.Fastest).Open();

    private static XmlWriter Part(ZipArchive zip, string name) => XmlWriter.Create(Open(zip, name), new() { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private static void WriteFrame(ZipArchive zip, IReadOnlyList<string> names, IReadOnlyList<PrintedArea?> printed)
    {
        using (var types = Part(zip, "[Content_Types].xml"))
        {
            types.WriteStartElement("Types", ContentTypes);
            Default(types, "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Default(types, "xml", "application/xml");
            Override(types, "/xl/workbook.xml", "sheet.main");
            for (var number = 1; number <= names.Count; number++)
            {
                Override(types, $"/xl/worksheets/sheet{number}.xml", "worksheet");
            }

            Override(types, "/xl/styles.xml", "styles");
            types.WriteEndElement();
        }

        using (var relations = Part(zip, "_rels/.rels"))
        {
            relations.WriteStartElement("Relationships", PackageRelations);
            Relation(relations, "rId1", "officeDocument", "xl/workbook.xml");
            relations.WriteEndElement();
        }

        using (var relations = Part(zip, "xl/_rels/workbook.xml.rels"))
        {
            relations.WriteStartElement("Relationships", PackageRelations);
            for (var number = 1; number <= names.Count; number++)
            {
                Relation(relations, $"rId{number}", "worksheet", $"worksheets/sheet{number}.xml");
            }

            Relation(relations, "rIdStyles", "styles", "styles.xml");
            relations.WriteEndElement();
        }

        using (var workbook = Part(zip, "xl/workbook.xml"))
        {
            WriteWorkbook(workbook, names, printed);
        }

        using var styles = Part(zip, "xl/styles.xml");
        SheetStyles.Write(styles, Main);
    }

    private static void WriteWorkbook(XmlWriter part, IReadOnlyList<string> names, IReadOnlyList<PrintedArea?> printed)
    {
        part.WriteStartElement("workbook", Main);
        part.WriteStartElement("sheets", Main);
        for (var number = 1; number <= names.Count; number++)
        {
            Sheet(part, names[number - 1], number);
        }

        part.WriteEndElement();
        if (printed.Any(area => area is not null))
        {
            part.WriteStartElement("definedNames", Main);
            foreach (var (i, area) in printed.Index().Where(each => each.Item is not null))
            {
                DefinedName(part, "_xlnm.Print_Area", i, $"'{names[i]}'!{area!.Area}");
                DefinedName(part, "_xlnm.Print_Titles", i, (area.HeaderColumns is { } columns ? $"'{names[i]}'!{columns}," : "") + $"'{names[i]}'!{area.HeaderRows}");
            }

            part.WriteEndElement();
        }

        part.WriteEndElement();
    }

    private static void Sheet(XmlWriter part, string name, int number)
    {
        part.WriteStartElement("sheet", Main);
        part.WriteAttributeString("name", name);
        part.WriteAttributeString("sheetId", XmlConvert.ToString(number));
        part.WriteAttributeString("id", Relations, "rId" + XmlConvert.ToString(number));
        part.WriteEndElement();
    }

    private static void DefinedName(XmlWriter part, string name, int sheet, string value)
    {
        part.WriteStartElement("definedName", Main);
        part.WriteAttributeString("name", name);
        part.WriteAttributeString("localSheetId", XmlConvert.ToString(sheet));
        part.WriteString(value);
        part.WriteEndElement();
    }

    private static void Default(XmlWriter part, string extension, string type)
    {
        part.WriteStartElement("Default", ContentTypes);
        part.WriteAttributeString("Extension", extension);
        part.WriteAttributeString("ContentType", type);
        part.WriteEndElement();
    }

    private static void Override(XmlWriter part, string name, string kind)
    {
        part.WriteStartElement("Override", ContentTypes);
        part.WriteAttributeString("PartName", name);
        part.WriteAttributeString("ContentType", $"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml");
        part.WriteEndElement();
    }

    private static void Relation(XmlWriter part, string id, string kind, string target)
    {
        part.WriteStartElement("Relationship", PackageRelations);
        part.WriteAttributeString("Id", id);
        part.WriteAttributeString("Type", $"{Relations}/{kind}");
        part.WriteAttributeString("Target", target);
        part.WriteEndElement();
    }
}

/// <summary>Print area of a sheet.</summary>
/// <param name="Area">Absolute range of the cells.</param>
/// <param name="HeaderRows">Absolute range of the rows repeated on every page.</param>
/// <param name="HeaderColumns">Absolute range of the columns repeated on every page, or null.</param>
public sealed record PrintedArea(string Area, string HeaderRows, string? HeaderColumns = null);
