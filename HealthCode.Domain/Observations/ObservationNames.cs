namespace HealthCode.Domain.Observations;

/// <summary>医学观察用语.</summary>
public static class ObservationNames
{
    /// <summary>居家, 集中, 隔离机构.</summary>
    public static string ChineseName(this ObservationPlace place) => place switch
    {
        ObservationPlace.Home => "居家",
        ObservationPlace.Central => "集中",
        ObservationPlace.Institution => "隔离机构",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    /// <summary>已见到, 不在家, 拒绝, 转发热门诊.</summary>
    public static string ChineseName(this VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.Reached => "已见到",
        VisitOutcome.NotAtHome => "不在家",
        VisitOutcome.Refused => "拒绝",
        VisitOutcome.Referred => "转发热门诊",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>线索, 发热门诊.</summary>
    public static string ChineseName(this FollowUpSource source) => source switch
    {
        FollowUpSource.Tip => "线索",
        FollowUpSource.FeverClinic => "发热门诊",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}
