using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Outreach;

/// <summary>上门名单的一行 — one resident on a round, and what came of the visit.</summary>
public sealed class OutreachVisit
{
    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 60;

    private OutreachVisit(string officeCode, long roundId, long residentId, int number, string reason)
    {
        (OfficeCode, RoundId, ResidentId, Number, Reason) = (officeCode, roundId, residentId, number, reason);
        Note = "";
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Of which round.</summary>
    public long RoundId { get; private set; }

    /// <summary>Who is visited.</summary>
    public long ResidentId { get; private set; }

    /// <summary>序号 on the list, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>为什么上门.</summary>
    public string Reason { get; private set; }

    /// <summary>结果; null while none is keyed.</summary>
    public OutreachResult? Result { get; private set; }

    /// <summary>The day of the visit.</summary>
    public DateOnly? VisitedOn { get; private set; }

    /// <summary>备注 of the grid worker.</summary>
    public string Note { get; private set; }

    /// <summary>Who keyed it.</summary>
    public StaffMember? By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Puts a resident on the list of a round.</summary>
    public static OutreachVisit Of(OutreachRound round, Resident resident, int number, string reason) => new(round.OfficeCode, round.Id, resident.Id, number, reason);

    /// <summary>录回 what came of the visit. Who has the code is known from then on.</summary>
    /// <param name="result">已办, 家里没人, 不需要, 已有码, 再来.</param>
    /// <param name="visitedOn">The day.</param>
    /// <param name="note">The grid worker's words; may be empty.</param>
    /// <param name="round">The round.</param>
    /// <param name="resident">Who was visited.</param>
    /// <param name="by">Who keys it.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">The round is closed; keyed already; a day before the walk or after today.</exception>
    public void Key(OutreachResult result, DateOnly visitedOn, string note, OutreachRound round, Resident resident, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        OutreachRules.KeyedOnce.Require(Result is null, Result is { } known ? $"第 {Number} 行是“{known.ChineseName()}”。录错了的，请在这一行点“改”。" : null);

        Set(result, visitedOn, note, round, resident, by, now, today);
    }

    /// <summary>改 — the result was keyed wrong.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="Key"/>; nothing was keyed; not said why.</exception>
    public void Correct(OutreachResult result, DateOnly visitedOn, string reason, OutreachRound round, Resident resident, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        OutreachRules.CorrectsSomething.Require(Result is not null);
        RuleBrokenException.ThrowIfAny(reason.Length == 0 ? [OutreachRules.CorrectionHasReason.Broken(field: OutreachField.Note)] : []);
        if (Result == OutreachResult.HasCode && result != OutreachResult.HasCode && resident.CodeKnownFrom == CodeSource.Outreach && resident.CodeKnownOn == VisitedOn)
        {
            resident.DropCode();
        }

        Set(result, visitedOn, Note.Length > 0 ? $"{Note}；改：{reason}" : "改：" + reason, round, resident, by, now, today);
    }

    private void Set(OutreachResult result, DateOnly visitedOn, string note, OutreachRound round, Resident resident, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        OutreachRules.StillOpen.Require(round.IsOpen);
        RuleBrokenException.ThrowIfAny(visitedOn < round.StartsOn || visitedOn > today ? [OutreachRules.VisitedInTime.Broken($"{round.StartsOn.ChineseShort()}到今天。", OutreachField.VisitedOn)] : []);
        if (result == OutreachResult.HasCode && resident.CodeKnownOn is null)
        {
            resident.NoteCode(CodeSource.Outreach, visitedOn, "", today);
        }

        (Result, VisitedOn, Note, By, At) = (result, visitedOn, note, by, now);
    }
}
