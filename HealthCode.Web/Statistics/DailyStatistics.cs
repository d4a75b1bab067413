using System.Globalization;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Statistics;

/// <summary>数一数 — daily figures of an office, counted by the database.</summary>
public static class DailyStatistics
{
    /// <summary>One report per day of the range, in order.</summary>
    public static async Task<IReadOnlyList<DayReport>> DayReportsAsync(this OfficeDb db, string office, DateOnly firstDay, DateOnly lastDay)
    {
        var counts = new Dictionary<(DateOnly Day, string Word), int>();
        var forms = db.Declarations.IgnoreQueryFilters().Where(form => form.OfficeCode == office);
        foreach (var day in await forms.Where(form => form.SubmittedOn >= firstDay && form.SubmittedOn <= lastDay)
            .GroupBy(form => form.SubmittedOn).Select(day => new { day.Key, Count = day.Count() }).ToListAsync())
        {
            counts[(day.Key, nameof(DayReport.Submitted))] = day.Count;
        }

        foreach (var day in await forms.SelectMany(form => form.Decisions).Where(decision => decision.DecidedOn >= firstDay && decision.DecidedOn <= lastDay)
            .GroupBy(decision => new { decision.DecidedOn, decision.Outcome }).Select(day => new { day.Key.DecidedOn, day.Key.Outcome, Count = day.Count() }).ToListAsync())
        {
            counts[(day.DecidedOn, $"outcome {day.Outcome:d}")] = day.Count;
        }

        foreach (var hour in await CardsByHourAsync(db, office, UtcText.Of(OfficeClock.StartOf(firstDay)), UtcText.Of(OfficeClock.StartOf(lastDay.AddDays(1)))))
        {
            var day = BeijingTime.DayOf(DateTimeOffset.ParseExact(hour.Hour, "yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
            counts[(day, hour.Word)] = counts.GetValueOrDefault((day, hour.Word)) + (int)hour.Count;
        }

        foreach (var day in await db.RegisterEntries.IgnoreQueryFilters().Where(entry => entry.OfficeCode == office && entry.VoidedOn == null && entry.On >= firstDay && entry.On <= lastDay)
            .GroupBy(entry => new { entry.On, entry.Kind }).Select(day => new { day.Key.On, day.Key.Kind, Count = day.Count() }).ToListAsync())
        {
            counts[(day.On, $"register {day.Kind}")] = day.Count;
        }

        await CountTipsAsync(db, office, firstDay, lastDay, counts);
        await CountFeverishAsync(db, office, lastDay, counts);
        return [.. Enumerable.Range(firstDay.DayNumber, lastDay.DayNumber - firstDay.DayNumber + 1).Select(DateOnly.FromDayNumber).Select(day => Report(day, counts))];
    }

    /// <summary>Counts card events by UTC hour, the unit of the stored timestamps; the caller assigns each hour to its Beijing day.</summary>
    private static Task<List<HourCount>> CardsByHourAsync(OfficeDb db, string office, string begin, string end) => db.Database.SqlQuery<HourCount>(
        $"""
        SELECT substr("PrintedAt", 1, 13) AS "Hour", 'Printed' AS "Word", count(*) AS "Count" FROM "Passes"
            WHERE "OfficeCode" = {office} AND "PrintedAt" >= {begin} AND "PrintedAt" < {end} GROUP BY 1
        UNION ALL
        SELECT substr("StampedAt", 1, 13), 'Stamped', count(*) FROM "Passes"
            WHERE "OfficeCode" = {office} AND "StampedAt" >= {begin} AND "StampedAt" < {end} GROUP BY 1
        UNION ALL
        SELECT substr("HandedOverAt", 1, 13), 'HandedOver', count(*) FROM "Passes"
            WHERE "OfficeCode" = {office} AND "HandedOverAt" >= {begin} AND "HandedOverAt" < {end} GROUP BY 1
        UNION ALL
        SELECT substr("EndedAt", 1, 13), 'state ' || "State", count(*) FROM "Passes"
            WHERE "OfficeCode" = {office} AND "EndedAt" >= {begin} AND "EndedAt" < {end} GROUP BY 1, 2
        """).ToListAsync();

    private static DayReport Report(DateOnly day, Dictionary<(DateOnly Day, string Word), int> counts)
    {
        int Of(string word) => counts.GetValueOrDefault((day, word));
        int Decided(ReviewOutcome outcome) => Of($"outcome {outcome:d}");
        int Ended(PassState state) => Of($"state {state:d}");
        return new(day)
        {
            Submitted = Of(nameof(DayReport.Submitted)),
            Approved = Decided(ReviewOutcome.Approve),
            Refused = Decided(ReviewOutcome.Refuse),
            Returned = Decided(ReviewOutcome.ReturnForCorrection),
            Feverish = Of(nameof(DayReport.Feverish)),
            Printed = Of(nameof(DayReport.Printed)),
            Stamped = Of(nameof(DayReport.Stamped)),
            HandedOver = Of(nameof(DayReport.HandedOver)),
            Reprinted = Ended(PassState.Lost) + Ended(PassState.Damaged),
            Revoked = Ended(PassState.Revoked),
            Returnees = Of($"register {RegisterKind.Returnees}"),
            Workers = Of($"register {RegisterKind.Work}"),
            ClinicVisits = Of($"register {RegisterKind.FeverClinic}"),
            Purchases = Of($"register {RegisterKind.Medicines}"),
            Tips = Of(nameof(DayReport.Tips)),
        };
    }

    private static async Task CountTipsAsync(OfficeDb db, string office, DateOnly firstDay, DateOnly lastDay, Dictionary<(DateOnly Day, string Word), int> counts)
    {
        var (begin, end) = (OfficeClock.StartOf(firstDay), OfficeClock.StartOf(lastDay.AddDays(1)));
        foreach (var day in (await db.Tips.IgnoreQueryFilters().Where(tip => tip.OfficeCode == office && tip.ReceivedAt >= begin && tip.ReceivedAt < end).Select(tip => tip.ReceivedAt).ToListAsync()).CountBy(BeijingTime.DayOf))
        {
            counts[(day.Key, nameof(DayReport.Tips))] = day.Value;
        }
    }

    /// <summary>Temperatures are encrypted: only declarations flagged as 不正常 are decrypted, each counted once per day.</summary>
    private static async Task CountFeverishAsync(OfficeDb db, string office, DateOnly lastDay, Dictionary<(DateOnly Day, string Word), int> counts)
    {
        var found = await db.Declarations.IgnoreQueryFilters().Where(form => form.FoundAbnormal && form.OfficeCode == office && form.SubmittedOn <= lastDay)
            .Select(form => form.TemperatureReadings).ToListAsync();
        foreach (var day in found.SelectMany(readings => readings.Where(reading => !reading.FoundNormal).Select(reading => BeijingTime.DayOf(reading.At)).Distinct()))
        {
            var key = (day, nameof(DayReport.Feverish));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    private sealed record HourCount(string Hour, string Word, long Count);
}
