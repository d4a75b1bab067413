using System.Buffers.Binary;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Tests.Spreadsheets;

/// <summary>表格文件 — what offices hand in, as it is, and a sentence for whatever cannot be taken.</summary>
public sealed class SheetFileTests
{
    [Fact]
    public void The_titles_are_found_below_a_heading_in_any_order_and_other_columns_do_not_disturb()
    {
        var sheet = Read(SampleFiles.Xlsx(
            $"""<row r="1">{SampleFiles.Text("A1", "样例村领入登记")}</row><row r="3">{SampleFiles.Text("A3", "序号")}{SampleFiles.Text("B3", " 张 数* ")}{SampleFiles.Text("D3", "纸张")}</row>"""
            + $"""<row r="4"><c r="A4"><f>ROW()-3</f><v>1</v></c>{SampleFiles.Text("B4", " 100　")}{SampleFiles.Text("D4", "A6 卡纸")}</row><row r="5"><c r="A5"><v>2</v></c></row><row r="8"/><row r="12">{SampleFiles.Text("B12", "7")}{SampleFiles.Text("D12", "A6 卡纸")}</row>"""));

        Assert.Equal((3, "序号 张数 纸张"), (sheet.HeaderRow, string.Join(' ', sheet.Titles)));
        Assert.Equal(["4: A6 卡纸 100", "12: A6 卡纸 7"], sheet.Rows.Select(row => $"{row.Number}: {row["纸张"]} {row["张数"]}"));
        Assert.All(sheet.Rows, row => Assert.Empty(row.Faults));
    }

    [Fact]
    public void Shared_strings_figures_and_days_are_read_as_they_are_shown()
    {
        var row = Assert.Single(Read(SampleFiles.Xlsx(
            SampleFiles.Header + """<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>36.600000000000001</v></c><c r="C2" s="1"><v>43895</v></c><c r="E2" t="s"><v>0</v></c></row>""",
            shared: """<si><r><t>马_x0041_</t></r><r><t>山</t></r><rPh sb="0" eb="1"><t>mǎ</t></rPh></si><si><t>A6 卡纸</t></si>""",
            formats: """<xf numFmtId="14"/>""")).Rows);

        Assert.Equal(("A6 卡纸", "36.6", "20200305", "马A山"), (row["纸张"], row["张数"], row["日期"], row["备注"]));
    }

    [Theory]
    [InlineData("170", "43895", "20200305")]
    [InlineData("31", "43895", "20200305")]
    [InlineData("22", "43895.395833333336", "20200305 09:30")]
    [InlineData("20", "0.395833333333333", "09:30")]
    [InlineData("171", "43895", "43895.00day")]
    [InlineData("0", "43895", "43895")]
    [InlineData("14", "-5", "-5")]
    public void A_figure_is_a_day_when_its_format_shows_one(string format, string value, string reads)
    {
        var rows = SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}<c r="C2" s="1"><v>{value}</v></c></row>""";

        Assert.Equal(reads, Read(SampleFiles.Xlsx(rows, formats: $"""<xf numFmtId="{format}"/>""")).Rows.Single()["日期"]);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_means_the_same_days()
    {
        var rows = SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}<c r="C2" s="1"><v>42433</v></c></row>""";

