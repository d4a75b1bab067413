using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>
/// 推算的状态 — what the published rules give from the recorded facts. For staff alone: never printed, in no code, no input of a gate's verdict;
/// the official result always wins (宁疫指办发〔2020〕71号 三).
/// </summary>
/// <param name="Result">The value.</param>
/// <param name="Citation">The clause it follows from.</param>
public sealed record DerivedStatus(HealthCodeResult Result, Citation Citation)
{
    /// <summary>The ground it follows from; null for the clear value and for grey.</summary>
    public RecordedGround? Ground { get; init; }

    /// <summary>The days counted towards the next value; null where none are.</summary>
    public ConsecutiveDays? Count { get; init; }

    /// <summary>The value that follows; null where the notices name none.</summary>
    public HealthCodeResult? Next { get; init; }

    /// <summary>Nothing is counted before 医院治愈 is recorded.</summary>
    public bool AwaitsCure { get; init; }

    /// <summary>The first day on which a clear code without a further check-in is grey; null where it never is.</summary>
    public DateOnly? GrayOn { get; init; }

    /// <summary>Applies a province's rules.</summary>
    /// <param name="terms">What its notices say.</param>
    /// <param name="facts">What is recorded.</param>
    /// <param name="today">Later days are not looked at.</param>
    /// <returns>Null where the notices draw nothing from these facts.</returns>
    public static DerivedStatus? Of(HealthCodeTerms terms, HealthFacts facts, DateOnly today)
    {
        var days = facts.Days.Where(each => each.Day <= today).ToList();
        return facts.Grounds.Where(each => each.Since <= today).Select(each => After(terms, each, days, today)).OfType<DerivedStatus>()
                .Where(each => terms.GravityOf(each.Result) > 0)
                .OrderByDescending(each => terms.GravityOf(each.Result)).ThenByDescending(each => each.Count?.FullOn ?? DateOnly.MaxValue).FirstOrDefault()
            ?? Clear(terms, facts, days, today);
    }

    /// <summary>The status in a sentence: 「黄码：密切接触者（3月1日起）；连续第 9 天，还差 5 天，最早3月14日转为绿码」.</summary>
    public string Sentence(HealthCodeTerms terms)
    {
        var ground = Ground is null ? "" : $"：{terms.Grounds.First(each => each.Ground == Ground.Ground).Words}（{Ground.Since.ChineseShort()}起）";
        var count = Count is null ? AwaitsCure ? "；还没有记医院治愈，治愈后由隔离机构每日上报" : "" : $"；{Count.Sentence}转为{terms.WordsOf(Next!.Value)}";
        var gray = GrayOn is { } day ? $"；{day.ChineseShort()}变为{terms.WordsOf(HealthCodeResult.Gray)}，除非在这以前打卡" : "";
        return terms.WordsOf(Result) + ground + count + gray;
    }

    /// <summary>Where one ground has led to; null where the notices attach nothing to it.</summary>
    private static DerivedStatus? After(HealthCodeTerms terms, RecordedGround ground, IReadOnlyList<ReportedDay> days, DateOnly today)
    {
        if (terms.Grounds.FirstOrDefault(each => each.Ground == ground.Ground) is not { } value)
        {
            return null;
        }

        var (status, from) = (new DerivedStatus(value.Result, value.Citation) { Ground = ground }, ground.Since);
        while (terms.Transitions.FirstOrDefault(each => each.From == status.Result) is { } transition)
        {
            if (transition.Counts == CountedReports.ByInstitutionAfterCure)
            {
                if (ground.CuredOn is not { } cured || cured > today)
                {
                    return status with { AwaitsCure = true };
                }

                from = cured > from ? cured : from;
            }

            var counted = Counted(transition.Counts, days);
            var isOver = transition.Counts == CountedReports.Normal && days.Any(each => each.Day == today) && !counted.Contains(today);
            var count = ConsecutiveDays.Of(counted, from, transition.Days, today, isOver);
            if (!count.IsFull)
            {
                return status with { Count = count, Next = transition.To };
            }

            // The report that made it full is none of the next count.
            (status, from) = (status with { Result = transition.To, Citation = transition.Citation }, count.FullOn.AddDays(1));
        }

        return status;
    }

    private static DerivedStatus? Clear(HealthCodeTerms terms, HealthFacts facts, IReadOnlyList<ReportedDay> days, DateOnly today)
    {
        var lastOn = days.Select(each => (DateOnly?)each.Day).Append(facts.KeptSince).Max();
        if (terms.Clear is null || lastOn is not { } last || last > today)
        {
            return null;
        }

        if (terms.Gray is not { } gray)
        {
            return new(terms.Values[0].Result, terms.Clear);
        }

        var grayOn = last.AddDays(gray.FullDays + 1);
        return today >= grayOn ? new(HealthCodeResult.Gray, gray.Citation) : new(terms.Values[0].Result, terms.Clear) { GrayOn = grayOn };
    }

    private static HashSet<DateOnly> Counted(CountedReports which, IEnumerable<ReportedDay> days) => which switch
    {
        CountedReports.ByInstitutionAfterCure => [.. days.Where(each => each.ByInstitution).Select(each => each.Day)],
        CountedReports.ByPerson => [.. days.Where(each => !each.ByInstitution).Select(each => each.Day)],
        // A day with a report that was not normal is none, whatever else was reported on it.
        CountedReports.Normal => [.. days.GroupBy(each => each.Day).Where(day => day.All(each => each.IsNormal)).Select(day => day.Key)],
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };
}
