using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Browser;

/// <summary>台账 by the keyboard alone: a heap of slips of each register, a wrong row that stops no other, and the next step of what is due; leaving pictures.</summary>
public sealed class RegistersTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true, pack: Hainan.Pack);
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await _server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        await _server.AddResidentsAsync(6);
        foreach (var (kind, name) in new[] { (RegisterKind.Work, "橡胶厂"), (RegisterKind.FeverClinic, "县医院"), (RegisterKind.Medicines, "椰林药店") })
        {
            await _server.AddFacilityAsync(kind, name);
        }

        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.SignInAsync("yiren");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_heap_of_returnees_is_keyed_and_who_was_due_arrives() => await KeyAsync(
        RegisterKind.Returnees, "50-返乡",
        // Slip, from where, name, number, telephone, from, left, expected, arrived.
        [["", "1", Name(0), Number(0), "", "湖北武汉", "", "3.4"], ["", "9", Name(1), Number(1), "", "", "", "3.4"]],
        "1 省外",
        async () =>
        {
            await _desk.OpenAsync("/Registers/Returnees");
            await _desk.PictureAsync("50-返乡到期");
            await _desk.TabToAsync("section td.name a");
            await _desk.GoAsync("Enter");
            await _desk.TabToAsync("input[name='Input.ArrivedOn']");
            await _desk.LineAsync("3.5");
            await _desk.LineAsync("3.5");
            await _desk.TabToAsync("form[action*=Arrive] button.main");
            await _desk.GoAsync("Enter");
            Assert.Contains("已登记到达", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
            Assert.Equal(1, await _server.InDbAsync(db => db.Observations.CountAsync()));
        });

    [Fact]
    public async Task A_heap_of_a_units_roll_is_keyed_and_the_unit_says_how_many_are_missing() => await KeyAsync(
        RegisterKind.Work, "51-返岗",
        // Slip, name, telephone, number, county, township, address, from, contacts, health, result, seen, consent.
        [["", Name(0), "", Number(0), "", "", "", "", "", "", "1", "3.5", "本人"], ["", Name(1), "", Number(1), "", "", "", "", "", "", "1", "3.5", ""]],
        "同意",
        async () =>
        {
            await _desk.OpenAsync("/Registers/Work/Facilities");
            await _desk.TabToAsync("section td.name a");
            await _desk.GoAsync("Enter");
            Assert.Contains("全员符合", await _desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await _desk.PictureAsync("51-单位");
        });

    [Fact]
    public async Task A_heap_of_the_clinics_slips_is_keyed() => await KeyAsync(
        RegisterKind.FeverClinic, "52-发热门诊",
        // Slip, name, parent, number, telephone, temperature, address, exposure.
        [["", Name(2), "", Number(2), "", "382", "", "2"], ["", Name(3), "", Number(3), "", "332", "", "2"]],
        "复测",
        () => Task.CompletedTask);

    [Fact]
    public async Task A_heap_of_the_pharmacys_slips_is_keyed_and_the_patient_is_asked_for() => await KeyAsync(
        RegisterKind.Medicines, "53-购药",
        // Slip, name, number, telephone, temperature, drugs, address, exposure, for another, his telephone.
        [["", Name(4), Number(4), "", "", "退热贴 2", "", "", "1", "13911112222"], ["", Name(5), Number(5), "", "", "退热贴 0", "", "", "", ""]],
        "1 到 999",
        async () =>
        {
            await _desk.OpenAsync("/Registers/Medicines");
            await _desk.TabToAsync("section td.name a");
            await _desk.GoAsync("Enter");
            await _desk.TabToAsync("input[name='Input.PatientNumber']");
            await _desk.TypeAsync(Number(5));
            await _desk.TabToAsync("form[action*=Patient] button.main");
            await _desk.GoAsync("Enter");
            Assert.Contains("患者已核实", await _desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
            await _desk.PictureAsync("53-一张购药单");
        });

    private async Task KeyAsync(RegisterKind kind, string picture, string[][] rows, string wrong, Func<Task> then)
    {
        await _desk.OpenAsync($"/Registers/{kind}");
        await _desk.GoAsync("Alt+L");
        if (kind.FacilityName().Length > 0)
        {
            await _desk.TabToAsync("select[name='Input.FacilityId']");
            await _desk.PressAsync("ArrowDown");
        }

        for (var i = 0; i < rows.Length; i++)
        {
            await _desk.TabToAsync($"input[name='Input.Rows[{i}].Cells[SlipNumber]']");
            foreach (var cell in rows[i])
            {
                await _desk.LineAsync(cell);
            }
        }

        await _desk.TabToAsync($"input[name='Input.Rows[{rows.Length}].Cells[SlipNumber]']");
        await _desk.Page.WaitForFunctionAsync("() => document.querySelectorAll('tr:not([data-row]) .said').length === 1 && document.querySelector('tr.wrong')");
        await _desk.PictureAsync(picture);
        Assert.Contains(wrong, await _desk.Page.InnerTextAsync("tr.wrong .said"), StringComparison.Ordinal);
        Assert.Equal(rows[1][rows[1].ToList().FindIndex(cell => cell.Length > 3)], await _desk.Page.InputValueAsync($"tr.wrong input >> nth={rows[1].ToList().FindIndex(cell => cell.Length > 3)}"));
        Assert.Equal(1, await _server.InDbAsync(db => db.RegisterEntries.CountAsync()));
        await then();
        Assert.Empty(_desk.ScriptErrors);
    }
}
