using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>场所码海报的规则.</summary>
public static class PosterRules
{
    /// <summary>A code of our own making would be a rival one.</summary>
    public static Rule PlatformIssuesCodes { get; } = new("poster-platform", "本省的通知没有场所码，不能印。请张贴申领流程、使用说明、监督电话。", "宁疫指办发〔2020〕71号 三");

    /// <summary>Only an approved venue has a poster.</summary>
    public static Rule VenueApproved { get; } = new("poster-venue-approved", "这个场所还没有核准（或者已经停用），不能出海报、打印海报。", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>唯一性: one poster in use.</summary>
    public static Rule OneInUse { get; } = new("poster-one-in-use", "一个场所只能有一张在用的海报。要换新的，请写明原因，旧的同时作废：", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>The picture is the platform's.</summary>
    public static Rule HasPicture { get; } = new("poster-picture", "请选择官方平台发的场所码图片文件。本系统不另做码。", "冀防领办〔2020〕169号 附件 三");

    /// <summary>What is void is not used any more.</summary>
    public static Rule NotVoid { get; } = new("poster-void", "这张海报已经作废，不能再用。请看在用的那一张。", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>Void for a reason.</summary>
    public static Rule VoidExplained { get; } = new("poster-void-reason", "请写明为什么作废，例如“海报破了”。", "DECISIONS.md D51");

    /// <summary>The one in use stays on the wall.</summary>
    public static Rule VoidBeforeTakenDown { get; } = new("poster-taken-down-void", "这张海报还在用，先作废再揭。", "DECISIONS.md D51");

    /// <summary>Written down once.</summary>
    public static Rule TakenDownOnce { get; } = new("poster-taken-down-once", "这张海报已经登记揭下来了。", "DECISIONS.md D51");

    /// <summary>Who took it down.</summary>
    public static Rule TakenDownNamed { get; } = new("poster-taken-down-by", "请写明旧海报是谁揭下来的。", "DECISIONS.md D51");

    /// <summary>Not before it was void, not in the future.</summary>
    public static Rule TakenDownAfterVoid { get; } = new("poster-taken-down-on", "揭下来的日期请核对：不能早于作废那天，不能晚于今天。", "DECISIONS.md D51");
}

/// <summary>场所码海报的栏.</summary>
public enum PosterField
{
    /// <summary>图片.</summary>
    File,

    /// <summary>为什么换.</summary>
    Reason,
}
