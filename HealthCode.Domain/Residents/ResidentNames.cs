namespace HealthCode.Domain.Residents;

/// <summary>居民用语.</summary>
public static class ResidentNames
{
    /// <summary>在村, 迁出, 去世, 已合并.</summary>
    public static string ChineseName(this ResidentState state) => state switch
    {
        ResidentState.Here => "在村",
        ResidentState.MovedAway => "迁出",
        ResidentState.Died => "去世",
        ResidentState.Merged => "已合并",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>本人出示, 家人告知, 上门看到, 监护人代领, 我们帮助注册.</summary>
    public static string ChineseName(this CodeSource source) => source switch
    {
        CodeSource.Shown => "本人出示",
        CodeSource.Told => "家人告知",
        CodeSource.Outreach => "上门看到",
        CodeSource.Guardian => "监护人代领",
        CodeSource.HelpedHere => "我们帮助注册",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>自有, 租住.</summary>
    public static string ChineseName(this Tenure tenure) => tenure switch
    {
        Tenure.Owner => "自有",
        Tenure.Tenant => "租住",
        _ => throw new ArgumentOutOfRangeException(nameof(tenure)),
    };

    /// <summary>独居、残疾、卧床; empty when none is known.</summary>
    public static string ChineseName(this CareNeeds needs) =>
        string.Join('、', SpecialGroups.Of(int.MaxValue / 2, needs, false).Where(group => group is SpecialGroup.LivesAlone or SpecialGroup.Disabled or SpecialGroup.Bedridden).Select(group => group.ChineseName()));
}
