using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Tests.Imports;

/// <summary>模板 and 错误表: what goes out is valid, all text, and can be handed in as it is.</summary>
public sealed class ImportTemplateTests
{
    private static readonly StockImport Import = new();

    [Fact]
    public void The_template_is_valid_and_every_cell_to_fill_in_is_text()
    {
        using var package = Open(to => ImportTemplate.Write(Import, LawfulCase.Pack, to));

        Assert.Empty(Faults(package));
        var sheet = package.WorkbookPart!.WorksheetParts.First(part => part.Uri.ToString().EndsWith("sheet1.xml", StringComparison.Ordinal)).Worksheet;
        var formats = package.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(format => format.NumberFormatId!.Value).ToList();
        var rows = sheet.Descendants<Row>().ToList();
        Assert.Equal(StockImport.Titles, rows[2].Elements<Cell>().Select(cell => cell.InnerText));
        var below = rows.Skip(3).ToList();
        Assert.Equal(2_000, below.Count);
        Assert.All(below, row => Assert.Equal(5, row.Elements<Cell>().Count(cell => formats[(int)cell.StyleIndex!.Value] == 49)));
        Assert.All(sheet.Descendants<Column>(), column => Assert.Equal(49u, formats[(int)column.Style!.Value]));
        Assert.Equal([11u, 11u, 3u, 3u, 3u], rows[2].Elements<Cell>().Select(cell => cell.StyleIndex!.Value));
    }

