using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例健康状态 — forty followed residents in all states: kept-up codes fresh, due tomorrow and grey; counting, broken off and over; observed at home and in an institution; moved away; two who dispute their official result.</summary>
internal sealed class DemoHealth(OfficeDb db, OfficeClock clock, StaffMember clerk)
{
    private const int Followed = 40;
    private const int History = 20;

    /// <summary>Adds the sample data; call inside a transaction, after the residents are saved.</summary>
    public async Task FillAsync(Office office)
    {
        var residents = await db.Residents.Where(resident => resident.OfficeCode == office.Code).OrderBy(resident => resident.Id).Skip(20).Take(Followed).ToListAsync();
        var pack = office.RulesOn(clock.Today);
        foreach (var (i, resident) in residents.Index())
        {
            Follow(resident, i, pack);
        }

        Dispute(residents[12], "登记说同乘火车，那天本人在家", "村口卡点当天的登记", "县政务服务中心");
        Dispute(residents[20], "住址写成了邻村", "", null);
    }

    private void Dispute(Resident resident, string item, string evidence, string? forwardedTo)
    {
        var disputed = db.ResultCases.Add(ResultCase.Open(resident, ResultCaseKind.Correction, item, evidence, [], clerk, clock.Now.AddDays(-2))).Entity;
        if (forwardedTo is not null)
        {
            disputed.Forward(forwardedTo, clerk, clock.Now.AddDays(-1));
        }
    }

    private void Follow(Resident resident, int i, RulePack pack)
    {
        var status = db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity;
        switch (i % 8)
        {
            case 0:
                // Fresh: checked in yesterday.
                Keep(status, resident, pack, lastDaysAgo: 1);
                break;
            case 1:
                // Grey tomorrow.
                Keep(status, resident, pack, lastDaysAgo: 3);
                break;
            case 2:
                Keep(status, resident, pack, lastDaysAgo: 6 + (i % 5));
                break;
            case 3:
                // Counting, some with a missed day.
                Ground(status, HealthGround.CloseContact, 12, pack);
                CheckIns(status, null, resident, pack, 12, 1, i % 16 == 3 ? 7 : null);
                break;
            case 4:
                // Fourteen days are over.
                Ground(status, HealthGround.Returnee, 18, pack);
                CheckIns(status, null, resident, pack, 18, 2, null);
                Official(status, HealthCodeResult.Green, i % 16 == 4 ? 3 : 10, pack);
                break;
            case 5:
                Observe(status, resident, pack, HealthGround.Returnee, 3 + i / 8, ObservationPlace.Home, "");
                break;
            case 6:
                Observe(status, resident, pack, HealthGround.CloseContact, 9, ObservationPlace.Central, "县宾馆隔离点");
                db.Visits.Add(FollowUpVisit.Note(resident, VisitOutcome.NotAtHome, "下午再去一次", clock.Now.AddHours(-20), clerk, clock.Now));
                break;
            default:
                Keep(status, resident, pack, lastDaysAgo: 2);
                db.ResidentVersions.Add(resident.Leave(ResidentState.MovedAway, clock.Today.AddDays(-1), "迁往吴忠", clerk, clock.Now, clock.Today));
                status.StopKeepingUp();
                break;
        }
    }

    private void Keep(HealthStatus status, Resident resident, RulePack pack, int lastDaysAgo)
    {
        status.KeepUp(resident, "本人", clock.Today.AddDays(-History));
        Official(status, HealthCodeResult.Green, History, pack);
        for (var daysAgo = History; daysAgo >= lastDaysAgo; daysAgo -= 3)
        {
            CheckIn(status, null, resident, pack, daysAgo, true);
        }

        if ((History - lastDaysAgo) % 3 != 0)
        {
            CheckIn(status, null, resident, pack, lastDaysAgo, true);
        }
    }

    private void Observe(HealthStatus status, Resident resident, RulePack pack, HealthGround ground, int daysAgo, ObservationPlace place, string institution)
    {
        Ground(status, ground, daysAgo, pack);
        var observation = db.Observations.Add(Observation.Start(
            resident, place, clock.Today.AddDays(-daysAgo), new() { Ground = ground, Institution = institution, Nurse = institution.Length > 0 ? "杨护士" : "" }, [], pack, clerk, clock.Now.AddDays(-daysAgo))).Entity;
        CheckIns(status, observation, resident, pack, daysAgo, 1, null);
    }

    private void CheckIns(HealthStatus status, Observation? observation, Resident resident, RulePack pack, int fromDaysAgo, int toDaysAgo, int? missed)
    {
        for (var daysAgo = fromDaysAgo; daysAgo >= toDaysAgo; daysAgo--)
        {
            if (daysAgo != missed)
            {
                CheckIn(status, observation, resident, pack, daysAgo, daysAgo != 5 || fromDaysAgo != 9);
            }
        }
    }

    private void CheckIn(HealthStatus status, Observation? observation, Resident resident, RulePack pack, int daysAgo, bool isNormal)
    {
        var day = clock.Today.AddDays(-daysAgo);
        var at = OfficeClock.StartOf(day).AddHours(9).AddMinutes((resident.Id * 7) % 300);
        var form = pack.HealthCode.CheckIn;
        var content = new CheckInContent
        {
            Temperature = form.AsksTemperature ? BodyTemperature.Restore(isNormal ? 36.2m + ((resident.Id + daysAgo) % 7 * 0.1m) : 37.9m) : null,
            FoundNormal = form.AsksTemperature ? isNormal : null,
            NoSymptoms = form.Symptoms.Count > 0,
            Exposures = form.Exposures.ToDictionary(question => question.Code, _ => ExposureAnswer.No),
            OwnWords = isNormal ? "" : "头有点疼",
        };
        db.CheckIns.Add(DailyCheckIn.Enter(resident, status, observation, day, daysAgo % 2 == 0 ? CheckInChannel.Phone : CheckInChannel.Door, content, null, [], pack, clerk, at < clock.Now ? at : clock.Now));
    }

    private void Ground(HealthStatus status, HealthGround ground, int daysAgo, RulePack pack) =>
        status.Note(new NotedGround(ground, clock.Today.AddDays(-daysAgo), null, "镇防疫办电话", clerk, clock.Now), pack, clock.Today);

    private void Official(HealthStatus status, HealthCodeResult result, int daysAgo, RulePack pack) =>
        status.Note(new OfficialResult(result, OfficialSource.ShownByFamily, clock.Now.AddDays(-daysAgo), clerk, "本人"), pack, clock.Now);
}
