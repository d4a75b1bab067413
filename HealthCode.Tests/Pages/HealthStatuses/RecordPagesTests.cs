using System.Net;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.HealthStatuses;

/// <summary>One person: check-in, correction, official result, ground, observation, visit, until he leaves.</summary>
public sealed class RecordPagesTests
{
    [Fact]
    public async Task A_check_in_at_the_window_is_written_down_and_shown()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        Assert.Contains("13810000000", clerk.Text, StringComparison.Ordinal);
        await clerk.SendAsync(("怎么知道的", "窗口"), ("体温（℃）", "365"), ("体温是否正常", "正常"), ("本人的话", "精神好"));

        Assert.Equal("3月5日的打卡已记下。", clerk.StatusMessage);
        Assert.Contains("36.5 ℃", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("●", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(server.Today, await server.InDbAsync(db => db.HealthStatuses.Select(status => status.LastReportedOn).SingleAsync()));
    }

    [Theory]
    [InlineData("33.2", "正常", null, "复测")]
    [InlineData("", "正常", null, "请填写当日体温")]
    [InlineData("36.5", null, null, "请勾选体温正常还是不正常")]
    [InlineData("36.5", "正常", "20200306", "打卡日期在今天之后")]
    [InlineData("36.5", "正常", "20200304", "是谁、在当天几点告诉的")]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(string temperature, string? normal, string? day, string sentence)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        await clerk.SendAsync(("怎么知道的", "电话"), ("体温（℃）", temperature), ("体温是否正常", normal), ("哪一天", day), ("本人的话", "在家"));

        Assert.Contains(sentence, Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Equal("在家", clerk.Field("本人的话").GetAttribute("value"));
        Assert.Equal(0, await server.InDbAsync(db => db.CheckIns.CountAsync()));
    }

    [Fact]
    public async Task The_slip_says_what_was_written_down_when_he_is_asked_next_and_no_colour()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        await server.KeepUpAsync(id, daysAgo: 9);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        await clerk.SendAsync(("怎么知道的", "窗口"), ("体温（℃）", "365"), ("体温是否正常", "正常"), ("本人的话", "精神好"));
        var checkIn = await server.InDbAsync(db => db.CheckIns.Select(each => each.Id).SingleAsync());

        using var slip = new PdfInspector(await clerk.Http.GetByteArrayAsync($"/HealthStatuses/Slip/{id}/{checkIn}"));

        var words = slip.Words(1);
        Assert.All(["马德山", "2020年3月5日的健康打卡", "体温36.5", "精神好", "2020年3月8日", "12345", "监督电话0951-12345"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.All(["绿", "黄", "红", "灰", "健康码"], word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
        Assert.Empty(slip.Codes(1, 150));
    }

    [Fact]
    public async Task Yesterday_is_filled_when_it_says_who_told_it_then()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        await clerk.SendAsync(("怎么知道的", "上门"), ("体温（℃）", "36.4"), ("体温是否正常", "正常"), ("哪一天", "20200304"), ("当天是谁告诉的", "网格员马晓燕"), ("当天几点告诉的", "9:30"));

        Assert.Equal("3月4日的打卡已记下。", clerk.StatusMessage);
        Assert.Contains("补录，网格员马晓燕当天告诉的", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_keeps_what_stood_there_and_hebei_shows_how_many_are_left()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        await clerk.SendAsync(("怎么知道的", "窗口"), ("本人的话", "到过外地"));
        var checkIn = await server.InDbAsync(db => db.CheckIns.Select(each => each.Id).SingleAsync());

        foreach (var (left, words) in new[] { (2, "没有到过"), (1, "到过县城") })
        {
            await clerk.OpenAsync($"/HealthStatuses/Correct/{id}/{checkIn}");
            Assert.Contains($"还可更正 {left} 次", clerk.Text, StringComparison.Ordinal);
            await clerk.SendAsync(("为什么更正", "本人更正"), ("更正原因", "说错了"), ("本人的话", words));
            Assert.StartsWith("已更正", clerk.StatusMessage, StringComparison.Ordinal);
        }

        await clerk.OpenAsync($"/HealthStatuses/Correct/{id}/{checkIn}");
        await clerk.SendAsync(("为什么更正", "本人更正"), ("更正原因", "又说错了"), ("本人的话", "第四次"));
        Assert.Contains("更正次数已经用完", Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Equal(["到过外地", "没有到过"], (await server.InDbAsync(db => db.CheckIns.SingleAsync())).Earlier.Select(version => version.Content.OwnWords));
    }

    [Theory]
    [InlineData("hainan")]
    [InlineData("hebei")]
    [InlineData("national")]
    [InlineData("ningxia")]
    public async Task Every_provinces_form_opens_and_asks_its_own_questions(string province)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        Assert.Equal(HttpStatusCode.OK, (await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}")).Status);

        Assert.All(pack.HealthCode.CheckIn.Exposures, question => Assert.Contains(question.Text, clerk.Text, StringComparison.Ordinal));
        Assert.All(pack.HealthCode.CheckIn.Symptoms, symptom => Assert.Contains(symptom, clerk.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_national_form_takes_the_itinerary_and_his_page_says_what_is_left_today()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: National.Pack);
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        var questions = National.Pack.HealthCode.CheckIn.Exposures.Select(question => (question.Text, (string?)"否")).ToArray();
        (string, string?)[] said = [("怎么知道的", "窗口"), ("体温（℃）", "365"), ("体温是否正常", "正常"), ("没有出现症状", "on"), .. questions];
        await clerk.SendAsync([.. said, ("哪一天 2", "20200201"), ("到了哪里 2", "成都")]);
        Assert.Contains(CheckInRules.ItineraryInTime.Sentence, Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Equal("成都", clerk.Field("到了哪里 2").GetAttribute("value"));

        await clerk.SendAsync([.. said, ("哪一天 2", "20200301"), ("到了哪里 2", "成都"), ("交通工具、车次 2", "G123 次")]);

        Assert.Equal("3月5日的打卡已记下。", clerk.StatusMessage);
        Assert.Contains("行程：3月1日 成都，G123 次", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("今天还可更正 1 次", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_seen_on_a_telephone_is_seen_again_after_fifteen_minutes()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: National.Pack);
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/Official/{id}");
        await clerk.SendAsync(("官方结果", "未见异常"), ("怎么看到的", "官方平台"), ("谁同意登记的", "本人"));
        Assert.DoesNotContain("请他重新打开再看", clerk.Text, StringComparison.Ordinal);

        server.Clock.Advance(TimeSpan.FromMinutes(16));
        clerk = await server.SignedInAsync("luru");
        await clerk.OpenAsync($"/HealthStatuses/Details/{id}");

        Assert.Contains("已过 15 分钟：要用的话，请他重新打开再看。", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_result_stands_beside_what_the_rules_give_and_wins()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/Ground/{id}");
        await clerk.SendAsync(("什么情况", "密切接触者"), ("从哪天起", "20200301"), ("谁告诉的，或者看到什么文书", "县疾控中心电话"));
        Assert.Equal("情况已登记。", clerk.StatusMessage);
        Assert.Contains("黄码：密切接触者（3月1日起）", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync($"/HealthStatuses/Official/{id}");
        await clerk.SendAsync(("官方结果", "绿码"), ("怎么看到的", "家属出示"), ("谁同意登记的", "本人"));

        Assert.Equal("官方结果已登记。", clerk.StatusMessage);
        Assert.Contains("与官方结果不一致。以官方为准", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("按规则推算，仅供工作提示，以“我的宁夏”为准", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ground_noted_for_the_wrong_person_is_withdrawn_and_stays_in_his_record()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        await server.NoteAsync(id, HealthGround.CloseContact, 3);
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/Ground/{id}");
        await clerk.PressAsync("撤回");
        Assert.Equal([HealthStatusRules.WithdrawalHasReason.Sentence], clerk.Errors);
        await clerk.PressAsync("撤回", ("为什么撤回", "登记错了人"));

        Assert.Equal("已撤回。", clerk.StatusMessage);
        Assert.Contains("已撤回：登记错了人", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("密切接触者（", (await clerk.OpenAsync($"/HealthStatuses/Details/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observation_goes_from_its_first_day_to_its_release()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/HealthStatuses/Observe/{id}");
        await clerk.SendAsync(("为什么观察", "密切接触者"), ("在哪里观察", "居家"), ("开始观察日期", "20200228"));
        Assert.StartsWith("医学观察已登记", clerk.StatusMessage, StringComparison.Ordinal);
        Assert.Contains("到今天 6 天，还差 8 天", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync($"/HealthStatuses/Release/{id}");
        await clerk.SendAsync(("解除日期", "20200305"));
        Assert.Contains(ObservationRules.ReleaseIsTold.Sentence, clerk.Errors);
        await clerk.SendAsync(("解除日期", "20200305"), ("谁告知的", "县疾控中心马医生"));
        Assert.Equal("医学观察已解除。", clerk.StatusMessage);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/HealthStatuses/Release/{id}")).Status);
    }

    [Fact]
    public async Task A_visit_that_found_nobody_says_what_comes_next()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/Visit/{id}");
        await clerk.SendAsync(("结果", "不在家"));
        Assert.Equal([VisitRules.HasNextStep.Sentence], clerk.Errors);
        await clerk.SendAsync(("结果", "不在家"), ("下一步", "下午再去"));

        Assert.Contains("下午再去", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_keeps_up_a_code_when_asked_and_stops_when_he_moves_away()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/Keep/{id}");
        await clerk.PressAsync("开始代为打卡");
        Assert.Contains("谁请我们代为打卡", Assert.Single(clerk.Errors), StringComparison.Ordinal);
        await clerk.PressAsync("开始代为打卡", ("谁请我们代为打卡", "本人"));
        Assert.Equal("从今天起代为打卡。", clerk.StatusMessage);

        await clerk.OpenAsync($"/Residents/Leave/{id}");
        await clerk.SendAsync(("迁出还是去世", "迁出"), ("从哪天起", "20200305"));
        Assert.Equal("已登记，以后不再问他。", clerk.StatusMessage);
        server.Clock.Advance(TimeSpan.FromDays(1));
        clerk = await server.SignedInAsync("luru");
        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        await clerk.SendAsync(("怎么知道的", "窗口"), ("体温（℃）", "365"), ("体温是否正常", "正常"));
        Assert.Equal([HealthStatusRules.IsHere.Sentence], clerk.Errors);
    }

    [Fact]
    public async Task Who_left_today_is_on_no_list_any_more_and_comes_back_by_a_button()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var ids = await server.AddResidentsAsync(2);
        foreach (var id in ids)
        {
            await server.ObserveAsync(id, HealthGround.CloseContact, daysAgo: 2);
        }

        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses");
        await clerk.OpenAsync($"/Residents/Leave/{ids[0]}");
        await clerk.SendAsync(("迁出还是去世", "去世"), ("从哪天起", "20200305"));

        using (var list = new PdfInspector(await clerk.Http.GetByteArrayAsync("/HealthStatuses/RoundList")))
        {
            Assert.DoesNotContain("马德山", list.Words(1), StringComparison.Ordinal);
        }

        Assert.Contains("今天要问 1 人", (await clerk.OpenAsync("/HealthStatuses")).Text, StringComparison.Ordinal);
        Assert.Contains("今天要问 1 人", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        await clerk.OpenAsync($"/Residents/Leave/{ids[0]}");
        await clerk.PressAsync("恢复", ("为什么恢复", "搬回来了"));
        Assert.Equal("已恢复，以后照旧问他。收回作废的卡不恢复，要用请重新申办。", clerk.StatusMessage);
        Assert.Contains("今天要问 2 人", (await clerk.OpenAsync("/HealthStatuses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_list_says_what_is_recorded_and_never_what_the_rules_give()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var ids = await server.AddResidentsAsync(3);
        await server.NoteAsync(ids[0], HealthGround.CloseContact, 3);
        await server.NoteAsync(ids[2], HealthGround.CloseContact, 3);
        await server.KeepUpAsync(ids[1], 9);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses");
        Assert.Contains("还差 14 天", clerk.Text.Replace("要满", "还差", StringComparison.Ordinal), StringComparison.Ordinal);

        using var list = new PdfInspector(await clerk.Http.GetByteArrayAsync("/HealthStatuses/RoundList"));

        var words = list.Words(1) + list.Words(2);
        Assert.All(["登记过情况，按天上报，还没有打过卡", "代为打卡，还没有打过卡"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.All(["连续", "还差", "已经断了", "最早"], word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_clerks_with_one_check_in_the_second_looks_again()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var (first, second) = (await server.ClerkAsync(), await server.ClerkAsync("erhao"));
        await first.OpenAsync($"/HealthStatuses/CheckIn/{id}");
        await first.SendAsync(("怎么知道的", "窗口"), ("体温（℃）", "365"), ("体温是否正常", "正常"));
        var address = $"/HealthStatuses/Correct/{id}/{await server.InDbAsync(db => db.CheckIns.Select(each => each.Id).SingleAsync())}";
        await second.OpenAsync(address);
        await first.OpenAsync(address);
        await first.SendAsync(("为什么更正", "录入笔误"), ("更正原因", "打错"), ("体温（℃）", "378"));

        await second.SendAsync(("为什么更正", "录入笔误"), ("更正原因", "漏写"), ("本人的话", "头疼"));

        Assert.Equal([CheckInRules.NotCorrectedMeanwhile.Sentence], second.Errors);
        Assert.Equal("37.8 ℃", (await server.InDbAsync(db => db.CheckIns.SingleAsync())).Content.Temperature!.Value.ToString());
    }

    [Fact]
    public async Task Another_offices_resident_is_not_found_and_a_guard_opens_nothing()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var other = await server.AddOfficeAsync(await server.FirstVillageAsync(1));
        var stranger = await server.SignedInUserAsync("linju", other.Code, Roles.Clerk);

        foreach (var page in (string[])["Details", "CheckIn", "Official", "Ground", "Observe", "Visit", "Keep", "Cure"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/HealthStatuses/{page}/{id}")).Status);
        }

        Assert.Equal(0, await server.InDbAsync(db => db.HealthStatuses.CountAsync()));
    }

    [Fact]
    public async Task Who_opened_a_record_is_told_to_the_inspector()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();

        await clerk.OpenAsync($"/HealthStatuses/Details/{id}");

        Assert.Contains(await server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Subject == $"居民名册 {id}" && record.Detail.Contains("健康记录", StringComparison.Ordinal));
    }
}
