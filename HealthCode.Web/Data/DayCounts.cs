using System.Globalization;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Web.Data;

/// <summary>数一数 — the figures of an office's days, counted by the database.</summary>
public static class DayCounts
{
    // Moments lie in the file in UTC; the office's day begins at midnight in Beijing.
    private const string Counting = $"""
        SELECT SubmittedOn, '{nameof(DayReport.Submitted)}', count(*) FROM Declarations
            WHERE OfficeCode = $office AND SubmittedOn BETWEEN $first AND $last GROUP BY 1
        UNION ALL
        SELECT decision.DecidedOn, 'outcome ' || decision.Outcome, count(*) FROM ReviewDecisions decision JOIN Declarations paper ON paper.Id = decision.DeclarationId
            WHERE paper.OfficeCode = $office AND decision.DecidedOn BETWEEN $first AND $last GROUP BY 1, 2
        UNION ALL
        SELECT date(PrintedAt, '+8 hours'), '{nameof(DayReport.Printed)}', count(*) FROM Passes
            WHERE OfficeCode = $office AND PrintedAt >= $begin AND PrintedAt < $end GROUP BY 1
        UNION ALL
        SELECT date(StampedAt, '+8 hours'), '{nameof(DayReport.Stamped)}', count(*) FROM Passes
            WHERE OfficeCode = $office AND StampedAt >= $begin AND StampedAt < $end GROUP BY 1
        UNION ALL
        SELECT date(HandedOverAt, '+8 hours'), '{nameof(DayReport.HandedOver)}', count(*) FROM Passes
            WHERE OfficeCode = $office AND HandedOverAt >= $begin AND HandedOverAt < $end GROUP BY 1
        UNION ALL
        SELECT date(EndedAt, '+8 hours'), 'state ' || State, count(*) FROM Passes
            WHERE OfficeCode = $office AND EndedAt >= $begin AND EndedAt < $end GROUP BY 1, 2
        """;

    /// <summary>Every day of the range once, in order.</summary>
    public static async Task<IReadOnlyList<DayReport>> DayReportsAsync(this OfficeDb db, string office, DateOnly firstDay, DateOnly lastDay)
    {
        var counts = await CountAsync(db, new()
        {
            ["$office"] = office,
            ["$first"] = Iso(firstDay),
            ["$last"] = Iso(lastDay),
            ["$begin"] = UtcText.Of(OfficeClock.StartOf(firstDay)),
            ["$end"] = UtcText.Of(OfficeClock.StartOf(lastDay.AddDays(1))),
        });
        await CountFeverishAsync(db, office, lastDay, counts);
        return [.. Enumerable.Range(firstDay.DayNumber, lastDay.DayNumber - firstDay.DayNumber + 1).Select(DateOnly.FromDayNumber).Select(day => Report(day, counts))];
    }

    private static DayReport Report(DateOnly day, Dictionary<(string Day, string Word), int> counts)
    {
        int Of(string word) => counts.GetValueOrDefault((Iso(day), word));
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
        };
    }

    private static async Task<Dictionary<(string Day, string Word), int>> CountAsync(OfficeDb db, Dictionary<string, string> values)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.Transaction) = (Counting, db.Database.CurrentTransaction?.GetDbTransaction());
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            var counts = new Dictionary<(string, string), int>();
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                counts[(rows.GetString(0), rows.GetString(1))] = rows.GetInt32(2);
            }

            return counts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Temperatures lie closed: the few forms that have one ticked 不正常 are opened, each counted once a day.</summary>
    private static async Task CountFeverishAsync(OfficeDb db, string office, DateOnly lastDay, Dictionary<(string Day, string Word), int> counts)
    {
        var found = await db.Declarations.IgnoreQueryFilters().Where(form => form.FoundAbnormal && form.OfficeCode == office && form.SubmittedOn <= lastDay)
            .Select(form => form.Readings).ToListAsync();
        foreach (var day in found.SelectMany(readings => readings.Where(reading => !reading.FoundNormal).Select(reading => BeijingTime.DayOf(reading.At)).Distinct()))
        {
            var key = (Iso(day), nameof(DayReport.Feverish));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
