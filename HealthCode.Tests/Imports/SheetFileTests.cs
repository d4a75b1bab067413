using System.Buffers.Binary;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;

namespace HealthCode.Tests.Imports;

/// <summary>表格文件 — what offices hand in, as it is, and a sentence for whatever cannot be taken.</summary>
public sealed class SheetFileTests
{
    [Fact]
    public void The_titles_are_found_below_a_heading_in_any_order_and_other_columns_do_not_disturb()
    {
        var sheet = Read(HandedIn.Xlsx(
            $"""<row r="1">{HandedIn.Text("A1", "样例村领入登记")}</row><row r="3">{HandedIn.Text("A3", "序号")}{HandedIn.Text("B3", " 张 数* ")}{HandedIn.Text("D3", "纸张")}</row>"""
            + $"""<row r="4"><c r="A4"><f>ROW()-3</f><v>1</v></c>{HandedIn.Text("B4", " 100　")}{HandedIn.Text("D4", "A6 卡纸")}</row><row r="5"><c r="A5"><v>2</v></c></row><row r="8"/><row r="12">{HandedIn.Text("B12", "7")}{HandedIn.Text("D12", "A6 卡纸")}</row>"""));

        Assert.Equal((3, "序号 张数 纸张"), (sheet.HeaderRow, string.Join(' ', sheet.Titles)));
        Assert.Equal(["4: A6 卡纸 100", "12: A6 卡纸 7"], sheet.Rows.Select(row => $"{row.Number}: {row["纸张"]} {row["张数"]}"));
        Assert.All(sheet.Rows, row => Assert.Empty(row.Faults));
    }

    [Fact]
    public void Shared_strings_figures_and_days_are_read_as_they_are_shown()
    {
        var row = Assert.Single(Read(HandedIn.Xlsx(
            HandedIn.Header + """<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>36.600000000000001</v></c><c r="C2" s="1"><v>43895</v></c><c r="E2" t="s"><v>0</v></c></row>""",
            shared: """<si><r><t>马_x0041_</t></r><r><t>山</t></r><rPh sb="0" eb="1"><t>mǎ</t></rPh></si><si><t>A6 卡纸</t></si>""",
            formats: """<xf numFmtId="14"/>""")).Rows);

        Assert.Equal(("A6 卡纸", "36.6", "20200305", "马A山"), (row["纸张"], row["张数"], row["日期"], row["备注"]));
    }

    [Theory]
    [InlineData("170", "43895", "20200305")]
    [InlineData("31", "43895", "20200305")]
    [InlineData("22", "43895.395833333336", "20200305 09:30")]
    [InlineData("20", "0.395833333333333", "09:30")]
    [InlineData("171", "43895", "43895")]
    [InlineData("0", "43895", "43895")]
    [InlineData("14", "-5", "-5")]
    public void A_figure_is_a_day_when_its_format_shows_one(string format, string value, string reads)
    {
        var rows = HandedIn.Header + $"""<row r="2">{HandedIn.Text("A2", "A6 卡纸")}{HandedIn.Text("B2", "1")}<c r="C2" s="1"><v>{value}</v></c></row>""";

        Assert.Equal(reads, Read(HandedIn.Xlsx(rows, formats: $"""<xf numFmtId="{format}"/>""")).Rows.Single()["日期"]);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_means_the_same_days()
    {
        var rows = HandedIn.Header + $"""<row r="2">{HandedIn.Text("A2", "A6 卡纸")}{HandedIn.Text("B2", "1")}<c r="C2" s="1"><v>42433</v></c></row>""";

        Assert.Equal("20200305", Read(HandedIn.Xlsx(rows, formats: """<xf numFmtId="14"/>""", book: """<workbookPr date1904="1"/>""")).Rows.Single()["日期"]);
    }

    [Theory]
    [InlineData("""<c r="B2"><f>1+1</f><v>2</v></c>""", "第 2 行“张数”是公式，请改成文字")]
    [InlineData("""<c r="B2" t="str"><f>"1"</f><v>1</v></c>""", "第 2 行“张数”是公式，请改成文字")]
    [InlineData("""<c r="B2" t="e"><v>#N/A</v></c>""", "第 2 行“张数”是错误值 #N/A，请改成文字")]
    [InlineData("""<c r="B2"/>""", "第 2 行“张数”没有填")]
    [InlineData("""<c r="B2"><v>1</v></c><c r="D2"><v>640104194802290000</v></c>""", "第 2 行证件号码已被 Excel 损坏，请把这一栏改成文本后重新填写")]
    [InlineData("""<c r="B2"><v>1</v></c><c r="D2" t="inlineStr"><is><t>6.40104E+17</t></is></c>""", "第 2 行证件号码已被 Excel 损坏，请把这一栏改成文本后重新填写")]
    [InlineData("""<c r="B2"><v>1</v></c><c r="E2" t="inlineStr"><is><t>马_x0001_山</t></is></c>""", "第 2 行“备注”里有看不见的控制字符，请删去重新填写")]
    [InlineData("""<c r="B2"><v>1</v></c><c r="E2" t="inlineStr"><is><t>马_xD800_山</t></is></c>""", "第 2 行“备注”里有看不见的控制字符，请删去重新填写")]
    [InlineData("""<c r="B2"><v>1</v></c><c r="E2" t="inlineStr"><is><t xml:space="preserve">一行&#10;两行</t></is></c>""", "第 2 行“备注”里有换行，请改成一行")]
    public void A_cell_that_cannot_be_taken_says_why(string cells, string sentence)
    {
        var row = Assert.Single(Read(HandedIn.Xlsx(HandedIn.Header + $"""<row r="2">{HandedIn.Text("A2", "A6 卡纸")}{cells}</row>""")).Rows);

        Assert.Equal(sentence, Assert.Single(row.Faults).Fault);
    }

    [Theory]
    [InlineData("'640104194802290018")]
    [InlineData("　640104 19480229 0018 ")]
    [InlineData("６４０１０４１９４８０２２９００１８")]
    [InlineData("\u202D640104194802290018\u202C")]
    public void What_keyboards_put_around_a_number_is_left_out(string typed)
    {
        var row = Assert.Single(Read(HandedIn.Xlsx(HandedIn.Header + $"""<row r="2">{HandedIn.Text("A2", "A6 卡纸")}{HandedIn.Text("B2", "1")}{HandedIn.Text("D2", typed)}</row>""")).Rows);

        Assert.Equal("640104194802290018", row["证件号码"]);
        Assert.Empty(row.Faults);
    }

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(1_001, 1)]
    public void A_cell_holds_a_thousand_characters(int length, int faults) => Assert.Equal(faults, Read(HandedIn.Xlsx(
        HandedIn.Header + $"""<row r="2">{HandedIn.Text("A2", "A6 卡纸")}{HandedIn.Text("B2", "1")}{HandedIn.Text("E2", new('长', length))}</row>""")).Rows.Single().Faults.Count);