    [Fact]
    public void A_column_with_given_words_has_a_list_of_them()
    {
        using var package = Open(to => ImportTemplate.Write(Import, LawfulCase.Pack, to));

        var list = Assert.Single(package.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>()));
        Assert.Equal((DataValidationValues.List, "A4:A2003", "\"A6 卡纸,24 格不干胶\""), (list.Type!.Value, list.SequenceOfReferences!.InnerText, list.Formula1!.Text));
    }

    [Fact]
    public void The_second_sheet_says_what_belongs_where()
    {
        using var package = Open(to => ImportTemplate.Write(Import, LawfulCase.Pack, to));

        Assert.Equal(["卡片领入", "填表说明"], package.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        var rows = package.WorkbookPart.WorksheetParts.First(part => part.Uri.ToString().EndsWith("sheet2.xml", StringComparison.Ordinal)).Worksheet.Descendants<Row>()
            .Select(row => string.Join('|', row.Elements<Cell>().Select(cell => cell.InnerText))).ToList();
        Assert.Equal("栏|必填|说明", rows[1]);
        Assert.Equal("纸张|必填|哪一种纸（只能填：A6 卡纸、24 格不干胶）", rows[2]);
        Assert.Equal("备注||可以空着", rows[^1]);
    }

    [Fact]
    public void An_empty_template_handed_in_is_told_so()
    {
        var file = new MemoryStream();
        ImportTemplate.Write(Import, LawfulCase.Pack, file);
        file.Position = 0;

        Assert.Contains("没有填内容", Assert.Throws<SheetRefusedException>(() => SheetRows.Read(file, Import)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_come_back_in_their_places_with_wrong_cells_red_and_can_be_handed_in_again()
    {
        var sheet = SheetRows.Read(
            new MemoryStream(SampleFiles.Xlsx($"""<row r="2">{SampleFiles.Text("A2", "纸张")}{SampleFiles.Text("B2", "张数")}{SampleFiles.Text("C2", "证件号码")}{SampleFiles.Text("D2", "经手")}</row>{Row(4, "=1+1", "")}{Row(7, "+86", "x")}""")),
            Import);
        sheet.Rows[0].AddError("纸张", "没有这种纸");

        using var package = Open(to => ImportFaults.Write(Import, sheet, to));

        Assert.Empty(Faults(package));
        var worksheet = package.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(worksheet.Descendants<CellFormula>());
        Assert.Equal([1u, 2u, 4u, 7u], worksheet.Descendants<Row>().Select(row => row.RowIndex!.Value));
        Assert.Equal(["纸张", "张数", "证件号码", "经手", "错误"], Cells(worksheet, 2));
        Assert.Equal(["=1+1", "", "640104194802290018", "样例", "第 4 行“张数”没有填\n纸张：没有这种纸"], Cells(worksheet, 4));
        Assert.Equal(["A4", "B4", "E4"], worksheet.Descendants<Cell>().Where(cell => cell.StyleIndex! == 12u).Select(cell => cell.CellReference!.Value));
        var again = new MemoryStream();
        ImportFaults.Write(Import, sheet, again);
        again.Position = 0;
        var back = SheetRows.Read(again, Import);
        Assert.Equal([4, 7], back.Rows.Select(row => row.Number));
        Assert.Equal("=1+1", back.Rows[0]["纸张"]);
        Assert.Equal((2, 1), (back.HeaderRow, back.Titles.Count(title => title == ImportFaults.Title)));

        static string Row(int row, string stock, string sheets) =>
            $"""<row r="{row}">{SampleFiles.Text("A" + row, stock)}{SampleFiles.Text("B" + row, sheets)}{SampleFiles.Text("C" + row, "640104194802290018")}{SampleFiles.Text("D" + row, "样例")}</row>""";
    }

    [Fact]
    public void What_was_refused_for_its_kind_stays_refused_when_the_sheet_comes_back_until_it_is_typed_again()
    {
        var rows = SampleFiles.Header
            + $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}<c r="B2"><f>1+1</f><v>2</v></c><c r="C2"><v>12.1</v></c><c r="D2"><v>640104194802290000</v></c><c r="E2" s="1"><v>43922</v></c></row>"""
            + $"""<row r="3">{SampleFiles.Text("A3", "A6 卡纸")}<c r="B3" t="e"><v>#N/A</v></c><c r="E3" t="inlineStr"><is><t>马_x0001_山</t></is></c></row>""";
        var sheet = SheetRows.Read(new MemoryStream(SampleFiles.Xlsx(rows, formats: """<xf numFmtId="14"/>""")), Import);
        string[] wrong = ["2 张数", "2 日期", "2 证件号码", "2 备注", "3 张数", "3 备注"];
        Assert.Equal(wrong, Wrong(sheet));

        var again = Back(sheet);
        var thrice = Back(again);

        Assert.Equal(wrong, Wrong(again));
        Assert.Equal(wrong, Wrong(thrice));
        Assert.Equal("【重填】12.1", Shown(again, "日期"));
        Assert.Equal("12.1", again.Rows[0]["日期"]);
        Assert.All(thrice.Rows.SelectMany(row => row.Faults), fault => Assert.Contains("还没有重新填写", fault.Sentence, StringComparison.Ordinal));

        static IEnumerable<string> Wrong(SheetRows sheet) => sheet.Rows.SelectMany(row => row.Faults.Select(fault => $"{row.Number} {fault.Field}"));
    }

    [Fact]
    public void What_was_asked_about_is_asked_again_until_it_is_answered_for_or_typed_anew()
    {
        var asked = SheetRows.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes("纸张,张数,备注\nA6 卡纸,1,3月2日\n")), Import);
        Assert.Single(asked.Rows[0].Faults);

        var again = Back(asked);

        Assert.Contains("已核对", again.Titles);
        Assert.Contains("“备注”还没有核对", Assert.Single(again.Rows[0].Faults).Sentence, StringComparison.Ordinal);
        Assert.Equal("【核对】3月2日", Shown(again, "备注"));
        var titles = $"""<row r="1">{SampleFiles.Text("A1", "纸张")}{SampleFiles.Text("B1", "张数")}{SampleFiles.Text("C1", "备注")}{SampleFiles.Text("D1", "已核对")}</row>""";
        var answered = $"""<row r="2">{SampleFiles.Text("A2", "A6 卡纸")}{SampleFiles.Text("B2", "1")}{SampleFiles.Text("C2", "【核对】3月2日")}{SampleFiles.Text("D2", "是")}</row>""";
        var anew = $"""<row r="3">{SampleFiles.Text("A3", "A6 卡纸")}{SampleFiles.Text("B3", "1")}{SampleFiles.Text("C3", "3-2")}</row>""";
        var taken = SheetRows.Read(new MemoryStream(SampleFiles.Xlsx(titles + answered + anew)), Import);
        Assert.All(taken.Rows, row => Assert.Empty(row.Faults));
        Assert.Equal(["3月2日", "3-2"], taken.Rows.Select(row => row["备注"]));
    }

    private static SheetRows Back(SheetRows sheet)
    {
        var file = new MemoryStream();
        ImportFaults.Write(Import, sheet, file);
        file.Position = 0;
        return SheetRows.Read(file, Import);
    }

    /// <summary>What a cell of the second row says in the sheet of faults.</summary>
    private static string Shown(SheetRows sheet, string title)
    {
        using var package = Open(to => ImportFaults.Write(Import, sheet, to));
        return Cells(package.WorkbookPart!.WorksheetParts.Single().Worksheet, 2).ElementAt(sheet.Titles.Where(each => each != ImportFaults.Title).ToList().IndexOf(title));
    }

    private static SpreadsheetDocument Open(Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        file.Position = 0;
        return SpreadsheetDocument.Open(file, isEditable: false);
    }

    private static IEnumerable<string> Faults(SpreadsheetDocument package) =>
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

    private static IEnumerable<string> Cells(Worksheet sheet, uint row) => sheet.Descendants<Row>().Single(each => each.RowIndex! == row).Elements<Cell>().Select(cell => cell.InnerText);
}
