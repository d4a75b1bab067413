using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Tests.Imports;

/// <summary>标题: what offices call a column, and that nothing is dropped in silence.</summary>
public sealed class SheetTitlesTests
{
    [Fact]
    public void A_title_that_means_the_same_is_taken_and_a_title_of_ours_goes_before_it()
    {
        var sheet = Read("姓名", "公民身份号码", "家庭住址", "电话", "手机号码");

        Assert.Equal(["姓名", "证件号码", "住址", "电话", "手机号码"], sheet.Titles);
        Assert.Equal("4", sheet.Rows[0]["电话"]);
        Assert.Equal(["手机号码"], sheet.Unread);
    }

    [Fact]
    public void Of_two_titles_that_mean_the_same_nobody_guesses() => Assert.Contains(
        "两栏都可以当作“电话”", Assert.Throws<SheetRefusedException>(() => Read("姓名", "住址", "手机", "联系方式")).Message, StringComparison.Ordinal);

    [Fact]
    public void No_other_title_belongs_to_two_columns_of_one_sheet_or_is_the_title_of_another() => Assert.All(ImportCatalog.All, import =>
    {
        var titles = import.Columns.SelectMany(column => column.OtherTitles).Concat(import.Columns.Select(column => column.Title)).ToList();
        Assert.Equal(titles.Count, titles.Distinct().Count());
    });

    [Fact]
    public void Every_telephone_paper_day_and_time_is_read_as_one() => Assert.All(ImportCatalog.All.Where(import => import is not RegisterImport).SelectMany(import => import.Columns), column => Assert.Equal(
        column.Title switch
        {
            "证件号码" => ImportColumnKind.DocumentNumber,
            _ when column.Title.EndsWith("日期", StringComparison.Ordinal) => ImportColumnKind.Day,
            "当天几点" => ImportColumnKind.Time,
            _ when column.Title.EndsWith("时间", StringComparison.Ordinal) => ImportColumnKind.Time,
            _ when column.Title.EndsWith("电话", StringComparison.Ordinal) || column.Title == "手机号码" => ImportColumnKind.Telephone,
            _ => ImportColumnKind.Words,
        },
        column.Kind));

    /// <summary>A roster of one row: its cells say 1, 2, 3 …</summary>
    private static SheetRows Read(params string[] titles) => SheetRows.Read(
        new MemoryStream(SampleFiles.Xlsx(Row(1, titles) + Row(2, [.. titles.Select((_, i) => $"{i + 1}")]))), new ResidentImport());

    private static string Row(int number, string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((cell, i) => SampleFiles.Text($"{(char)('A' + i)}{number}", cell)))}</row>""";
}
