using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Observations;

/// <summary>医学观察的规则.</summary>
public static class ObservationRules
{
    private static readonly HealthGround[] Everywhere = [HealthGround.Case, HealthGround.CloseContact, HealthGround.Returnee, HealthGround.HighRisk];

    /// <summary>It has begun.</summary>
    public static Rule HasBegun { get; } = new("observation-begun", "开始观察日期在今天之后，请核对日期。", "琼肺炎指〔2020〕29号 系统操作流程 5");

    /// <summary>A ground that the province's notices know.</summary>
    public static Rule GroundKnown { get; } = new("observation-ground", "本省的通知没有这种情况，请另选为什么观察。", "宁疫指办发〔2020〕63号 一(二)；琼肺炎指〔2020〕29号 系统操作流程 5");

    /// <summary>One observation of a person at a time.</summary>
    public static Rule OneAtATime { get; } = new("observation-one", "这个人正在医学观察中，请先解除原来的。", "DECISIONS.md D45");

    /// <summary>集中 and 隔离机构 have a name.</summary>
    public static Rule InstitutionNamed { get; } = new("observation-institution", "请写明是哪个隔离点或机构。", "宁疫指办发〔2020〕66号 附件 四(一)5");

    /// <summary>发病日期 is past.</summary>
    public static Rule OnsetIsPast { get; } = new("observation-onset", "发病日期在今天之后，请核对日期。", "琼肺炎指〔2020〕29号 系统操作流程 5");

    /// <summary>An observation ends once.</summary>
    public static Rule GoesOn { get; } = new("observation-ended", "这次医学观察已经解除。", "DECISIONS.md D45");

    /// <summary>Released on or after the first day, and not tomorrow.</summary>
    public static Rule EndsInTime { get; } = new("observation-end-day", "解除日期要在开始日期以后、今天以前，请核对。", "DECISIONS.md D45");

    /// <summary>② ends with the release: a document, or who told it.</summary>
    public static Rule ReleaseIsTold { get; } = new("observation-release", "以解除隔离医学观察为准：请写明看到的解除通知，或者是谁告知的。", "宁疫指办发〔2020〕63号 一(二)2");

    /// <summary>① ③ ④ end when the days are full; earlier only by a release.</summary>
    public static Rule DaysAreFull { get; } = new("observation-days", "观察的天数还没有满。提前解除的，请写明看到的解除通知，或者是谁告知的。天数满的那天：", "宁疫指办发〔2020〕63号 一(二)1、3、4");

    /// <summary>为什么观察: the grounds of the province's notices, and those for which people are observed everywhere.</summary>
    public static IReadOnlyList<HealthGround> GroundsOf(HealthCodeTerms terms) => [.. terms.Grounds.Select(each => each.Ground).Union(Everywhere)];

    /// <summary>What is wrong with an observation's entry; empty when nothing is.</summary>
    public static IReadOnlyList<Breach> Validate(ObservationPlace place, DateOnly startedOn, ObservationDetails details, HealthCodeTerms terms, DateOnly today) =>
    [
        .. GroundsOf(terms).Contains(details.Ground) ? [] : new[] { GroundKnown.Broken(field: ObservationField.Ground) },
        .. startedOn > today ? [HasBegun.Broken(field: ObservationField.StartedOn)] : Array.Empty<Breach>(),
        .. ValidatePlace(place, details.Institution),
        .. details.OnsetOn > today ? [OnsetIsPast.Broken(field: ObservationField.OnsetOn)] : Array.Empty<Breach>(),
    ];

    /// <summary>What is wrong with its place; empty when nothing is.</summary>
    internal static IReadOnlyList<Breach> ValidatePlace(ObservationPlace place, string institution) =>
        place != ObservationPlace.Home && institution.Length == 0 ? [InstitutionNamed.Broken(field: ObservationField.Institution)] : [];

    /// <summary>What is wrong with its end; empty when nothing is.</summary>
    internal static IReadOnlyList<Breach> ValidateEnd(Observation observation, ObservationEnd end, DateOnly today)
    {
        if (observation.EndedOn is not null)
        {
            return [GoesOn.Broken()];
        }

        if (end.On < observation.StartedOn || end.On > today)
        {
            return [EndsInTime.Broken(field: ObservationField.EndedOn)];
        }

        if (end.Document.Length > 0 || end.ToldBy.Length > 0)
        {
            return [];
        }

        return observation.Details.Ground == HealthGround.CloseContact || observation.Count(end.On) is not { } count ? [ReleaseIsTold.Broken(field: ObservationField.Document)]
            : count.IsFull ? []
            : [DaysAreFull.Broken($"{count.FullOn.Chinese()}。", ObservationField.EndedOn)];
    }
}

/// <summary>医学观察的栏 that a rule speaks of.</summary>
public enum ObservationField
{
    /// <summary>为什么观察.</summary>
    Ground,

    /// <summary>开始观察日期.</summary>
    StartedOn,

    /// <summary>隔离点或机构.</summary>
    Institution,

    /// <summary>发病日期.</summary>
    OnsetOn,

    /// <summary>解除日期.</summary>
    EndedOn,

    /// <summary>解除通知.</summary>
    Document,
}
