using DocumentFormat.OpenXml.Spreadsheet;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using CellText = HealthCode.Web.Spreadsheets.CellText;
using PageLayout = HealthCode.Web.Spreadsheets.PageLayout;
using Formula = HealthCode.Web.Spreadsheets.Formula;
using Column = HealthCode.Web.Reports.Column;

namespace HealthCode.Tests.Reports;

/// <summary>工作簿 — as an office expects a table to look, and as every spreadsheet program reads it.</summary>
public sealed class ReportWorkbookTests
{
    private static readonly ReportScope Scope = new(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613800138000")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("=HYPERLINK(\"http://x\",\"点我\")")]
    [InlineData("_x0041_ 不是 A")]
    [InlineData("欧阳·𬱖𠮷 <&> \"引号\"")]
    [InlineData(" 前后有空格 ")]
    public async Task What_somebody_is_called_is_text(string name)
    {
        var sheet = await DrawAsync([Column.Text("姓名", 12)], [name]);

        Assert.Empty(sheet.Faults);
        Assert.Equal(name.StartsWith('_') ? "_x005F_x0041_ 不是 A" : name, sheet.Column("姓名").Single());
        Assert.Empty(sheet.Sheet.Descendants<CellFormula>());
    }

    [Fact]
    public async Task What_no_file_can_hold_is_shown_as_a_box()
    {
        var sheet = await DrawAsync([Column.Text("姓名", 12)], ["马\u0001\ud800\uffff山"]);

        Assert.Empty(sheet.Faults);
        Assert.Equal("马□□□山", sheet.Column("姓名").Single());
    }

