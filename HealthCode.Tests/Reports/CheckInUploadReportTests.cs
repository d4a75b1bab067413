using System.Net;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>健康打卡上传表.</summary>
[Collection(FollowedDay.Name)]
public sealed class CheckInUploadReportTests(FollowedDay day)
{
    [Fact]
    public async Task Every_check_in_of_the_day_is_a_row_judged_by_the_tick()
    {
        var sheet = await day.Server.DrawAsync(new CheckInUploadReport(), day.Today);

        Assert.Empty(sheet.Faults);
        Assert.Equal(await day.CountAsync($"SELECT count(*) FROM DailyCheckIns WHERE Day = '2020-03-05' AND OfficeCode = '{day.Code}'"), sheet.Body.Count);
        Assert.Equal(["窗口", "电话", "家属代报", "上门"], sheet.Column("方式"));
        Assert.Equal(["正常", "正常", "正常", "不正常"], sheet.Column("是否正常"));
        Assert.Equal(["36.4", "36.5", "36.6", "37.9"], sheet.Column("体温"));
        Approved.Matches("check-in-upload", sheet.Text);
    }

    [Fact]
    public async Task Masked_it_tells_neither_name_nor_number()
    {
        var masked = await day.Server.DrawAsync(new CheckInUploadReport(), day.Today);
        var whole = await day.Server.DrawAsync(new CheckInUploadReport(), day.Today with { Masking = Masking.Lifted });

        Assert.All(masked.Column("姓名").Concat(masked.Column("证件号码")), cell => Assert.Contains('*', cell));
        Assert.All(whole.Column("姓名"), name => Assert.Contains(name, day.Names));
        Assert.All(whole.Column("证件号码"), number => Assert.Matches(@"^\d{17}[\dX]$", number));
    }

    [Fact]
    public async Task A_form_that_asks_more_has_a_column_for_each_question_and_masked_no_answer()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var form = Hainan.Pack.HealthCode.CheckIn;
        var ids = await server.AddResidentsAsync(2);
        await server.CheckInAsync(ids[0], CheckInChannel.Door, new()
        {
            Symptoms = [form.Symptoms[0], form.Symptoms[2]], Address = "宁夏回族自治区银川市兴庆区样例村8号", Needs = "口粮",
            Exposures = form.Exposures.Index().ToDictionary(each => each.Item.Code, each => each.Index == 1 ? ExposureAnswer.Yes : ExposureAnswer.No),
        });
        await server.CheckInAsync(ids[1], CheckInChannel.Phone, new() { NoSymptoms = true, Exposures = form.Exposures.ToDictionary(question => question.Code, _ => ExposureAnswer.No) });
        var scope = new ReportScope(server.Today, server.Today, server.Now);

        var masked = await server.DrawAsync(new CheckInUploadReport(), scope);
        var whole = await server.DrawAsync(new CheckInUploadReport(), scope with { Masking = Masking.Lifted });

        Assert.Empty(whole.Faults);
        Assert.DoesNotContain("体温", whole.Header);
        Assert.Equal([$"{form.Symptoms[0]}、{form.Symptoms[2]}", form.NoSymptoms], whole.Column("症状"));
        Assert.Equal(["否否", "是否", "否否"], form.Exposures.Select(question => string.Concat(whole.Column(question.Text))));
        Assert.Equal(["不正常", "正常"], whole.Column("是否正常"));
        Assert.Equal(["口粮", ""], whole.Column("需求"));
        Assert.EndsWith("8号", whole.Column("地址")[0], StringComparison.Ordinal);
        Assert.Equal(["（已遮盖）"], masked.Column("症状").Concat(form.Exposures.SelectMany(question => masked.Column(question.Text))).Append(masked.Column("需求")[0]).Distinct());
        Assert.DoesNotContain("8号", masked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_check_ins_and_another_township_have_no_row()
    {
        Assert.Empty((await day.Server.DrawAsync(new CheckInUploadReport(), day.On(day.Server.Today.AddDays(-1)))).Body);
        Assert.Single((await day.Server.DrawAsync(new CheckInUploadReport(), day.Today with { OfficeCode = null }, day.NeighboursTownship)).Body);
        Assert.Empty((await day.Server.DrawAsync(new CheckInUploadReport(), day.Today, day.NeighboursTownship)).Body);
    }

    [Fact]
    public async Task The_whole_one_is_for_the_exporter_with_a_reason()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var ids = await server.AddResidentsAsync(1);
        await server.CheckInAsync(ids[0], CheckInChannel.Phone, new() { Temperature = LawfulCase.Measured("36.5").Temperature, FoundNormal = true });
        var clerk = await server.SignedInUserAsync("luru", office, Roles.Clerk);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync("/Reports/Full?report=check-in-upload")).Status);

        var exporter = await server.SignedInUserAsync("daochu", office, Roles.Clerk, Roles.LedgerExporter);
        await exporter.OpenAsync("/Reports");
        await exporter.OpenAsync(exporter.Page.QuerySelector("a[aria-label='完整的健康打卡上传表']")!.GetAttribute("href")!);
        await exporter.SendAsync(("导出原因", ""));
        Assert.Contains("请填写导出原因", exporter.Text, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([.. exporter.MainFields().Where(field => field.Key != "Input.Reason"), new("Input.Reason", "报官方平台")]);
        using var answer = await exporter.Http.PostAsync("/Reports/Full?report=check-in-upload&firstDay=20200305&lastDay=20200305", form);

        var sheet = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync());
        Assert.DoesNotContain('*', sheet.Column("证件号码").Single());
        Assert.Equal(("健康打卡上传表", "2020年3月5日；完整；报官方平台"), await server.InDbAsync(async db => await db.AuditRecords.SingleAsync(each => each.Action == "导出") is var record ? (record.Subject, record.Detail) : default));
    }
}
