using System.Net;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.HealthStatuses;

/// <summary>健康状态 in every province: each has another form, another list and other values, and every page of it opens.</summary>
public sealed class EveryProvinceTests
{
    private static readonly string[] Colours = ["绿码", "黄码", "红码", "灰码", "连续上报"];

    private static readonly string[] OfOnePerson = ["Details", "CheckIn", "Official", "Ground", "Observe", "Release", "Visit", "Keep", "OpenCase"];

    public static TheoryData<string> Provinces => ["hainan", "hebei", "national", "ningxia"];

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task Every_page_opens_and_every_paper_is_drawn(string province)
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: RulePacks.InForce(province, LawfulCase.Today));
        var (resident, checkIn, disputed) = await FollowedAsync(server);
        var clerk = await server.ClerkAsync();

        foreach (var page in (string[])["", "/Grid", "/Summary", .. OfOnePerson.Select(name => $"/{name}/{resident}"), $"/Correct/{resident}/{checkIn}", $"/Case/{resident}/{disputed}"])
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await clerk.OpenAsync("/HealthStatuses" + page)).Status));
        }

        foreach (var paper in (string[])["RoundList", $"Slip/{resident}/{checkIn}", $"CaseSlip/{resident}/{disputed}"])
        {
            using var pdf = new PdfInspector(await clerk.Http.GetByteArrayAsync("/HealthStatuses/" + paper));
            Assert.All(Colours, colour => Assert.DoesNotContain(colour, pdf.Words(1), StringComparison.Ordinal));
        }

        var guard = await server.SignedInGuardAsync("kakou");
        // Only where the form asks for the temperature that the guard sees measured.
        Assert.Equal(province is "ningxia" or "national" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await guard.OpenAsync("/Verification/Declare")).Status);
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task A_row_of_the_grid_is_the_check_in_of_who_stands_in_it(string province)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var residents = await server.AddResidentsAsync(2);
        foreach (var resident in residents)
        {
            await server.ObserveAsync(resident, HealthGround.CloseContact, daysAgo: 2);
        }

        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/HealthStatuses/Grid");
        var form = pack.HealthCode.CheckIn;
        var typed = new Dictionary<string, string>
        {
            ["Temperature"] = "365", ["FoundNormal"] = "1", ["Symptoms"] = "0", ["Exposures"] = new('2', form.Exposures.Count), ["OwnWords"] = "好",
        };
        await clerk.PostAsync("/HealthStatuses/Grid", [.. clerk.MainFields().Select(field => KeyValuePair.Create(field.Key, typed.GetValueOrDefault(field.Key.Split('.')[^1], field.Value))), KeyValuePair.Create("Input.Channel", "Phone")]);

        Assert.Empty(clerk.Errors);
        Assert.Equal(residents.Order(), (await server.InDbAsync(db => db.CheckIns.ToListAsync())).Select(each => each.ResidentId).Order());
    }

    [Fact]
    public async Task A_question_left_out_takes_no_other_answer_along()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: RulePacks.InForce("hainan", LawfulCase.Today));
        var id = (await server.AddResidentsAsync(1))[0];
        var clerk = await server.ClerkAsync();
        var questions = RulePacks.InForce("hainan", LawfulCase.Today).HealthCode.CheckIn.Exposures;
        await clerk.OpenAsync($"/HealthStatuses/CheckIn/{id}");

        await clerk.SendAsync(("怎么知道的", "电话"), ("没有上述情况", "on"), (questions[1].Text, "否"), (questions[2].Text, "是"));

        Assert.Contains(questions[0].Text, Assert.Single(clerk.Errors), StringComparison.Ordinal);
        await clerk.SendAsync((questions[0].Text, "否"));
        Assert.Equal("3月5日的打卡已记下。", clerk.StatusMessage);
        var said = (await server.InDbAsync(db => db.CheckIns.SingleAsync())).Content.Exposures;
        Assert.Equal([ExposureAnswer.No, ExposureAnswer.No, ExposureAnswer.Yes], questions.Select(question => said[question.Code]));
    }

    private static async Task<(long Resident, long CheckIn, long Case)> FollowedAsync(OfficeServer server)
    {
        var id = (await server.AddResidentsAsync(1))[0];
        await server.ObserveAsync(id, HealthGround.CloseContact, daysAgo: 2);
        return await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var (resident, office) = (await db.Residents.SingleAsync(), await db.Offices.SingleAsync());
            var (status, pack) = (db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity, office.RulesOn(server.Today));
            var form = pack.HealthCode.CheckIn;
            status.Note(new OfficialResult(pack.HealthCode.Values[0].Result, OfficialSource.Platform, server.Now, LawfulCase.Clerk, "本人"), pack, server.Now);
            var content = new CheckInContent
            {
                Temperature = form.AsksTemperature ? LawfulCase.Measured("36.5").Temperature : null, FoundNormal = form.AsksTemperature ? true : null, NoSymptoms = form.Symptoms.Count > 0,
                Exposures = form.Exposures.ToDictionary(question => question.Code, _ => ExposureAnswer.No), OwnWords = "好",
            };
            var checkIn = db.CheckIns.Add(DailyCheckIn.Enter(resident, status, null, server.Today, CheckInChannel.Phone, content, null, [], pack, LawfulCase.Clerk, server.Now)).Entity;
            var disputed = db.ResultCases.Add(ResultCase.Open(resident, ResultCaseKind.Correction, "住址不对", "", [], LawfulCase.Clerk, server.Now)).Entity;
            await db.SaveChangesAsync();
            return (resident.Id, checkIn.Id, disputed.Id);
        }));
    }
}