    [Fact]
    public async Task Sums_are_formulas_with_their_values_and_numbers_of_papers_are_text()
    {
        var sheet = await DrawAsync(
            [Column.Text("号码", 21), Column.Count("申报"), Column.Whole("年龄"), Column.Day("日期"), Column.Moment("时间"), Column.Tenths("平均")],
            ["640104194802290018", 3, 72, LawfulCase.Today, LawfulCase.Now, 1.5m], ["640104194802290019", 4, null, null, null, new Formula("C{row}/2", 2m)]);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["1", "640104194802290018", "3", "72", "2020-03-05", "2020-03-05 09:30", "1.5"], sheet.Body[0]);
        Assert.Equal("=C5/2→2", sheet.Body[1][6]);
        Assert.Equal("=SUM(C4:C5)→7", sheet.Rows[5][2]);
        Assert.Equal(7, sheet.Total("申报"));
        Assert.Equal("", sheet.Rows[5][3]);
        var number = sheet.Sheet.Descendants<Cell>().Single(cell => cell.CellReference == "B4");
        Assert.Equal((CellValues.InlineString, 4u), (number.DataType!.Value, number.StyleIndex!.Value));
    }

    [Fact]
    public async Task The_page_is_a4_across_one_page_wide_with_the_header_on_each()
    {
        var sheet = await DrawAsync([Column.Text("项目", 20), Column.Count("男", band: "人数"), Column.Count("女", band: "人数")], ["申报", 1, 2]);

        Assert.Empty(sheet.Faults);
        var paper = sheet.Sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (paper.PaperSize!.Value, paper.Orientation!.Value, paper.FitToWidth!.Value, paper.FitToHeight!.Value));
        Assert.Equal("&C第 &P 页 共 &N 页", sheet.Sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text);
        Assert.Equal(["_xlnm.Print_Area '健康通行卡台账'!$A$1:$D$7", "_xlnm.Print_Titles '健康通行卡台账'!$3:$4"], sheet.Book.DefinedNames!.Elements<DefinedName>().Select(name => $"{name.Name} {name.Text}"));
        Assert.Equal(["A1:D1", "A2:D2", "A3:A4", "B3:B4", "C3:D3", "A7:D7"], sheet.Sheet.GetFirstChild<MergeCells>()!.Elements<MergeCell>().Select(cell => cell.Reference!.Value!));
        Assert.Equal(["序号", "项目", "男", "女"], sheet.Header);
        Assert.StartsWith("样例村健康通行卡台账（2020年3月5日）", sheet.Rows[0][0], StringComparison.Ordinal);
        Assert.Equal("填报单位（盖章）：样例村　　填报时间：2020年3月5日", sheet.Rows[1][0]);
        Assert.Equal("填报人：李录入　　　　审核人：　　　　　　联系电话：0951-1", sheet.Rows[^1][0]);
    }

    [Fact]
    public async Task A_row_is_as_high_as_its_longest_text_and_a_short_one_as_usual()
    {
        const string Address = "宁夏回族自治区银川市兴庆区样例街道样例村三组八号";
        var sheet = await DrawAsync([Column.Text("现居住住址", 20), Column.Text("很长的栏目名称要折成两行", 12)], [Address, ""], ["样例村", ""]);

        Assert.Empty(sheet.Faults);
        // 24 characters need 48 of 19: three lines; the title of 12 characters 24 of 11: three lines.
        Assert.Equal(["48", "48", null], RowHeights(sheet).Skip(2).Take(3));
    }

    [Fact]
    public async Task A_table_of_22_columns_is_printed_in_two_parts_each_with_whose_row_it_is()
    {
        var report = new DeclarationLedgerReport();
        var columns = (await report.TableAsync(null!, Scope)).Columns;
        var sheet = await DrawAsync(columns, [.. columns.Select(_ => (object?)null)]);

        Assert.Empty(sheet.Faults);
        var paper = sheet.Sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Landscape, PageOrderValues.OverThenDown), (paper.PaperSize!.Value, paper.Orientation!.Value, paper.PageOrder!.Value));
        // The default font of 11 pt stays 7.7 pt or larger.
        Assert.InRange(paper.Scale!.Value, 70u, 100u);
        Assert.Null(sheet.Sheet.GetFirstChild<SheetProperties>());
        var part = Assert.Single(sheet.Sheet.GetFirstChild<ColumnBreaks>()!.Elements<Break>());
        Assert.InRange(part.Id!.Value, 8u, 14u);
        Assert.Contains("$A:$D,", sheet.Book.DefinedNames!.Elements<DefinedName>().Single(name => name.Name == "_xlnm.Print_Titles").Text, StringComparison.Ordinal);
        var pane = sheet.Sheet.Descendants<Pane>().Single();
        Assert.Equal((4d, 3d), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value));
        // Title and notes lie within the first part.
        Assert.All(sheet.Sheet.GetFirstChild<MergeCells>()!.Elements<MergeCell>(), merged => Assert.EndsWith($"{(char)('A' + part.Id.Value - 1)}{merged.Reference!.Value![1..].Split(':')[0]}", merged.Reference.Value, StringComparison.Ordinal));
        Assert.Contains("打印成左右 2 部分", sheet.Rows[1][0], StringComparison.Ordinal);
    }

    [Fact]
    public void However_wide_a_table_is_its_parts_fit_the_paper_in_type_that_can_be_read()
    {
        double[] widths = [6, .. Enumerable.Repeat(30.0, 30)];
        var layout = PageLayout.Of(widths, 2);
        Assert.InRange(layout.Scale, 70, 100);
        Assert.Equal(layout.Breaks.Order(), layout.Breaks);
        var ends = layout.Breaks.Append(widths.Length).ToList();
        Assert.All(ends.Zip(layout.Breaks.Prepend(2)), part => Assert.True((36 + widths.Skip(part.Second).Take(part.First - part.Second).Sum()) * layout.Scale / 100 <= 124));
    }

    [Theory]
    [InlineData("", 10, 1)]
    [InlineData("样例村", 10, 1)]
    [InlineData("样例村三组八", 10, 2)]
    [InlineData("一行\n二行\n三行", 30, 3)]
    [InlineData("640104194802290018", 21, 1)]
    [InlineData("640104194802290018", 12, 2)]
    [InlineData("样例街道 0951-6012345", 16, 2)]
    [InlineData("𠮷𠮷𠮷𠮷𠮷𠮷", 10, 2)]
    public void The_lines_of_a_text_are_counted_as_a_spreadsheet_wraps_them(string text, double width, int lines) => Assert.Equal(lines, CellText.Lines(text, width));

    [Fact]
    public async Task A_sheet_that_is_carried_has_larger_type_and_room_to_write()
    {
        using var file = new MemoryStream();
        await ReportWorkbook.WriteAsync(
            new RenewalListReport(), ReportTable.Of([Column.Text("姓名", 12), Column.Day("有效期至"), Column.Whole("还剩几天", 8)], [["马德山", LawfulCase.Today, 3]]),
            Scope, new("样例村", LawfulCase.Now, "李录入", "0951-1", LawfulCase.Pack), file);
        file.Position = 0;
        var sheet = Spreadsheet.Open(file);

        Assert.Empty(sheet.Faults);
        Assert.Equal(["1", "马德山", "2020-03-05", "3"], sheet.Body[0]);
        Assert.True(double.Parse(RowHeights(sheet)[3]!, System.Globalization.CultureInfo.InvariantCulture) >= 30);
        Assert.All(sheet.Sheet.Descendants<Cell>().Where(cell => cell.CellReference!.Value!.EndsWith('4')), cell => Assert.InRange(cell.StyleIndex!.Value, 14u, 18u));
    }

    [Fact]
    public async Task Nothing_to_report_is_a_table_too()
    {
        var sheet = await DrawAsync([Column.Count("申报")]);

        Assert.Empty(sheet.Faults);
        Assert.Empty(sheet.Body);
        Assert.Equal("0", sheet.Rows[3][1]);
    }

    [Fact]
    public async Task The_second_sheet_says_what_each_figure_means()
    {
        var sheet = await DrawAsync([Column.Text("姓名", 12)]);

        Assert.Equal(["指标", "说明", "依据"], sheet.Explanation[2]);
        Assert.Equal(new PassLedgerReport().Definitions(LawfulCase.Pack).Select(each => each.Figure), sheet.Explanation.Skip(3).Select(row => row[0]));
    }

    private static List<string?> RowHeights(Spreadsheet sheet) => [.. sheet.Sheet.Descendants<Row>().Select(row => row.Height?.InnerText)];

    private static async Task<Spreadsheet> DrawAsync(IReadOnlyList<Column> columns, params object?[][] rows)
    {
        using var file = new MemoryStream();
        await ReportWorkbook.WriteAsync(new PassLedgerReport(), ReportTable.Of(columns, rows), Scope, new("样例村", LawfulCase.Now, "李录入", "0951-1", LawfulCase.Pack), file);
        file.Position = 0;
        return Spreadsheet.Open(file);
    }
}
