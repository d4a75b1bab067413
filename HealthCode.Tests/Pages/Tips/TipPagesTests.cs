using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Tips;

/// <summary>线索、监督举报 through HTTP: taken, matched to its area, corrected, dispatched, visited, answered, reported.</summary>
public sealed class TipPagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await TipCase.ServerAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_goes_its_way_from_the_desk_to_the_township()
    {
        var area = await _server.AddAreaAsync();
        await _server.AddAreaAsync("5组", "纳小军");
        var desk = await _server.DispatcherAsync();
        await desk.OpenAsync("/Tips/Create");
        await desk.SendAsync(("线索还是监督举报", "监督举报"), ("所在地", TipCase.Place), ("上报类型", "群众聚集活动"), ("情况", "十几个人在屋里打牌"), ("举报人姓名", TipCase.ReporterName), ("举报人电话", TipCase.ReporterPhone));

        Assert.Equal("已受理，编号 0001。下一步：派发给辖区的网格员或联络员。", desk.StatusMessage);
        Assert.Equal(area, await _server.InDbAsync(db => db.Tips.Select(tip => tip.AreaId).SingleAsync()));
        await desk.PressAsync("派发");
        Assert.Equal("已派。下一步：打印派发单，交给他上门。", desk.StatusMessage);
        await desk.PressAsync("记下上门", ("哪天上门的", "20200305"), ("几点上门的", "8:59"));
        Assert.Equal([TipRules.VisitAfterDispatch.Sentence], desk.Errors);
        await desk.PressAsync("记下上门", ("哪天上门的", "20200305"), ("几点上门的", "9:00"));
        Assert.Equal("上门已记下。下一步：登记反馈。", desk.StatusMessage);
        await desk.PressAsync("记下反馈", ("核查到什么、怎样处理的", "已劝散"), ("有没有疑似的人", "没有疑似"));
        Assert.Equal("反馈已记下。下一步：上报。", desk.StatusMessage);
        await desk.PressAsync("已上报", ("报给了谁", "镇疫情防控指挥部"), ("哪天报的", "20200305"), ("几点报的", "900"));
        Assert.Equal("上报已记下，这一件办完了。", desk.StatusMessage);

        var tip = await _server.InDbAsync(db => db.Tips.SingleAsync());
        Assert.Equal((TipState.Reported, "马晓燕", false, 0), (tip.State, tip.Dispatched!.Worker.Value, tip.IsSuspected!.Value, await _server.InDbAsync(db => db.FollowUps.CountAsync())));
    }

    [Fact]
    public async Task Without_a_place_it_is_refused_with_a_sentence_and_nothing_typed_is_lost()
    {
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips/Create");
        await desk.SendAsync(("线索还是监督举报", "线索"), ("被反映的人姓名", "纳福贵"), ("身体状况", "出现发热"), ("情况", "咳了三天"), ("举报人姓名", TipCase.ReporterName), ("举报人电话", "12"));
        Assert.Equal(["手机号码应为 11 位，现在是 2 位，请核对是否漏录或多录。"], desk.Errors);
        await desk.SendAsync(("举报人电话", TipCase.ReporterPhone));

        Assert.Equal([TipRules.PlaceNamed.Sentence], desk.Errors);
        Assert.Equal(("纳福贵", "咳了三天", TipCase.ReporterName, TipCase.ReporterPhone), (desk.Field("被反映的人姓名").GetAttribute("value"), desk.Field("情况").TextContent.Trim(), desk.Field("举报人姓名").GetAttribute("value"), desk.Field("举报人电话").GetAttribute("value")));
        Assert.NotNull(desk.Page.QuerySelector("input[name='Input.Condition'][value=symptoms][checked]"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Tips.CountAsync()));
    }

    [Fact]
    public async Task Ten_megabytes_of_description_are_refused_with_a_sentence_and_come_back()
    {
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips/Create");
        var endless = new string('x', 10 * 1024 * 1024);
        var fields = desk.MainFields().Where(field => field.Key is not ("Input.Description" or "Input.Place")).Append(new("Input.Kind", "Clue")).Append(new("Input.Condition", "none")).Append(new("Input.Place", "3组")).ToList();
        using var form = new MultipartFormDataContent();
        fields.ForEach(field => form.Add(new StringContent(field.Value), field.Key));
        form.Add(new StringContent(endless), "Input.Description");
        await desk.PostAsync("/Tips/Create", form);

        Assert.Equal(["情况太长了：最多 1000 个字。"], desk.Errors);
        Assert.Equal(endless.Length, desk.Field("情况").TextContent.Trim().Length);
        Assert.Equal("3组", desk.Field("所在地").GetAttribute("value"));
    }

    [Fact]
    public async Task A_thousand_characters_are_kept_and_one_more_is_too_long()
    {
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips/Create");
        await desk.SendAsync(("线索还是监督举报", "线索"), ("身体状况", "没有上述"), ("所在地", "3组"), ("情况", new string('情', 1001)));
        Assert.Equal(["情况太长了：最多 1000 个字。"], desk.Errors);
        await desk.SendAsync(("情况", new string('情', 1000)));

        Assert.Equal(1000, (await _server.InDbAsync(db => db.Tips.SingleAsync())).Description.Length);
    }

    [Fact]
    public async Task A_dispatch_to_who_left_meanwhile_is_refused_and_he_is_not_offered_any_more()
    {
        var area = await _server.AddAreaAsync();
        var id = await _server.AddTipAsync();
        var desk = await _server.DispatcherAsync();
        await desk.OpenAsync($"/Tips/Details/{id}");
        var other = await _server.ClerkAsync();
        await other.OpenAsync($"/Tips/Area/{area}");
        await other.PressAsync("登记离开", ("哪天离开的", "20200305"));
        await desk.PressAsync("派发");

        Assert.Equal([TipRules.WorkerStillThere.Sentence + "3组 马晓燕。"], desk.Errors);
        Assert.DoesNotContain("马晓燕", (await desk.OpenAsync($"/Tips/Details/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(TipState.Received, await _server.InDbAsync(db => db.Tips.Select(tip => tip.State).SingleAsync()));
    }

    [Fact]
    public async Task A_feedback_before_the_visit_is_refused_and_stays_on_the_form()
    {
        await _server.AddAreaAsync();
        var id = await _server.AddTipAsync(TipState.Dispatched);
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync($"/Tips/Details/{id}");
        await desk.PressAsync("记下反馈", ("核查到什么、怎样处理的", "家里没人"), ("有没有疑似的人", "没有疑似"));

        Assert.Equal([TipRules.FeedbackAfterVisit.Sentence], desk.Errors);
        Assert.Equal("家里没人", desk.Page.QuerySelector("textarea[name='Input.Feedback']")!.TextContent.Trim());
    }

    [Fact]
    public async Task It_is_corrected_with_the_reason_while_nobody_was_sent()
    {
        await _server.AddAreaAsync();
        var id = await _server.AddTipAsync();
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync($"/Tips/Correct/{id}");
        Assert.Equal(TipCase.Place, desk.Field("所在地").GetAttribute("value"));
        Assert.DoesNotContain(TipCase.ReporterName, desk.Html, StringComparison.Ordinal);
        await desk.SendAsync(("所在地", "5组"));
        Assert.Equal([TipRules.CorrectionExplained.Sentence], desk.Errors);
        await desk.SendAsync(("为什么更正", "地点听错了"));

        Assert.Equal("已更正。", desk.StatusMessage);
        Assert.Contains("原来写的：线索；", desk.Text, StringComparison.Ordinal);
        Assert.Equal(TipCase.ReporterName, (await _server.InDbAsync(db => db.Tips.SingleAsync())).Reporter.Name!.Value);
    }

    [Fact]
    public async Task What_tells_the_same_is_offered_and_linked_and_not_dispatched()
    {
        await _server.AddAreaAsync();
        var first = await _server.AddTipAsync(TipState.Dispatched, TipCase.Gathering, hoursAgo: 30);
        await _server.AddTipAsync(TipState.Received, TipCase.Gathering with { Topic = "哄抬物价", Place = "3组集市" });
        await _server.AddTipAsync(TipState.Received, TipCase.Gathering, hoursAgo: 24 * 15);
        var second = await _server.AddTipAsync(TipState.Received, TipCase.Gathering with { Place = "3组老井边" });
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync($"/Tips/Details/{second}");
        // Another topic in the area is another thing, and so is what was told 15 days ago.
        Assert.Equal([$"{first}"], desk.Page.QuerySelectorAll("input[name='Input.LinkedTo']").Select(each => each.GetAttribute("value")));
        await desk.PressAsync("并入选的这一件");
        Assert.Equal([TipRules.LinkedToAnother.Sentence], desk.Errors);
        await desk.PressAsync("并入选的这一件", ("并入哪一件", "0001"));

        Assert.Equal("已并入，不再单独派发。", desk.StatusMessage);
        Assert.NotNull(desk.Page.QuerySelector($"main a[href='/Tips/Details/{first}']"));
        Assert.DoesNotContain("派给哪个辖区", desk.Text, StringComparison.Ordinal);
        Assert.NotNull((await desk.OpenAsync($"/Tips/Details/{first}")).Page.QuerySelector($"main a[href='/Tips/Details/{second}']"));
        await desk.OpenAsync($"/Tips/Details/{second}");
        await desk.PressAsync("分开");
        Assert.Equal("已分开，重新待派。", desk.StatusMessage);
    }

    [Fact]
    public async Task The_table_of_areas_and_the_hours_are_the_offices_own()
    {
        var desk = await _server.ClerkAsync();
        await desk.OpenAsync("/Tips/Area");
        await desk.SendAsync(("辖区名称", "3组"), ("别的写法", "三组、第三小组"), ("网格员还是联络员", "联络员"), ("姓名", "马晓燕"), ("电话", "13800000001"));
        Assert.Equal("辖区表已保存。", desk.StatusMessage);
        Assert.Contains("138****0001", desk.Text, StringComparison.Ordinal);
        Assert.Contains("通知只说“立即”“及时”，没有定小时数", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync(("几小时内派发", "30"));
        Assert.Equal([TipRules.HoursInOrder.Sentence], desk.Errors);
        await desk.SendAsync(("几小时内派发", "3"));

        Assert.Equal("时限已改，从新受理的一件算起。", desk.StatusMessage);
        var (area, settings) = await _server.InDbAsync(async db => (await db.TipAreas.SingleAsync(), await db.TipSettings.SingleAsync()));
        Assert.Equal(["三组", "第三小组"], area.OtherNames);
        Assert.Equal((TipAreaRole.Liaison, 3, 24), (area.Role, settings.DispatchHours, settings.VisitHours));
    }
}
