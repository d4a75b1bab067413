using System.IO.Compression;
using System.Text;
using System.Xml;

namespace HealthCode.Web.Reports;

/// <summary>工作簿 — a report as .xlsx, written part by part straight into the file: rows pass through and stay nowhere.</summary>
/// <remarks>Office Open XML, ECMA-376 part 1; what an office expects of such a sheet: standards 6.</remarks>
public static class Workbook
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Writes the report and its 说明 sheet.</summary>
    /// <param name="report">What it is called and what its figures mean.</param>
    /// <param name="table">Its columns and rows.</param>
    /// <param name="scope">Which days.</param>
    /// <param name="head">Who reports.</param>
    /// <param name="to">Written to its end and left open.</param>
    /// <param name="cancellationToken">Nobody waits for it any more.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<int> WriteAsync(Report report, ReportTable table, ReportScope scope, ReportHead head, Stream to, CancellationToken cancellationToken = default)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Written written;
        await using (var part = Open(zip, "xl/worksheets/sheet1.xml"))
        {
            written = await new ReportSheet(new(part), report, table, scope, head).WriteAsync(cancellationToken);
        }

        await using (var part = Open(zip, "xl/worksheets/sheet2.xml"))
        {
            DefinitionSheet.Write(new(part), report, scope, head);
        }

        WriteFrame(zip, [report.Name, "说明"], written);
        return written.Rows;
    }

    /// <summary>Writes a workbook of sheets that are no reports.</summary>
    internal static void Write(Stream to, params (string Name, Action<SheetWriter> Sheet)[] sheets)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (write, number) in sheets.Select((sheet, i) => (sheet.Sheet, i + 1)))
        {
            using var part = Open(zip, $"xl/worksheets/sheet{number}.xml");
            write(new(part));
        }

        WriteFrame(zip, [.. sheets.Select(sheet => sheet.Name)], null);
    }

    /// <summary>A column's letters: 1 → A, 27 → AA.</summary>
    internal static string Letters(int column) => column > 26 ? Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1) : ((char)('A' + column - 1)).ToString();

    private static Stream Open(ZipArchive zip, string name) => zip.CreateEntry(name, CompressionLevel.Fastest).Open();

    private static XmlWriter Part(ZipArchive zip, string name) => XmlWriter.Create(Open(zip, name), new() { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private static void WriteFrame(ZipArchive zip, IReadOnlyList<string> names, Written? written)
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
            WriteWorkbook(workbook, names, written);
        }

        using var styles = Part(zip, "xl/styles.xml");
        SheetStyles.Write(styles, Main);
    }

    private static void WriteWorkbook(XmlWriter part, IReadOnlyList<string> names, Written? written)
    {
        part.WriteStartElement("workbook", Main);
        part.WriteStartElement("sheets", Main);
        for (var number = 1; number <= names.Count; number++)
        {
            Sheet(part, names[number - 1], number);
        }

        part.WriteEndElement();
        if (written is not null)
        {
            part.WriteStartElement("definedNames", Main);
            DefinedName(part, "_xlnm.Print_Area", 0, $"'{names[0]}'!{written.Area}");
            DefinedName(part, "_xlnm.Print_Titles", 0, $"'{names[0]}'!{written.HeaderRows}");
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

    /// <summary>What the frame must know of the sheet.</summary>
    internal sealed record Written(int Rows, string Area, string HeaderRows);
}
