using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Imports;

/// <summary>居民名册 by spreadsheet.</summary>
public sealed class ResidentImportTests : IAsyncLifetime
{
    private static readonly ImportCells Line = ImportSheet.Resident(LawfulCase.Applicant);
    private static readonly ImportCells Other = Line.With("姓名", "陈嘉雯").With("证件类型", "护照").With("证件号码", "P7654321A").With("性别", "女").With("出生日期", "19880309").With("户号", "4-1");
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Everybody_of_the_sheet_stands_in_the_roster()
    {
        Assert.Empty(await FaultsAsync(Line, Other));

        var kept = await RosterAsync();
        Assert.Equal(["陈嘉雯", "马德山"], kept.Select(resident => resident.Person.Name.Value).Order(StringComparer.Ordinal));
        var one = kept.Single(resident => resident.PersonKey == LawfulCase.Applicant.Key);
        Assert.Equal(LawfulCase.Applicant, one.Person);
        Assert.Equal(("3组", "马晓燕", "13800000001", false), (one.VillageGroup, one.GridWorker?.Name.Value, one.GridWorker?.Phone?.Value, one.HasSmartphone));
    }

    [Fact]
    public async Task A_newer_sheet_updates_and_keeps_what_it_does_not_say()
    {
        await FaultsAsync(Line);

        Assert.Empty(await FaultsAsync(Line.With("住址", "样例村5组1号").With("村民小组", "五组").With("网格员", "").With("网格员电话", ""), Other));

        var one = (await RosterAsync()).Single(resident => resident.PersonKey == LawfulCase.Applicant.Key);
        Assert.Equal(("样例村5组1号", "5组", "马晓燕"), (one.Address, one.VillageGroup, one.GridWorker?.Name.Value));
    }

    [Fact]
    public async Task One_wrong_row_and_nothing_has_changed()
    {
        await FaultsAsync(Line);

        Assert.NotEmpty(await FaultsAsync(Line.With("住址", "样例村5组1号"), Other.With("住址", "")));

        Assert.Equal(Line.Cells["住址"], Assert.Single(await RosterAsync()).Address);
    }

