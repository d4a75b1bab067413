using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>不予认可: taken, linked to the card, passed on, answered, closed; late by the office's own hours.</summary>
public sealed class ComplaintPagesTests
{
    [Fact]
    public async Task A_card_of_the_office_is_found_and_linked_and_any_other_number_is_kept_as_told()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var pass = await desk.ApprovedAsync(server);
        var number = await server.InDbAsync(db => db.Passes.Select(each => each.Number).SingleAsync());
        foreach (var typed in new[] { $"{number[..4]} {number[4..]}", "外地卡 99", "" })
        {
            await desk.OpenAsync("/Supervision/EnterComplaint");
            await desk.SendAsync(("他拿的是什么", "健康通行卡"), ("在哪里不认", "县医院门诊楼入口"), ("几点", "8点30分"), ("谁没有被认可", "马德山"), ("卡号、编号", typed), ("谁来说的", "本人"));
            Assert.StartsWith("已受理。", desk.StatusMessage, StringComparison.Ordinal);
        }

        var complaints = await server.InDbAsync(db => db.Complaints.OrderBy(each => each.Id).ToListAsync());
        Assert.Equal([(number, (long?)pass), ("外地卡 99", null), ("", null)], complaints.Select(each => (each.CardNumber, each.PassId)));
        Assert.Equal("08:30", complaints[0].RefusedAt);
        await desk.OpenAsync($"/Supervision/Complaint/{complaints[0].Id}");
        Assert.NotNull(desk.Page.QuerySelector($"main a[href='/Passes/Details/{pass}']"));
        await desk.OpenAsync("/Supervision/Complaints");
        Assert.DoesNotContain(number, desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_ahead_is_said_and_what_was_typed_comes_back()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/EnterComplaint");
        await clerk.SendAsync(("哪天", "20200306"), ("谁不认", "保安"));

        Assert.Equal(
            new[] { ComplaintRules.CredentialChosen, ComplaintRules.PlaceNamed, ComplaintRules.NotInFuture, ComplaintRules.TellerNamed }.Select(rule => rule.Sentence).Order(StringComparer.Ordinal), clerk.Errors.Order(StringComparer.Ordinal));
        Assert.Equal("保安", clerk.Field("谁不认").GetAttribute("value"));
        await clerk.SendAsync(("几点", "二十五点"));
        Assert.Contains("时间看不懂，请写成 9:30；不知道就空着。", clerk.Errors);
    }

    [Fact]
    public async Task It_goes_its_way_and_the_slip_has_the_telephone_numbers()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        var address = $"/Supervision/Complaint/{keys.Complaint}";
        using (var slip = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/Supervision/ComplaintSlip/{keys.Complaint}")))
        {
            Assert.All(["不予认可受理单", "县医院门诊楼入口", "马德山", "12345", "监督电话0951-12345", "一律及时纠正"], word => Assert.Contains(word, slip.Words(1), StringComparison.Ordinal));
        }

        await clerk.OpenAsync(address);
        await clerk.PressAsync("已转", ("转给谁", ""));
        Assert.Equal([ComplaintRules.ForwardedToNamed.Sentence], clerk.Errors);
        await clerk.PressAsync("已转", ("转给谁", "县政府督查室"));
        await clerk.PressAsync("记下答复", ("哪天答复的", "20200304"), ("怎么答复的", "认可"));
        Assert.Equal([ComplaintRules.ReplyAfterComplaint.Sentence], clerk.Errors);
        await clerk.PressAsync("记下答复", ("哪天答复的", "20200305"));
        Assert.Equal("答复已记下。", clerk.StatusMessage);

        var stale = new OfficeBrowser(clerk.Http);
        await stale.OpenAsync(address);
        await clerk.PressAsync("办结", ("结果", "该处已认可"));
        Assert.Equal("已办结。", clerk.StatusMessage);
        await stale.PressAsync("记下答复", ("哪天答复的", "20200305"), ("怎么答复的", "又答复"));
        Assert.Contains(ComplaintRules.StillOpen.Sentence, stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_late_by_the_offices_own_hours_and_the_page_says_that_they_are_its_own()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Settings");
        await clerk.SendAsync(("受理后几小时内要有答复（本村自定）", "0"));
        Assert.Equal([ComplaintRules.HoursInRange.Sentence], clerk.Errors);
        await clerk.SendAsync(("受理后几小时内要有答复（本村自定）", "2"));
        await clerk.OpenAsync("/Supervision/EnterComplaint");
        await clerk.SendAsync(("他拿的是什么", "健康通行卡"), ("在哪里不认", "公交站"), ("谁来说的", "本人"));

        server.Clock.SetTo(server.Now.AddHours(7));
        clerk = await server.SignedInAsync("luru");
        await clerk.OpenAsync("/Supervision/Complaints");

        Assert.Contains("已过 5 小时，还没有办结", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("本村自定：受理后 2 小时内要有答复。通知只说“及时”", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("1 件超时", (await clerk.OpenAsync("/Supervision")).Text, StringComparison.Ordinal);
    }
}