    [Fact]
    public void Twenty_thousand_rows_are_taken_and_no_more_and_a_hundred_thousand_are_refused_without_being_read()
    {
        Assert.Equal(20_000, Read(HandedIn.Xlsx(Many(20_000))).Rows.Count);
        Assert.Contains("超过 20,000 行", Refusal(HandedIn.Xlsx(Many(20_001))), StringComparison.Ordinal);
        var file = HandedIn.Xlsx(Many(100_000));
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("超过 20,000 行", Refusal(file), StringComparison.Ordinal);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 60_000_000, $"{GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
        static string Many(int rows) => HandedIn.Header + string.Concat(Enumerable.Range(2, rows).Select(HandedIn.Row));
    }

    public static TheoryData<string, byte[], string> Unfit => new()
    {
        { "empty file", [], "文件是空的" },
        { "empty sheet", HandedIn.Xlsx(""), "表是空的" },
        { "only titles", HandedIn.Xlsx(HandedIn.Header), "没有填内容" },
        { "no titles", HandedIn.Xlsx(string.Concat(Enumerable.Range(1, 12).Select(HandedIn.Row))), "没有找到标题行" },
        { "a title missing", HandedIn.Xlsx(HandedIn.Header.Replace("张数", "数量", StringComparison.Ordinal) + HandedIn.Row(2)), "没有“张数”" },
        { "a title twice", HandedIn.Xlsx(HandedIn.Header.Replace("备注", "张数", StringComparison.Ordinal) + HandedIn.Row(2)), "两栏“张数”" },
        { "macros", HandedIn.Xlsx(HandedIn.Header + HandedIn.Row(2), more: [("xl/vbaProject.bin", "x")]), "有宏" },
        { "called a workbook with macros", HandedIn.Zip([("[Content_Types].xml", """<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""), ("xl/workbook.xml", "<workbook/>")]), "有宏" },
        { "a small bomb", HandedIn.Bomb(100), "压缩得不正常" },
        { "a large bomb", HandedIn.Bomb(200), "展开后有 200 MB" },
        { "DTD", HandedIn.Xlsx(HandedIn.Header + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>", doctype: "<!DOCTYPE x [<!ENTITY a \"ha\">]>"), "DTD" },
        { "a packed folder", HandedIn.Zip([("a.txt", "x")]), "没有 Excel 工作簿" },
        { "Word", HandedIn.Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")]), "Word 文档" },
        { "binary workbook", HandedIn.Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")]), "xlsb" },
        { "torn off", HandedIn.Xlsx(HandedIn.Header + HandedIn.Row(2))[..900], "已损坏" },
        { "an .et", HandedIn.Compound("EtData"), ".et" },
        { "encrypted", HandedIn.Compound("EncryptedPackage"), "密码" },
        { "old Word", HandedIn.Compound("WordDocument"), "Word 文档" },
        { "old macros", HandedIn.Compound("_VBA_PROJECT_CUR"), "有宏" },
        { "PDF", "%PDF-1.7\n"u8.ToArray(), "PDF" },
        { "PNG", PaintedPng.Seal(30), "图片" },
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "图片" },
        { "RAR", "Rar!\u001a"u8.ToArray(), "压缩包" },
        { "a page of the web", Encoding.UTF8.GetBytes("\uFEFF\n<html><table><tr><td>纸张</td></tr></table></html>"), "网页" },
        { "a program", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], "不是表格" },
        { "no known writing", [.. "纸张,张数\n"u8, 0xFF, 0xFE, 0x20, 0x0A], "不是 UTF-8" },
        { "a lone quote", Encoding.UTF8.GetBytes("纸张,张数\nA6 卡纸,\"100\n"), "第 2 行有一个引号" },
    };

    [Theory]
    [MemberData(nameof(Unfit), DisableDiscoveryEnumeration = true)]
    public void A_file_that_cannot_be_taken_says_why(string what, byte[] file, string says) =>
        Assert.True(Refusal(file) is var sentence && sentence.Contains(says, StringComparison.Ordinal) && sentence.EndsWith('。'), $"{what}: {sentence}");

    [Fact]
    public void A_part_that_lies_about_its_length_is_not_unfolded_beyond_it()
    {
        var rows = new StringBuilder(HandedIn.Header);
        for (var i = 2; i < 20_000; i++)
        {
            rows.Append(HandedIn.Row(i));
        }

        var file = HandedIn.Xlsx(rows.ToString());
        // The central directory's entry of the sheet, which is the last: 24 bytes in, the length unfolded.
        var at = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 24), 500);

        Assert.Contains("已损坏", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_workbook_is_read_and_its_formulas_and_damaged_numbers_are_found()
    {
        var sheet = Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imports", "Files", "old.xls")));

        Assert.Equal((3, "纸张 张数 日期 证件号码 备注 经手"), (sheet.HeaderRow, string.Join(' ', sheet.Titles)));
        Assert.Equal([4, 6], sheet.Rows.Select(row => row.Number));
        var (good, bad) = (sheet.Rows[0], sheet.Rows[1]);
        Assert.Equal(("A6 卡纸", "120", "20200305", "640104194802290018", "镇里领的"), (good["纸张"], good["张数"], good["日期"], good["证件号码"], good["备注"]));
        Assert.Empty(good.Faults);
        Assert.Equal(["第 6 行“张数”是公式，请改成文字", "第 6 行证件号码已被 Excel 损坏，请把这一栏改成文本后重新填写", "第 6 行“备注”是公式，请改成文字"], bad.Faults.Select(fault => fault.Fault));
    }

    [Theory]
    [InlineData(',', false)]
    [InlineData(',', true)]
    [InlineData('\t', false)]
    [InlineData(';', false)]
    public void Text_in_utf_8_is_read_with_its_quotes(char comma, bool withMark)
    {
        var text = "纸张,张数,备注\r\n\"A6 卡纸\",100,\"说\"\"好\"\",的\"\r\n\r\n24 格不干胶,5,欧阳·𬱖\n".Replace(",", comma.ToString(), StringComparison.Ordinal);

        var sheet = Read([.. withMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);

        Assert.Equal([(2, "A6 卡纸", $"说\"好\"{comma}的"), (4, "24 格不干胶", "欧阳·𬱖")], sheet.Rows.Select(row => (row.Number, row["纸张"], row["备注"])));
    }

    [Fact]
    public void Text_in_gb18030_is_read_with_the_characters_that_got_places_of_their_own()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb18030 = Encoding.GetEncoding("GB18030");
        // FE 59 in two bytes and 82 35 90 37 in four are the same character; the third is 䶮 as old systems kept it.
        byte[] file = [.. gb18030.GetBytes("纸张,张数,备注\nA6 卡纸,100,"), 0xFE, 0x59, 0x82, 0x35, 0x90, 0x37, .. gb18030.GetBytes("\uE863\uE816")];

        Assert.Equal("\u9FB4\u9FB4\u4DAE\U00020087", Read(file).Rows.Single()["备注"]);
    }

    [Fact]
    public void Of_text_too_a_formula_and_a_damaged_number_are_found()
    {
        var row = Read(Encoding.UTF8.GetBytes("纸张,张数,证件号码\nA6 卡纸,=1+1,6.40104E+17\n")).Rows.Single();

        Assert.Equal(["第 2 行“张数”是公式，请改成文字", "第 2 行证件号码已被 Excel 损坏，请把这一栏改成文本后重新填写"], row.Faults.Select(fault => fault.Fault));
    }

    private static SheetRows Read(byte[] file) => SheetFile.Read(new MemoryStream(file), new StockImport());

    private static string Refusal(byte[] file) => Assert.Throws<SheetRefusedException>(() => Read(file)).Message;
}
