using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Imports;

/// <summary>线索导入: tips that somebody else has taken wait for their dispatch as if told at the desk.</summary>
public sealed class TipImportTests
{
    private static readonly ImportCells Clue = new(new Dictionary<string, string>
    {
        ["线索还是监督举报"] = "线索", ["所在地"] = TipCase.Place, ["被反映的人姓名"] = "纳福贵", ["身体状况"] = "3", ["情况"] = "咳了三天", ["举报人姓名"] = TipCase.ReporterName, ["举报人电话"] = TipCase.ReporterPhone,
    });

    [Fact]
    public async Task Each_row_is_a_tip_in_its_area_and_one_wrong_row_takes_in_none()
    {
        await using var server = await TipCase.ServerAsync();
        var area = await server.AddAreaAsync();
        var wrong = ImportSheet.Rows(Clue, Clue.With("所在地", ""), Clue.With("身体状况", "7"), Clue.With("线索还是监督举报", "监督举报").With("被反映的人姓名", ""));

        await server.TakeInAsync(new TipImport(), wrong);
        Assert.Equal([[], ["所在地"], ["身体状况"], ["上报类型"]], wrong.Select(row => row.Faults.Select(fault => fault.Field!).Distinct().ToArray()));
        Assert.Equal(0, await server.InDbAsync(db => db.Tips.CountAsync()));

        await server.TakeInAsync(new TipImport(), ImportSheet.Rows(Clue, Clue.With("举报人姓名", "").With("举报人电话", "")));
        var tips = await server.InDbAsync(db => db.Tips.OrderBy(tip => tip.Number).ToListAsync());
        Assert.Equal([(1, TipState.Received, true, (long?)area), (2, TipState.Received, false, area)], tips.Select(tip => (tip.Number, tip.State, tip.IsNamed, tip.AreaId)));
        Assert.Equal(TipCase.Terms.Conditions[2].Code, tips[0].Condition);
    }

    [Fact]
    public async Task Where_no_notice_knows_tips_there_is_no_such_sheet()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync("/Imports?handler=Template&kind=tips");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, clerk.Status);
        Assert.All(RulePacks.All.Except(SampleProvince.Versions), pack => Assert.Equal(pack == Hainan.Pack, new TipImport().IsKnown(pack)));
    }
}
