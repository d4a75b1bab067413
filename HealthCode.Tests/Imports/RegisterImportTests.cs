using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Imports;

/// <summary>台账导入: a sheet has the items of the province's paper, and its rows follow the rules of the desk.</summary>
public sealed class RegisterImportTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        await _server.AddResidentsAsync(3);
        await _server.AddFacilityAsync(RegisterKind.Medicines);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void The_columns_are_the_items_of_the_paper()
    {
        Assert.Equal(["姓名", "证件号码", "居住地", "返宁日期", "隔离从哪天起", "隔离到哪天止", "单子编号"], new RegisterImport(RegisterKind.Returnees).For(Ningxia.Pack).Columns.Select(column => column.Title));
        foreach (var form in Hainan.Pack.Registers)
        {
            Assert.Equal(form.Items.Select(item => item.Label), new RegisterImport(form.Kind).For(Hainan.Pack).Columns.Select(column => column.Title).Intersect(form.Items.Select(item => item.Label)));
            Assert.Equal(form.Kind.FacilityName().Length > 0, new RegisterImport(form.Kind).Columns[0].Title == form.Kind.FacilityName());
        }
    }

    [Fact]
    public void Every_item_is_read_as_what_it_is_whatever_a_province_calls_it()
    {
        foreach (var (form, item) in Hainan.Pack.Registers.Append(Ningxia.Pack.Registers[0]).SelectMany(form => form.Items, (form, item) => (form, item)))
        {
            var pack = form.Name.StartsWith("返宁", StringComparison.Ordinal) ? Ningxia.Pack : Hainan.Pack;
            var column = new RegisterImport(form.Kind).For(pack).Columns.Single(each => each.Title == item.Label);
            Assert.Equal((item.Label, item.Field.IsDay() ? ImportColumnKind.Day : item.Field is RegisterField.DocumentNumber or RegisterField.PatientNumber ? ImportColumnKind.DocumentNumber
                : item.Field is RegisterField.Phone or RegisterField.PatientPhone ? ImportColumnKind.Telephone : ImportColumnKind.Words, item.IsNeeded), (item.Label, column.Kind, column.IsRequired));
            Assert.Equal(pack.WordsOf(item.Field), column.Choices);
        }
    }

    [Fact]
    public async Task Rows_are_entries_with_what_follows_from_them()
    {
        Assert.Empty(await FaultsAsync(Row(0), Row(1).With("是不是代购", "是").With("患者身份证号", Number(2)), Row(7)));

        Assert.Equal([1, 2, 3], await _server.InDbAsync(db => db.RegisterEntries.OrderBy(entry => entry.Id).Select(entry => entry.Number).ToListAsync()));
        var residents = await _server.InDbAsync(db => db.Residents.OrderBy(resident => resident.Id).Select(resident => resident.Id).ToListAsync());
        Assert.Equal([residents[0], residents[2]], (await _server.InDbAsync(db => db.HealthStatuses.Where(status => status.HasGrounds).Select(status => status.ResidentId).ToListAsync())).Order());
        Assert.Equal("13810000000", (await _server.InDbAsync(db => db.RegisterEntries.OrderBy(entry => entry.Id).FirstAsync())).Content.Phone!.Value);
    }

    [Fact]
    public async Task One_wrong_row_and_nothing_is_taken_in()
    {
        var faults = await FaultsAsync(Row(0), Row(1).With("药品名称和数量", "退热贴 0"), Row(2).With("药店", "别的药店"), Row(0), Row(3).With("购药日期", ""));

        Assert.Equal(["药品名称和数量", "药店", "购药人姓名", "购药日期"], faults.Select(fault => fault.Column));
        Assert.Equal(RegisterRules.QuantityInRange.Code, faults[0].Code);
        Assert.Equal(RegisterRules.NotTwice.Code, faults[2].Code);
        Assert.Equal((0, 0), (await _server.InDbAsync(db => db.RegisterEntries.CountAsync()), await _server.InDbAsync(db => db.HealthStatuses.CountAsync())));
        Assert.Empty(await FaultsAsync(Row(0)));
        Assert.Equal(1, await _server.InDbAsync(db => db.RegisterEntries.Select(entry => entry.Number).SingleAsync()));
    }

    [Fact]
    public async Task A_sheet_taken_in_twice_is_refused_row_by_row()
    {
        await FaultsAsync(Row(0), Row(1));

        Assert.All(await FaultsAsync(Row(0), Row(1)), fault => Assert.Equal(RegisterRules.NotTwice.Code, fault.Code));
    }

    private static ImportCells Row(int person) => new(new Dictionary<string, string>
    {
        ["药店"] = "椰林药店", ["购药日期"] = "20200304", ["购药人姓名"] = Name(person), ["购药人身份证号"] = Number(person), ["药品名称和数量"] = "退热贴 2，止咳糖浆 1", ["有无疫区旅居史或发热人员接触史"] = "无",
    });

    private async Task<IReadOnlyList<(string Column, string? Code)>> FaultsAsync(params ImportCells[] cells)
    {
        var rows = ImportSheet.Rows(cells);
        await _server.TakeInAsync(new RegisterImport(RegisterKind.Medicines), rows);
        return [.. rows.SelectMany(row => row.Faults).Select(fault => (fault.Field!, fault.Code))];
    }
}
