using System.Net;
using HealthCode.Domain.Archives;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.PaperBoxes;

/// <summary>纸质材料, from the shelf to the shredder.</summary>
public sealed class IndexPageTests : IAsyncLifetime
{
    private static readonly DateOnly Ended = new(2020, 3, 5);
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_box_is_entered_and_its_label_printed()
    {
        await EnterAsync();

        Assert.StartsWith("已登记箱子 2020-01", _clerk.StatusMessage, StringComparison.Ordinal);
        var box = await _server.InDbAsync(db => db.PaperBoxes.SingleAsync());
        Assert.Equal(("2020-01", "申报表", 120, "档案柜二层"), (box.Number, box.Content, box.Copies, box.Place));
        using var label = new PdfInspector(await _clerk.Http.GetByteArrayAsync($"/PaperBoxes/Label/{box.Id}"));
        Assert.Equal((105, 148), (Math.Round(label.Sizes[0].Width), Math.Round(label.Sizes[0].Height)));
        Assert.All(["2020-01", "申报表", "120份", "档案柜二层"], word => Assert.Contains(word, label.Words(1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_is_given_once_and_what_is_wrong_is_said()
    {
        await EnterAsync();
        await EnterAsync();
        Assert.Equal([PaperBoxRules.NumberIsNew.Sentence], _clerk.Errors);

        await EnterAsync(("箱号", "2020-02"), ("份数", "0"));
        Assert.Equal([PaperBoxRules.CopiesCounted.Sentence], _clerk.Errors);
        Assert.Equal(1, await _server.InDbAsync(db => db.PaperBoxes.CountAsync()));
    }

    [Fact]
    public async Task Before_the_day_there_is_no_way_to_tick_it_off()
    {
        await EnterAsync();
        await EndAsync();
        await AtAsync(30);

        await _clerk.OpenAsync($"/PaperBoxes/Details/{await IdAsync()}");

        Assert.Contains("要留存到 2020年4月4日", _clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_clerk.Page.QuerySelectorAll("main button"), button => button.TextContent.Trim() == "已销毁");
    }

    [Fact]
    public async Task After_it_two_people_tick_it_off_with_date_and_manner()
    {
        await EnterAsync();
        await EndAsync();
        await AtAsync(31);
        Assert.Contains("还有 1 箱没有登记销毁", (await _clerk.OpenAsync("/PaperBoxes")).Text, StringComparison.Ordinal);
        await _clerk.OpenAsync($"/PaperBoxes/Details/{await IdAsync()}");
        await _clerk.SendAsync(("销毁方式", "碎纸"), ("销毁日期", "20200405"), ("监销人", "王秀兰"), ("另一位监销人", "王秀兰"));
        Assert.Equal([PaperBoxRules.TwoWitnesses.Sentence], _clerk.Errors);

        await _clerk.SendAsync(("另一位监销人", "李建国"));

        var box = await _server.InDbAsync(db => db.PaperBoxes.SingleAsync());
        Assert.Equal((new DateOnly(2020, 4, 5), BoxDisposal.Shredded, "王秀兰", "李建国"), (box.DestroyedOn, box.Disposal, box.FirstWitness, box.SecondWitness));
        Assert.Contains("2020年4月5日碎纸", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_offices_box_does_not_exist_here()
    {
        await EnterAsync();
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var stranger = await _server.SignedInUserAsync("lingcun", other.Code, Roles.Clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/PaperBoxes/Details/{await IdAsync()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/PaperBoxes/Label/{await IdAsync()}")).Status);
    }

    private async Task EnterAsync(params (string Label, string? Value)[] changes)
    {
        await _clerk.OpenAsync("/PaperBoxes");
        await _clerk.SendAsync([("箱号", "2020-01"), ("内容", "申报表"), ("份数", "120"), ("从哪天", "20200228"), ("到哪天", "20200305"), ("存放处", "档案柜二层"), .. changes]);
    }

    private async Task AtAsync(int day)
    {
        _server.Clock.SetTo(OfficeClock.StartOf(Ended.AddDays(day)).AddHours(9));
        _clerk = await _server.SignedInAsync("luru");
    }

    private Task<long> IdAsync() => _server.InDbAsync(db => db.PaperBoxes.Select(box => box.Id).SingleAsync());

    private Task EndAsync() => _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(Ended, Ended)));
}
