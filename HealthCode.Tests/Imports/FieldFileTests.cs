using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Imports;

/// <summary>Sheets as people make them, with Excel, with WPS, out of other systems; whoever stands in them is invented.</summary>
public sealed class FieldFileTests
{
    [Theory]
    [InlineData("01b-merged-address.xlsx", "住址", "样例村3组8号", "样例村3组8号")]
    [InlineData("01b-merged-address.xlsx", "户号", "9002", "9002")]
    [InlineData("01c-merged-household-no-relation.xlsx", "户号", "9010", "9010")]
    [InlineData("06-phone-as-number.xlsx", "电话", "13900000203")]
    [InlineData("07-kangxi-radicals.xlsx", "姓名", "马文山")]
    [InlineData("07b-kangxi-radicals-group.xlsx", "村民小组", "一组")]
    [InlineData("08-household-0012-format.xlsx", "户号", "0012", "0012")]
    [InlineData("09-other-titles.xlsx", "电话", "13900000207")]
    [InlineData("09-other-titles.xlsx", "村民小组", "5组")]
    [InlineData("09-other-titles.xlsx", "与户主关系", "户主")]
    [InlineData("09b-other-titles.xlsx", "证件号码", "640104196701010015")]
    [InlineData("12-date-text-with-midnight.xlsx", "出生日期", "1970-01-02", "1970/1/3")]
    [InlineData("11-unicode-text-utf16.csv", "证件号码", "64010419690101001X")]
    public void A_cell_says_what_its_owner_sees(string file, string title, params string[] says)
    {
        var sheet = Read<ResidentImport>(file);

        Assert.Equal(says, sheet.Rows.Select(row => row[title]));
        Assert.Empty(sheet.Rows.Faults());
        Assert.Empty(sheet.Unread);
    }

    [Theory]
    [InlineData("03-csv-tab-suffix-layui.csv")]
    [InlineData("03b-csv-tab-prefix.csv")]
    [InlineData("04-csv-equals-quoted.csv")]
    public void Figures_that_a_system_protected_are_read_without_their_protection(string file)
    {
        var row = Read<ResidentImport>(file).Rows[0];

        Assert.Equal(("马文湖甲", "640104196001010014", "样例村5组1号", "9500", "13900000100"), (row["姓名"], row["证件号码"], row["住址"], row["户号"], row["电话"]));
    }

    [Fact]
    public void What_Excel_made_a_day_is_refused_in_every_column_that_is_none()
    {
        Assert.Equal(
            ["2 户号：第 2 行户号已被 Excel 改成日期，请把这一栏改成文本后重新填写", "3 户号：第 3 行户号已被 Excel 改成日期，请把这一栏改成文本后重新填写", "3 班级：第 3 行班级已被 Excel 改成日期，请把这一栏改成文本后重新填写"],
            Read<ResidentImport>("02-household-4-1-as-date.xlsx").Rows.Faults());
        Assert.Equal(
            ["2 目的地门牌号：第 2 行目的地门牌号已被 Excel 改成日期，请把这一栏改成文本后重新填写", "2 座位号：第 2 行座位号已被 Excel 改成日期，请把这一栏改成文本后重新填写"],
            Read<DeclarationImport>("22-house-3-2-as-date.xlsx").Rows.Faults());
    }

    [Theory]
    [InlineData("21-travel-12.10-as-number.xlsx", "2 出行日期：第 2 行“出行日期”是数字 12.10，看不出是哪一天")]
    [InlineData("23-since-2019.10-number.xlsx", "2 住进日期：第 2 行“住进日期”是数字 2019.1，看不出是哪一天")]
    public void A_bare_number_is_no_day(string file, string says)
    {
        Assert.Empty(Read<DeclarationImport>("20-declaration-base.xlsx").Rows.Faults());
        Assert.StartsWith(says, Assert.Single(Read<DeclarationImport>(file).Rows.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_whose_end_may_be_lost_is_asked_about() =>
        Assert.StartsWith("2 证件号码：第 2 行证件号码末尾是 000，", Assert.Single(Read<ResidentImport>("40c-damaged.csv").Rows.Faults()), StringComparison.Ordinal);

    [Fact]
    public void Whatever_stands_around_or_in_a_number_is_left_to_its_own_reader() => Assert.Empty(Read<ResidentImport>("60-ids.xlsx").Rows.Faults());

    [Fact]
    public async Task What_is_sound_is_taken_in_and_a_hidden_row_is_counted()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        foreach (var file in Directory.GetFiles(Folder, "0*").Concat(Directory.GetFiles(Folder, "1*")).Where(file => !file.Contains("02-", StringComparison.Ordinal)))
        {
            var sheet = Read<ResidentImport>(Path.GetFileName(file));
            await server.TakeInAsync(new ResidentImport(), sheet.Rows);
            Assert.True(sheet.Rows.Faults().Count == 0, $"{file}: {string.Join(' ', sheet.Rows.Faults())}");
            Assert.Equal(file.Contains("05-", StringComparison.Ordinal) ? 1 : 0, sheet.Hidden);
        }

        var kept = await server.InDbAsync(db => db.Residents.AsNoTracking().ToListAsync());
        Assert.Equal(["9002", "9002"], Household(kept, "马文海", "丁秀兰"));
        Assert.Equal(["0012", "0012"], Household(kept, "马文川", "丁玉川"));
        Assert.Contains(kept, resident => resident is { Person.Name.Value: "马文山", Address: "样例村一组13号" });
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Imports", "Files");

    private static IEnumerable<string> Household(List<Resident> kept, params string[] names) =>
        names.Select(name => kept.Single(resident => resident.Person.Name.Value == name).HouseholdNumber);

    private static SheetRows Read<T>(string file)
        where T : Import, new() => SheetRows.Read(new MemoryStream(File.ReadAllBytes(Path.Combine(Folder, file))), new T());
}
