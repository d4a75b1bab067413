using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>通行卡的规则.</summary>
public static class PassRules
{
    /// <summary>A card needs an approved declaration.</summary>
    public static Rule DeclarationApproved { get; } = new("pass-approved", "申报还没有审核为“符合”，不能发卡。", "宁疫指办发〔2020〕63号 二");

    /// <summary>一人一卡: one live card per person.</summary>
    public static Rule OneLivePass { get; } = new("pass-one-live", "本人还有一张有效的健康通行卡，一人只能有一张：", "宁教办函〔2020〕38号 三");

    /// <summary>从本通知印发之日起启用: no card before the first day of the pack.</summary>
    public static Rule NotBeforeFirstDay { get; } = new("pass-not-before", "健康通行卡还没有启用，请检查电脑日期。启用日期：", "宁疫指办发〔2020〕63号 三(四)");

    /// <summary>No card is issued while the clock of the PC is wrong, because 签发日期 would be wrong.</summary>
    public static Rule ClockIsRight { get; } = new("pass-clock", "装系统的电脑时间不对，现在发卡会印错日期，先不能发卡。请系统管理员把时间调对，再办这一步。", "宁疫指办发〔2020〕63号 二");

    /// <summary>疫情解除后停止使用: no card from 疫情解除 on.</summary>
    public static Rule NotAfterEnd { get; } = new("pass-not-after-end", "疫情已经解除，健康通行卡停止使用，不再发放。", "宁疫指办发〔2020〕63号 三(二)(四)");

    /// <summary>The steps must follow their order: 打印, 盖章, 发放.</summary>
    public static Rule StepInOrder { get; } = new("pass-step", "这一步现在不能做：", "宁疫指办发〔2020〕63号 二、附件2");

    /// <summary>No step is possible on an expired card.</summary>
    public static Rule NotExpired { get; } = new("pass-expired", "这张卡已经到期，须重新申办。", "宁疫指办发〔2020〕63号 二");

    /// <summary>No step is possible on a card that has ended.</summary>
    public static Rule IsLive { get; } = new("pass-live", "这张卡已经失效，不能再做这一步：", "DECISIONS.md D3");

    /// <summary>停用 and 补打 need a reason.</summary>
    public static Rule ReasonGiven { get; } = new("pass-reason", "请写明原因。", "DECISIONS.md D3");

    /// <summary>发放 needs the name of the collector.</summary>
    public static Rule CollectorNamed { get; } = new("pass-collector", "请写明领取人：本人，或代领人的姓名和与本人关系。", "宁疫指办发〔2020〕63号 二；DECISIONS.md D17");

    /// <summary>Who collects the cards of others is named.</summary>
    public static Rule CollectorOfSeveral { get; } = new("pass-collector-several", "替别人领卡的，请写领取人的姓名和与持卡人的关系；写“本人”只能领自己的一张。", "宁疫指办发〔2020〕63号 二；DECISIONS.md D61");

    /// <summary>审批与用印分开, if switched on by the office.</summary>
    public static Rule KeeperDidNotApprove { get; } = new("pass-keeper", "这张卡是您自己审核的。本村（居）规定审批人和用印人分开，请由另一位印章保管人盖章。", "国办发〔2001〕52号；DECISIONS.md D5");

    /// <summary>A step is taken back only by who recorded it.</summary>
    public static Rule UndoneByRecorder { get; } = new("pass-undo-own", "只有刚才登记的人自己能撤销这一步。", "DECISIONS.md D33");

    /// <summary>A step is taken back only within a short time.</summary>
    public static Rule UndoneSoon { get; } = new("pass-undo-soon", "登记已经超过 10 分钟，不能撤销了。卡真的没有盖章、没有发出去的，请按“遗失或损毁，补打”换一张新卡。", "DECISIONS.md D33");

    /// <summary>A step is taken back only while nothing followed on the card.</summary>
    public static Rule NothingFollowed { get; } = new("pass-undo-last", "这张卡后来又办了别的，这一步不能撤销了。请打开这张卡看现状。", "DECISIONS.md D33");
}