    [Fact]
    public async Task The_same_person_twice_names_the_other_row() =>
        Assert.StartsWith("4 证件号码：" + RosterRules.OneLineEach.Sentence + "第 2 行", Assert.Single(await FaultsAsync(Line, Other, Line.With("户号", "9"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_second_head_of_a_household_names_the_other_row() =>
        Assert.StartsWith("3 与户主关系：" + RosterRules.OneHead.Sentence + "第 2 行", Assert.Single(await FaultsAsync(Line, Other.With("户号", Line.Cells["户号"]))), StringComparison.Ordinal);

    [Fact]
    public async Task A_broken_rule_keeps_its_code_and_what_cannot_be_read_has_none()
    {
        var rows = ImportSheet.Rows(Line.With("班级", "三年级2班").With("性别", "女"), Line.With("证件号码", "640104194802290011").With("电话", "12"));

        await _server.TakeInAsync(new ResidentImport(), rows);

        Assert.Equal(
            [("性别", RosterRules.SexAsNumberSays.Code), ("学校", RosterRules.ClassNeedsSchool.Code)],
            rows[0].Faults.Select(fault => (fault.Field, fault.Code)));
        Assert.Equal([("证件号码", "id18-check"), ("电话", null)], rows[1].Faults.Select(fault => (fault.Field, fault.Code)));
    }

    [Fact]
    public async Task A_household_without_a_head_is_taken_in() => Assert.Empty(await FaultsAsync(Line.With("与户主关系", "妻")));

    [Theory]
    [InlineData("姓名", "")]
    [InlineData("姓名", "马2山")]
    [InlineData("姓名", "=马德山")]
    [InlineData("姓名", "+马德山")]
    [InlineData("姓名", "-马德山")]
    [InlineData("姓名", "@马德山")]
    [InlineData("性别", "不详")]
    [InlineData("性别", "女")]
    [InlineData("证件类型", "户口本")]
    [InlineData("证件号码", "")]
    [InlineData("证件号码", "640104194802290011")]
    [InlineData("证件号码", "6.40104E+17")]
    [InlineData("出生日期", "19480230")]
    [InlineData("出生日期", "19480301")]
    [InlineData("电话", "1380000")]
    [InlineData("住址", "")]
    [InlineData("网格员", "马3")]
    [InlineData("网格员", "")]
    [InlineData("网格员电话", "12")]
    [InlineData("智能手机", "也许")]
    [InlineData("强制保存", "好")]
    public async Task What_is_wrong_is_said_in_its_column(string title, string cell) =>
        Assert.StartsWith($"2 {title}：", Assert.Single(await FaultsAsync(Line.With(title, cell))), StringComparison.Ordinal);

    [Theory]
    [InlineData("班级", "三年级2班", "学校", "")]
    [InlineData("证件类型", "无证件", "无证件或强制保存的原因", "")]
    [InlineData("证件号码", "640104194802290011", "强制保存", "是")]
    public async Task A_cell_that_calls_for_another_is_said_there(string title, string cell, string other, string said)
    {
        var faults = await FaultsAsync(Line.With(title, cell).With(other, said));

        Assert.Contains(faults, fault => fault.StartsWith(said.Length > 0 ? "2 无证件或强制保存的原因：" : $"2 {other}：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_with_a_fault_is_kept_with_a_reason()
    {
        Assert.Empty(await FaultsAsync(Line.With("证件号码", "640104194802290011").With("强制保存", "是").With("无证件或强制保存的原因", "户口簿上就是这样").With("性别", "男").With("出生日期", "19480229")));

        Assert.True(Assert.Single(await RosterAsync()).Person.Document.SavedDespiteFault);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-3号")]
    [InlineData("@村委会")]
    public async Task Words_stay_as_typed_whatever_they_begin_with(string address)
    {
        await FaultsAsync(Line.With("住址", address));

        Assert.Equal(address, Assert.Single(await RosterAsync()).Address);
    }

    [Fact]
    public async Task Another_name_under_a_known_number_is_no_update()
    {
        await FaultsAsync(Line);

        Assert.StartsWith("2 姓名：" + RosterRules.NumberIsOnesOwn.Sentence + "马德山。", Assert.Single(await FaultsAsync(Line.With("姓名", "马得山"))), StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync(Line.With("姓名", "马得山").With("曾用名", "马德山")));

        Assert.Equal("马得山", Assert.Single(await RosterAsync()).Person.Name.Value);
    }

    [Fact]
    public async Task Another_offices_roster_is_another_roster()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Residents.Add(Resident.Enter(other, new() { Person = LawfulCase.Applicant, Address = "别村" }, LawfulCase.Today));
            return Task.CompletedTask;
        }));

        Assert.Empty(await FaultsAsync(Line));

        Assert.Equal(["别村", Line.Cells["住址"]], (await RosterAsync()).OrderByDescending(resident => resident.OfficeCode == other.Code).Select(resident => resident.Address));
    }

    [Fact]
    public async Task The_audit_list_says_so_without_a_name()
    {
        await FaultsAsync(Line);
        await FaultsAsync(Line.With("住址", "样例村5组1号"));

        var records = await _server.InDbAsync(db => db.AuditRecords.AsNoTracking().Where(record => record.Subject.StartsWith("居民名册")).OrderBy(record => record.Id).ToListAsync());
        Assert.Equal(["新建", "修改"], records.Select(record => record.Action));
        Assert.DoesNotContain(records, record => (record.Subject + record.Detail).Contains('马', StringComparison.Ordinal));
        Assert.Equal("详细地址", records[1].Detail);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(params IEnumerable<ImportCells> sheet)
    {
        var rows = ImportSheet.Rows(sheet);
        await _server.TakeInAsync(new ResidentImport(), rows);
        return rows.Faults();
    }

    private Task<List<Resident>> RosterAsync() => _server.InDbAsync(db => db.Residents.AsNoTracking().ToListAsync());
}
