using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>场所用语.</summary>
public static class VenueNames
{
    /// <summary>待核, 已核准, 未核准, 停用.</summary>
    public static string ChineseName(this VenueState state) => state switch
    {
        VenueState.AwaitingApproval => "待核",
        VenueState.Approved => "已核准",
        VenueState.Declined => "未核准",
        VenueState.Closed => "停用",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>申领流程, 使用说明, 监督电话, 不得另设门槛, 场所码海报.</summary>
    public static string ChineseName(this NoticeKind kind) => kind switch
    {
        NoticeKind.HowToApply => "申领流程",
        NoticeKind.HowToUse => "使用说明",
        NoticeKind.Supervision => "监督电话",
        NoticeKind.NoThreshold => "不得另设门槛",
        NoticeKind.VenueCode => "场所码海报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
