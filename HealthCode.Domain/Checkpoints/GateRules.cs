using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>查验的规则.</summary>
public static class GateRules
{
    /// <summary>How often in a day identity numbers may fail to fit one card; then nobody compares with it until the next day, so that no guard can try numbers.</summary>
    public const int MostMismatches = 5;

    /// <summary>测温 at every gate, judged by a person.</summary>
    public static Rule TemperatureTicked { get; } = new("gate-temperature", "请先量体温，勾选正常还是不正常。", "宁疫指办发〔2020〕73号 二；DECISIONS.md D13");

    /// <summary>测温 comes first at airports, stations and the border of the province.</summary>
    public static Rule TemperatureFirst { get; } = new("gate-temperature-first", "请先勾选体温是否正常。这里的顺序是：", "宁疫指办发〔2020〕73号 二(二)");

    /// <summary>扫码 is done for who has no telephone.</summary>
    public static Rule ScannedForHolder { get; } = new("gate-scan", "请先替持卡人扫码，扫好后勾选：", "宁疫指办发〔2020〕73号 二(二)；DECISIONS.md D21");

    /// <summary>Who passed a gate is written down at that gate or not at all.</summary>
    public static Rule GateIsOpen { get; } = new("gate-open", "这个关口刚才已经关闭，没有登记。请按“不记，下一位”，换一个关口再查。", "DECISIONS.md D22");

    /// <summary>及时报告处置.</summary>
    public static Rule Handled { get; } = new("gate-handled", "这不是直接放行的情形。请写明当场怎样处理。", "宁疫指办发〔2020〕73号 二；琼肺炎指〔2020〕29号 3.1");

    /// <summary>上报 says to whom.</summary>
    public static Rule ReportedToNamed { get; } = new("gate-reported-to", "请写明报给了谁，例如“镇防疫办 李主任”。", "宁疫指办发〔2020〕73号 二；琼肺炎指〔2020〕29号 3.1");

    /// <summary>An incident is reported once.</summary>
    public static Rule ReportedOnce { get; } = new("gate-reported-once", "这一条已经上报过了。", "DECISIONS.md D22");

    /// <summary>通行人姓名 *, 通行原因 *, 通行类型 *.</summary>
    public static Rule PassageComplete { get; } = new("gate-passage", "本省要求每次通行登记，请填写：", "琼肺炎指〔2020〕29号 3.1");
}

/// <summary>查验的栏, as the guard fills them in.</summary>
public enum GateField
{
    /// <summary>体温是否正常.</summary>
    FoundNormal,

    /// <summary>人工代扫.</summary>
    ScannedForHolder,

    /// <summary>通行人姓名.</summary>
    Name,

    /// <summary>通行原因.</summary>
    Reason,

    /// <summary>通行类型.</summary>
    Direction,

    /// <summary>当场怎样处理.</summary>
    Handling,
}
