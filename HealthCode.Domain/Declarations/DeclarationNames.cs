namespace HealthCode.Domain.Declarations;

/// <summary>申报用语 — Chinese names of states and of the choices on the form.</summary>
public static class DeclarationNames
{
    /// <summary>待测温审核, 退回补正, 符合, 不予办理.</summary>
    public static string ChineseName(this DeclarationState state) => state switch
    {
        DeclarationState.AwaitingReview => "待测温审核",
        DeclarationState.Returned => "退回补正",
        DeclarationState.Approved => "符合",
        DeclarationState.Refused => "不予办理",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>符合, 退回补正, 不予办理.</summary>
    public static string ChineseName(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Approve => "符合",
        ReviewOutcome.ReturnForCorrection => "退回补正",
        ReviewOutcome.Refuse => "不予办理",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>火车, 飞机, 自驾, 其他.</summary>
    public static string ChineseName(this Transport transport) => transport switch
    {
        Transport.Train => "火车",
        Transport.Plane => "飞机",
        Transport.OwnCar => "自驾",
        Transport.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(transport)),
    };

    /// <summary>出行到省内, 出行到省外.</summary>
    public static string ChineseName(this TravelScope scope) =>
        scope == TravelScope.WithinProvince ? "出行到省内" : "出行到省外";

    /// <summary>签字, 按手印.</summary>
    public static string ChineseName(this SignatureKind kind) => kind == SignatureKind.Handwritten ? "签字" : "按手印";

    /// <summary>额温, 腋温, 耳温, 口温.</summary>
    public static string ChineseName(this MeasuringSite site) => site switch
    {
        MeasuringSite.Forehead => "额温",
        MeasuringSite.Armpit => "腋温",
        MeasuringSite.Ear => "耳温",
        MeasuringSite.Mouth => "口温",
        _ => throw new ArgumentOutOfRangeException(nameof(site)),
    };

    /// <summary>老年人, 未成年人, 特殊情况, 其他.</summary>
    public static string ChineseName(this CardReason reason) => reason switch
    {
        CardReason.Elderly => "老年人",
        CardReason.Minor => "未成年人",
        CardReason.Special => "特殊情况",
        CardReason.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>发热、干咳, in the clause's order.</summary>
    public static string ChineseName(this PresentSymptom symptoms) => string.Join("、", new (PresentSymptom, string)[]
    {
        (PresentSymptom.Fever, "发热"),
        (PresentSymptom.DryCough, "干咳"),
        (PresentSymptom.ShortBreath, "气促"),
        (PresentSymptom.Respiratory, "呼吸道症状"),
    }.Where(pair => symptoms.HasFlag(pair.Item1)).Select(pair => pair.Item2));
}
