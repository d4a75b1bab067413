using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>不予认可的规则.</summary>
public static class ComplaintRules
{
    /// <summary>Which credential.</summary>
    public static Rule CredentialChosen { get; } = new("complaint-credential", "请选他拿的是什么卡、什么码。", "宁疫指办发〔2020〕73号 四(一)");

    /// <summary>Where.</summary>
    public static Rule PlaceNamed { get; } = new("complaint-place", "请写明在哪里不认，例如“县医院门诊楼入口”。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>It has happened.</summary>
    public static Rule NotInFuture { get; } = new("complaint-future", "不认的时间在现在之后，请核对。", "DECISIONS.md D56");

    /// <summary>Whom to give the answer to.</summary>
    public static Rule TellerNamed { get; } = new("complaint-teller", "请写明是谁来说的；不肯留姓名的，写“不愿留名”。", "DECISIONS.md D56");

    /// <summary>What is closed stays as it was closed.</summary>
    public static Rule StillOpen { get; } = new("complaint-closed", "这一件已经办结，不能再改。又不认的，请另登记一件。", "DECISIONS.md D56");

    /// <summary>To whom.</summary>
    public static Rule ForwardedToNamed { get; } = new("complaint-forwarded-to", "请写明转给了谁，例如“县政府督查室”。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>An answer says something.</summary>
    public static Rule HasReply { get; } = new("complaint-reply", "请写明那里怎么答复的。", "DECISIONS.md D56");

    /// <summary>Nobody answers before he was asked.</summary>
    public static Rule ReplyAfterComplaint { get; } = new("complaint-replied-on", "答复日期请核对：不能早于受理那天，也不能晚于今天。", "DECISIONS.md D56");

    /// <summary>一律及时纠正.</summary>
    public static Rule HasOutcome { get; } = new("complaint-outcome", "请写明结果，例如“该处已认可通行卡，向本人道歉”。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>The office's own hours.</summary>
    public static Rule HoursInRange { get; } = new("complaint-hours", "小时数请填 1 到 720 之间的整数。", "DECISIONS.md D56");
}

/// <summary>不予认可的栏 that a rule speaks of.</summary>
public enum ComplaintField
{
    /// <summary>拿的是什么.</summary>
    Credential,

    /// <summary>在哪里.</summary>
    Place,

    /// <summary>哪天.</summary>
    RefusedOn,

    /// <summary>谁来说的.</summary>
    ToldBy,

    /// <summary>怎么答复的.</summary>
    Reply,

    /// <summary>哪天答复的.</summary>
    RepliedOn,

    /// <summary>自定小时数.</summary>
    Hours,
}
