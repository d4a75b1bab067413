using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>村居设置的规则.</summary>
public static class OfficeRules
{
    /// <summary>An office is a village or community, not a higher unit.</summary>
    public static Rule IsVillageLevel { get; } = new("office-village-level", "请选到村（社区）一级：发卡的是村（居）委会。", "宁疫指办发〔2020〕63号 二");

    /// <summary>核发机构联系方式 is mandatory; it is printed on the card.</summary>
    public static Rule HasContactPhone { get; } = new("office-contact", "请填写核发机构联系方式：卡上要印，值守人员会打来核实。", "宁疫指办发〔2020〕63号 附件2；DECISIONS.md D24");

    /// <summary>监督电话 is mandatory; it must be published.</summary>
    public static Rule HasSupervisionPhone { get; } = new("office-supervision", "请填写监督电话：公布监督电话是必须的，印在卡背面和告知单上。", "宁疫指办发〔2020〕73号 三");

    /// <summary>The full name as on the seal is mandatory.</summary>
    public static Rule HasOfficialName { get; } = new("office-name", "请填写村（居）委会全称，与公章一致。", "国发〔1999〕25号；DECISIONS.md D40");

    /// <summary>A prompt value needs a source, else it would be an invented threshold.</summary>
    public static Rule PromptHasSource { get; } = new("office-prompt-source", "请写明体温提示值的出处，例如“额温枪说明书”。", "DECISIONS.md D13");

    /// <summary>The prompt value is within a plausible range.</summary>
    public static Rule PromptInRange { get; } = new("office-prompt-range", "体温提示值应在 36.0 到 39.0 之间。", "DECISIONS.md D13");

    /// <summary>The number of residents is plausible, or empty.</summary>
    public static Rule ResidentsInRange { get; } = new("office-residents", "居民数应在 1 到 1000000 之间；不知道就空着。", "冀防领办〔2020〕169号 三(三)；DECISIONS.md D23");

    /// <summary>At most one office per division.</summary>
    public static Rule IsNew { get; } = new("office-new", "这个村（社区）已经设立过了。", "DECISIONS.md D40");

    /// <summary>The rule pack must exist.</summary>
    public static Rule RulesAreKnown { get; } = new("office-rules", "请选择按哪里的通知办理。", "DECISIONS.md D7");

    /// <summary>首次设置 can be done only once.</summary>
    public static Rule IsFirst { get; } = new("office-first", "首次设置刚刚已由别人完成，请登录。", "DECISIONS.md D40");

    /// <summary>A daily report is generated an hour before its deadline, on the same day.</summary>
    public static Rule DeadlineLeavesAnHour { get; } = new("office-deadline", "报送时限请定在 01:00 到 23:59 之间：报表提前一小时出好。", "DECISIONS.md D26");

    /// <summary>Closing time is in the daytime, because another backup is made at night.</summary>
    public static Rule ClosesByDay { get; } = new("office-closing", "下班时间请定在 06:00 到 22:59 之间：半夜另有一次备份。", "DECISIONS.md D39");
}
