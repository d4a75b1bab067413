using System.Buffers.Binary;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>Files for imports, valid and invalid, built from their parts.</summary>
public static class SampleFiles
{
    public const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>纸张</t></is></c><c r="B1" t="inlineStr"><is><t>张数</t></is></c><c r="C1" t="inlineStr"><is><t>日期</t></is></c><c r="D1" t="inlineStr"><is><t>证件号码</t></is></c><c r="E1" t="inlineStr"><is><t>备注</t></is></c></row>""";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>XML of a text cell.</summary>
    public static string Text(string reference, string text) => $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""";

    /// <summary>XML of a valid row.</summary>
    public static string Row(int number) => $"""<row r="{number}">{Text("A" + number, "A6 卡纸")}{Text("B" + number, "100")}</row>""";

    /// <summary>An .xlsx with these rows.</summary>
    /// <param name="rows">XML of the rows of its sheet.</param>
    /// <param name="shared">XML of its shared strings.</param>
    /// <param name="formats">XML of its cell formats after the first.</param>
    /// <param name="more">Additional parts.</param>
    /// <param name="doctype">Inserted before the sheet's root element.</param>
    /// <param name="book">Inserted before the sheets of the workbook.</param>
    /// <param name="behind">Inserted after the rows, e.g. merged cells.</param>
    /// <param name="code">Format code of number format 172.</param>
    public static byte[] Xlsx(
        string rows, string shared = "", string formats = "", IEnumerable<(string Name, string Text)>? more = null, string doctype = "", string book = "",
        string behind = "", string code = "General") => Zip([
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{Office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{book}<sheets><sheet name="藏" sheetId="2" state="hidden" r:id="r9"/><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="3"><numFmt numFmtId="172" formatCode="{SecurityElement.Escape(code)}"/><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot;day&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{formats}</cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>"""),
        ("xl/worksheets/sheet1.xml", $"""{doctype}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{behind}</worksheet>"""),
        .. more ?? [],
    ]);

    /// <summary>XML of merged cells, to insert after the rows.</summary>
    public static string Merged(params string[] areas) => $"<mergeCells>{string.Concat(areas.Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>";

    /// <summary>A zip archive of these texts.</summary>
    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>A zip bomb: a very small .xlsx whose sheet unpacks to this many megabytes.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var blanks = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
            {
                part.Write(blanks);
            }
        }

        return file.ToArray();
    }

    /// <summary>An OLE compound file with one empty stream of this name.</summary>
    public static byte[] Compound(string stream)
    {
        var file = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        foreach (var at in Enumerable.Range(0, 109))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76 + (at * 4)), at == 0 ? 0 : uint.MaxValue);
        }

        // Sector 0 is the allocation table: one entry for itself, one for the directory.
        file.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512), 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(516), 0xFFFFFFFE);
        Entry(file.AsSpan(1024, 128), "Root Entry", 5);
        Entry(file.AsSpan(1152, 128), stream, 2);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte kind)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], 0xFFFFFFFE);
    }
}
