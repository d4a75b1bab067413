using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>查验的规则.</summary>
public static class GateRules
{
    /// <summary>Failed comparisons of identity numbers per card and day; then comparing is blocked until the next day, against guessing.</summary>
    public const int MostMismatches = 5;

    /// <summary>测温 at every gate, judged by the guard.</summary>
    public static Rule TemperatureTicked { get; } = new("gate-temperature", "请先量体温，勾选正常还是不正常。", "宁疫指办发〔2020〕73号 二；DECISIONS.md D13");

    /// <summary>测温 comes first at airports, stations and the border of the province.</summary>
    public static Rule TemperatureFirst { get; } = new("gate-temperature-first", "请先勾选体温是否正常。这里的顺序是：", "宁疫指办发〔2020〕73号 二(二)");

    /// <summary>扫码 is done by the guard for holders without a telephone.</summary>
    public static Rule ScannedForHolder { get; } = new("gate-scan", "请先替持卡人扫码，扫好后勾选：", "宁疫指办发〔2020〕73号 二(二)；DECISIONS.md D21");

    /// <summary>A passage is recorded at an open gate only; never silently at another one.</summary>
    public static Rule GateIsOpen { get; } = new("gate-open", "这个关口刚才已经关闭，没有登记。请按“不记，下一位”，换一个关口再查。", "DECISIONS.md D22");

    /// <summary>及时报告处置: an incident must say how it was handled.</summary>
    public static Rule Handled { get; } = new("gate-handled", "这不是直接放行的情形。请写明当场怎样处理。", "宁疫指办发〔2020〕73号 二；琼肺炎指〔2020〕29号 3.1");

    /// <summary>上报 must name the recipient.</summary>
    public static Rule ReportedToNamed { get; } = new("gate-reported-to", "请写明报给了谁，例如“镇防疫办 李主任”。", "宁疫指办发〔2020〕73号 二；琼肺炎指〔2020〕29号 3.1");

    /// <summary>An incident is reported only once.</summary>
    public static Rule ReportedOnce { get; } = new("gate-reported-once", "这一条已经上报过了。", "DECISIONS.md D22");

    /// <summary>Mandatory fields of 通行登记: 通行人姓名 *, 通行原因 *, 通行类型 *.</summary>
    public static Rule PassageComplete { get; } = new("gate-passage", "本省要求每次通行登记，请填写：", "琼肺炎指〔2020〕29号 3.1");
}

/// <summary>查验的栏: fields of the guard's page.</summary>
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
