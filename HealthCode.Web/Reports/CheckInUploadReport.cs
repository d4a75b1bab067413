using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Reports;

/// <summary>健康打卡上传表 — the check-ins of a day, one row each, to be entered on the official platform. What the province's form does not ask has no column.</summary>
public sealed class CheckInUploadReport : ResidentReport
{
    private const string Exposures = "旅居接触";

    public override string Code => "check-in-upload";

    public override string Name => "健康打卡上传表";

    public override string Purpose => "当天的打卡一条一行，照本省打卡表的项目，供报到官方平台。脱敏的表遮住号码和各项回答。";

    public override ReportPeriod Period => ReportPeriod.Day;

    public override IReadOnlyList<Definition> Definitions(RulePack pack) =>
    [
        new("各栏", "本省打卡表问的才有，没有问的不列。更正过的写最后一版。", pack.HealthCode.CheckIn.Citation?.Place ?? ""),
        new("打卡日期", "打卡说的那一天；补录的写当天的日期，不是录入的日期。"),
        new("是否正常", "照打卡时由人勾选的：体温勾了不正常、勾了症状，或者旅居接触答了“是”“不确定”的，写“不正常”。程序不看度数。什么都没有勾的空着。"),
        new("方式", "窗口、电话、上门、家属代报、关口监督测温、隔离机构上报。"),
    ];

    public override async Task<ReportTable> TableAsync(OfficeDb db, ReportScope scope, CancellationToken cancellationToken = default)
    {
        var day = scope.LastDay;
        var form = (await scope.PackAsync(db, cancellationToken)).HealthCode.CheckIn;
        var checkIns = await scope.Of(db.CheckIns).AsNoTracking().Where(checkIn => checkIn.Day == day).ToListAsync(cancellationToken);
        var residents = await ResidentsAsync(db, scope, checkIns.Select(checkIn => checkIn.ResidentId), cancellationToken);
        return ReportTable.Of(
            [
                Column.Text("姓名", 12), Column.Text("证件号码", 21), Column.Day("打卡日期"), .. Asked(form.AsksTemperature, Column.Tenths("体温", 9)), Column.Text("是否正常", 10),
                .. Asked(form.Symptoms.Count > 0, Column.Text("症状", 30)), .. form.Exposures.Select(question => Column.Text(question.Text, 24, Exposures)),
                .. Asked(form.ItineraryDays > 0, Column.Text($"近 {form.ItineraryDays} 天行程", 40)), .. Asked(form.AsksAddress, Column.Text("地址", 40)), .. Asked(form.AsksNeeds, Column.Text("需求", 24)), Column.Text("方式", 14), Column.Text("记录人", 12),
            ],
            checkIns.OrderBy(checkIn => checkIn.OfficeCode, StringComparer.Ordinal).ThenBy(checkIn => checkIn.Id).Select(checkIn => Row(checkIn, residents[checkIn.ResidentId], form, scope.Masking)));
    }

    public override async Task<Func<DateOnly, DateOnly, bool>> ContainsAsync(OfficeDb db, IReadOnlyCollection<long> residents) =>
        AnyOf(await db.CheckIns.Where(checkIn => residents.Contains(checkIn.ResidentId)).Select(checkIn => checkIn.Day).Distinct().ToListAsync());

    private static object?[] Row(DailyCheckIn checkIn, Resident resident, CheckInForm form, Masking masking)
    {
        var content = checkIn.Content;
        return
        [
            masking.Name(resident.Person.Name), masking.Number(resident.Person.Document), checkIn.Day, .. Asked<object?>(form.AsksTemperature, content.Temperature?.Celsius), Normal(content),
            .. Asked<object?>(form.Symptoms.Count > 0, masking.Remark(content.NoSymptoms ? form.NoSymptoms : string.Join('、', content.Symptoms))),
            .. form.Exposures.Select(question => masking.Remark(content.Exposures.TryGetValue(question.Code, out var answer) ? answer.ChineseName() : "")),
            .. Asked<object?>(form.ItineraryDays > 0, masking.Remark(string.Join('；', content.Itinerary))), .. Asked<object?>(form.AsksAddress, masking.Address(content.Address)), .. Asked<object?>(form.AsksNeeds, masking.Remark(content.Needs)), checkIn.Channel.ChineseName(), checkIn.By.Name,
        ];
    }

    /// <summary>Empty where nothing was ticked: own words are judged by nobody.</summary>
    private static string Normal(CheckInContent content) =>
        !content.IsNormal ? "不正常" : content.IsJudged ? "正常" : "";

    private static IEnumerable<T> Asked<T>(bool isAsked, T value) => isAsked ? [value] : [];
}