        Assert.Equal("20200305", Read(SampleFiles.Xlsx(rows, formats: """<xf numFmtId="14"/>""", book: """<workbookPr date1904="1"/>""")).Rows.Single()["日期"]);
    }

    [Theory]
    [InlineData("0000", "12", "0012")]
    [InlineData("0000\"号\"", "12", "0012号")]
    [InlineData("000-00", "1234", "012-34")]
    [InlineData("###-00", "12345", "123-45")]
    [InlineData("0_ ;[Red]-0", "12", "12")]
    [InlineData("00", "123", "123")]
    [InlineData("0.00", "12.1", "12.10")]
    [InlineData("0.##", "12.5", "12.5")]
    [InlineData("0", "12.5", "12.5")]
    [InlineData("#,##0", "1000", "1000")]
    [InlineData("0000", "-12", "-12")]
    [InlineData("General", "36.600000000000001", "36.6")]
    public void A_figure_is_read_as_its_format_shows_it_and_loses_nothing(string code, string value, string reads)
    {
        var rows = SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}<c r="E2" s="1"><v>{value}</v></c></row>""";

        var row = Read(SampleFiles.Xlsx(rows, formats: """<xf numFmtId="172"/>""", code: code)).Rows.Single();

        Assert.Equal(reads, row["备注"]);
        Assert.Empty(row.Faults);
    }

    [Fact]
    public void A_merged_cell_is_said_of_every_row_it_covers_and_what_lies_hidden_under_it_of_none()
    {
        var sheet = Read(SampleFiles.Xlsx(
            SampleFiles.Header
            + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}{SampleFiles.Text("D2", "盖住的")}{SampleFiles.Text("E2", "甲")}</row>"""
            + $"""<row r="3">{SampleFiles.Text("A3", "盖住的")}{SampleFiles.Text("B3", "2")}{SampleFiles.Text("E3", "乙")}</row><row r="4"><c r="A4"/>{SampleFiles.Text("B4", "3")}</row>"""
            + $"""<row r="5"><c r="A5"/></row><row r="6">{SampleFiles.Text("A6", "24 格不干胶")}{SampleFiles.Text("B6", "4")}</row>""",
            behind: SampleFiles.Merged("A2:A5", "C2:D2", "E4:E4")));

        Assert.Equal(["2: A6 卡纸 1 甲", "3: A6 卡纸 2 乙", "4: A6 卡纸 3 ", "6: 24 格不干胶 4 "], sheet.Rows.Select(row => $"{row.Number}: {row["纸张"]} {row["张数"]} {row["备注"]}"));
        Assert.All(sheet.Rows, row => Assert.Equal(("", 0), (row["证件号码"], row.Faults.Count)));
    }

    [Fact]
    public void Titles_merged_over_two_rows_are_found_in_the_row_that_has_most_of_them()
    {
        var sheet = Read(SampleFiles.Xlsx(
            $"""<row r="1">{SampleFiles.Text("A1", "纸张")}{SampleFiles.Text("B1", "数量")}</row><row r="2"><c r="A2"/>{SampleFiles.Text("B2", "张数")}{SampleFiles.Text("C2", "备注")}</row>"""
            + $"""<row r="3">{SampleFiles.Text("A3", "A6 卡纸")}{SampleFiles.Text("B3", "1")}</row>""",
            behind: SampleFiles.Merged("A1:A2", "B1:C1")));

        Assert.Equal((2, "A6 卡纸"), (sheet.HeaderRow, Assert.Single(sheet.Rows)["纸张"]));
    }

    [Fact]
    public void Merged_cells_without_end_are_refused_and_not_unfolded()
    {
        var rows = SampleFiles.Header + string.Concat(Enumerable.Range(2, 15_000).Select(SampleFiles.Row));

        Assert.Contains("合并单元格太多", Refusal(SampleFiles.Xlsx(rows, behind: SampleFiles.Merged([.. Enumerable.Repeat("F2:F20000", 5_000)]))), StringComparison.Ordinal);
        Assert.Contains("合并单元格太多", Refusal(SampleFiles.Xlsx(rows, behind: SampleFiles.Merged([.. Enumerable.Repeat("F2:F3", 200_001)]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_old_workbook_too_merged_cells_formats_days_and_hidden_rows_are_seen()
    {
        var sheet = Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imports", "Files", "merged.xls")));

        Assert.Equal(["2 A6 卡纸 10", "3 A6 卡纸 20", "4 A6 卡纸 30", "5 24 格不干胶 40"], sheet.Rows.Select(row => $"{row.Number} {row["纸张"]} {row["张数"]}"));
        Assert.Equal("0012", sheet.Rows[0]["备注"]);
        Assert.Equal(
            ["第 3 行备注已被 Excel 改成日期，请把这一栏改成文本后重新填写", "第 4 行“日期”是数字 12.1，看不出是哪一天（12.10 会被 Excel 存成 12.1），请把这一栏改成文本，写成 20201210 这样的八位"],
            sheet.Rows.SelectMany(row => row.Faults).Select(fault => fault.Sentence));
        Assert.Equal((1, "经手"), (sheet.Hidden, Assert.Single(sheet.Unread)));
    }

    [Theory]
    [InlineData("""<c r="E2" s="1"><v>43922</v></c>""", "第 2 行备注已被 Excel 改成日期，请把这一栏改成文本后重新填写")]
    [InlineData("""<c r="E2" s="1"><v>0.12638888888888888</v></c>""", "第 2 行备注已被 Excel 改成时间，请把这一栏改成文本后重新填写")]
    [InlineData("""<c r="E2" s="2"><v>2000</v></c>""", "第 2 行备注已被 Excel 损坏，请把这一栏改成文本后重新填写")]
    [InlineData("""<c r="E2"><v>1234567890123456</v></c>""", "第 2 行备注已被 Excel 损坏，请把这一栏改成文本后重新填写")]
    [InlineData("""<c r="C2"><v>12.1</v></c>""", "第 2 行“日期”是数字 12.1，看不出是哪一天（12.10 会被 Excel 存成 12.1），请把这一栏改成文本，写成 20201210 这样的八位")]
    [InlineData("""<c r="C2"><v>43895</v></c>""", "第 2 行“日期”是数字 43895，看不出是哪一天（12.10 会被 Excel 存成 12.1），请把这一栏改成文本，写成 20201210 这样的八位")]
    [InlineData("""<c r="C2"><v>20200305</v></c>""", null)]
    [InlineData("""<c r="C2" t="inlineStr"><is><t>3.5</t></is></c>""", null)]
    [InlineData("""<c r="C2" t="inlineStr"><is><t>2020/3/5 0:00</t></is></c>""", null)]
    public void A_day_that_was_none_and_a_number_that_is_no_day_are_refused(string cell, string? sentence)
    {
        var rows = SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}{cell}</row>""";

        Assert.Equal(sentence, Read(SampleFiles.Xlsx(rows, formats: """<xf numFmtId="14"/><xf numFmtId="11"/>""")).Rows.Single().Faults.SingleOrDefault()?.Sentence);
    }

    [Fact]
    public void Hidden_rows_are_counted_and_columns_that_were_not_read_are_named()
    {
        var sheet = Read(SampleFiles.Xlsx(
            $"""<row r="1">{SampleFiles.Text("A1", "序号")}{SampleFiles.Text("B1", "纸张（必填）")}{SampleFiles.Text("C1", "张数")}{SampleFiles.Text("E1", "已核对")}{SampleFiles.Text("F1", "错误")}</row>"""
            + $"""<row r="2" hidden="1"><c r="A2"><v>1</v></c>{SampleFiles.Text("B2", "A6 卡纸")}{SampleFiles.Text("C2", "1")}{SampleFiles.Text("D2", "x")}</row><row r="3" hidden="1"/>"""
            + $"""<row r="4">{SampleFiles.Text("B4", "A6 卡纸")}{SampleFiles.Text("C4", "1")}</row>"""));

        Assert.Equal((2, 1), (sheet.Rows.Count, sheet.Hidden));
        Assert.Equal(["序号", "D 列（没有标题）"], sheet.Unread);
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
        var row = Assert.Single(Read(SampleFiles.Xlsx(SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{cells}</row>""")).Rows);

        Assert.Equal(sentence, Assert.Single(row.Faults).Sentence);
    }

    [Theory]
    [InlineData("'640104194802290018")]
    [InlineData("　640104 19480229 0018 ")]
    [InlineData("６４０１０４１９４８０２２９００１８")]
    [InlineData("\u202D640104194802290018\u202C")]
    public void What_keyboards_put_around_a_number_is_left_out(string typed)
    {
        var row = Assert.Single(Read(SampleFiles.Xlsx(SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}{SampleFiles.Text("D2", typed)}</row>""")).Rows);

        Assert.Equal("640104194802290018", row["证件号码"]);
        Assert.Empty(row.Faults);
    }

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(1_001, 1)]
    public void A_cell_holds_a_thousand_characters(int length, int faults) => Assert.Equal(faults, Read(SampleFiles.Xlsx(
        SampleFiles.Header + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}{SampleFiles.Text("E2", new('长', length))}</row>""")).Rows.Single().Faults.Count);

    [Fact]
    public void Twenty_thousand_rows_are_taken_and_no_more_and_a_hundred_thousand_are_refused_without_being_read()
    {
        Assert.Equal(20_000, Read(SampleFiles.Xlsx(Many(20_000))).Rows.Count);
        Assert.Contains("超过 20,000 行", Refusal(SampleFiles.Xlsx(Many(20_001))), StringComparison.Ordinal);
        var file = SampleFiles.Xlsx(Many(100_000));
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("超过 20,000 行", Refusal(file), StringComparison.Ordinal);

        // About 60 MB for 20,000 rows with their formats and merged cells; all 100,000 would take five times as much.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 120_000_000, $"{GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
        static string Many(int rows) => SampleFiles.Header + string.Concat(Enumerable.Range(2, rows).Select(SampleFiles.Row));
    }

    public static TheoryData<string, byte[], string> Unfit => new()
    {
        { "empty file", [], "文件是空的" },
        { "empty sheet", SampleFiles.Xlsx(""), "表是空的" },
        { "only titles", SampleFiles.Xlsx(SampleFiles.Header), "没有填内容" },
        { "no titles", SampleFiles.Xlsx(string.Concat(Enumerable.Range(1, 12).Select(SampleFiles.Row))), "没有找到标题行" },
        { "a title missing", SampleFiles.Xlsx(SampleFiles.Header.Replace("张数", "数量", StringComparison.Ordinal) + SampleFiles.Row(2)), "没有“张数”" },
        { "a title twice", SampleFiles.Xlsx(SampleFiles.Header.Replace("备注", "张数", StringComparison.Ordinal) + SampleFiles.Row(2)), "两栏“张数”" },
        { "macros", SampleFiles.Xlsx(SampleFiles.Header + SampleFiles.Row(2), more: [("xl/vbaProject.bin", "x")]), "有宏" },
        { "called a workbook with macros", SampleFiles.Zip([("[Content_Types].xml", """<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""), ("xl/workbook.xml", "<workbook/>")]), "有宏" },
        { "a small bomb", SampleFiles.Bomb(100), "压缩得不正常" },
        { "a large bomb", SampleFiles.Bomb(200), "展开后有 200 MB" },
        { "DTD", SampleFiles.Xlsx(SampleFiles.Header + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>", doctype: "<!DOCTYPE x [<!ENTITY a \"ha\">]>"), "DTD" },
        { "a packed folder", SampleFiles.Zip([("a.txt", "x")]), "没有 Excel 工作簿" },
        { "Word", SampleFiles.Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")]), "Word 文档" },
        { "binary workbook", SampleFiles.Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")]), "xlsb" },
        { "torn off", SampleFiles.Xlsx(SampleFiles.Header + SampleFiles.Row(2))[..900], "已损坏" },
        { "an .et", SampleFiles.Compound("EtData"), ".et" },
        { "encrypted", SampleFiles.Compound("EncryptedPackage"), "密码" },
        { "old Word", SampleFiles.Compound("WordDocument"), "Word 文档" },
        { "old macros", SampleFiles.Compound("_VBA_PROJECT_CUR"), "有宏" },
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
        var rows = new StringBuilder(SampleFiles.Header);
        for (var i = 2; i < 20_000; i++)
        {
            rows.Append(SampleFiles.Row(i));
        }

        var file = SampleFiles.Xlsx(rows.ToString());
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
        Assert.Equal(["第 6 行“张数”是公式，请改成文字", "第 6 行证件号码已被 Excel 损坏，请把这一栏改成文本后重新填写", "第 6 行“备注”是公式，请改成文字"], bad.Faults.Select(fault => fault.Sentence));
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

        Assert.Equal(["第 2 行“张数”是公式，请改成文字", "第 2 行证件号码已被 Excel 损坏，请把这一栏改成文本后重新填写"], row.Faults.Select(fault => fault.Sentence));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Text_in_utf_16_is_read_with_or_without_its_mark(string encoding, bool withMark)
    {
        var utf16 = Encoding.GetEncoding(encoding);
        byte[] file = [.. withMark ? utf16.GetPreamble() : [], .. utf16.GetBytes("纸张\t张数\t备注\r\nA6 卡纸\t100\t欧阳·𬱖\r\n")];

        Assert.Equal(("A6 卡纸", "欧阳·𬱖"), (Read(file).Rows.Single()["纸张"], Read(file).Rows.Single()["备注"]));
        Assert.Contains("UTF-16", Refusal([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("纸张,张数\n"), 0x00, 0xD8, 0x2C, 0x00]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_parts_the_titles_parts_the_cells_however_many_tabs_stand_in_them()
    {
        var row = Read(Encoding.UTF8.GetBytes("卡片领入\t\t\n纸张,张数,备注\nA6 卡纸\t,100\t,甲\t\n\t24 格不干胶,\t5,\t乙\n")).Rows;

        Assert.Equal(["A6 卡纸 100 甲", "24 格不干胶 5 乙"], row.Select(each => $"{each["纸张"]} {each["张数"]} {each["备注"]}"));
    }

    [Fact]
    public void Figures_that_were_made_text_by_a_formula_are_read()
    {
        var row = Read(Encoding.UTF8.GetBytes("纸张,张数,证件号码,备注\nA6 卡纸,=\"100\",=\"640104194802290018\",\"=\"\"0012\"\"\"\n")).Rows.Single();

        Assert.Equal(("100", "640104194802290018", "0012"), (row["张数"], row["证件号码"], row["备注"]));
        Assert.Empty(row.Faults);
    }

    [Theory]
    [InlineData("640104195003020000", "", "证件号码末尾是 000")]
    [InlineData("64010419500302X", "3月2日", "“备注”是“3月2日”")]
    [InlineData("", "2-Mar", "“备注”是“2-Mar”")]
    [InlineData("", "2020/3/2", "“备注”是“2020/3/2”")]
    [InlineData("", "640104195003020000", "备注末尾是 000")]
    public void What_a_spreadsheet_may_have_done_to_text_is_asked_about_and_taken_when_it_is_answered_for(string number, string note, string says)
    {
        SheetRows Taken(string answer) => Read(Encoding.UTF8.GetBytes($"纸张,张数,证件号码,备注,已核对\nA6 卡纸,1,{number},{note},{answer}\n"));

        Assert.Contains(says, Assert.Single(Taken("").Rows.Single().Faults).Sentence, StringComparison.Ordinal);
        Assert.Contains("在“已核对”栏填“是”", Assert.Single(Taken("不").Rows.Single().Faults).Sentence, StringComparison.Ordinal);
        var taken = Taken("是");
        Assert.Empty(taken.Rows.Single().Faults);
        Assert.Equal((number, note, 1), (taken.Rows.Single()["证件号码"], taken.Rows.Single()["备注"], taken.Confirmed));
    }

    [Theory]
    [InlineData("12.1", false)]
    [InlineData("305", false)]
    [InlineData("0305", true)]
    [InlineData("20200305", true)]
    [InlineData("2020-3-5", true)]
    public void Of_text_too_a_bare_number_is_no_day(string day, bool isRead) =>
        Assert.Equal(isRead, Read(Encoding.UTF8.GetBytes($"纸张,张数,日期\nA6 卡纸,1,{day}\n")).Rows.Single().Faults.Count == 0);

    private static SheetRows Read(byte[] file) => SheetRows.Read(new MemoryStream(file), new StockImport());

    private static string Refusal(byte[] file) => Assert.Throws<SheetRefusedException>(() => Read(file)).Message;
}
