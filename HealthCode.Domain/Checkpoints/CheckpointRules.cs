using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口登记的规则.</summary>
public static class CheckpointRules
{
    /// <summary>Two gates of one name cannot be told apart by whoever is sent there.</summary>
    public static Rule NameIsNew { get; } = new("checkpoint-name-new", "本村居已经有一个叫这个名称的关口，请换一个名称。", "DECISIONS.md D22");

    /// <summary>名称 is not on the form of the notice, but in its text.</summary>
    public static Rule HasName { get; } = new("checkpoint-name", "请填写关口名称，例如“村口卡点”。", "琼肺炎指〔2020〕29号 3.2；DECISIONS.md D22");

    /// <summary>关口类型 *.</summary>
    public static Rule HasKind { get; } = new("checkpoint-kind", "请选择关口类型：路口、村庄还是小区。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>市县 *.</summary>
    public static Rule HasCounty { get; } = new("checkpoint-county", "请填写关口所在的市县。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>街道/乡镇 *.</summary>
    public static Rule HasTownship { get; } = new("checkpoint-township", "请填写关口所在的乡镇（街道）。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>详细地址 *.</summary>
    public static Rule HasAddress { get; } = new("checkpoint-address", "请填写关口的详细地址，别人照着能找到。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>The order of the gate is the notice's, not the guard's.</summary>
    public static Rule HasMode { get; } = new("checkpoint-mode", "请选择查验方式：场所，机场、车站、省界，还是校园。", "宁疫指办发〔2020〕73号 二");

    /// <summary>What stands in a line of the register.</summary>
    public static Rule LineFits { get; } = new("checkpoint-line", "请核对这一栏：", "DECISIONS.md D22");

    /// <summary>A gate is closed once.</summary>
    public static Rule IsOpen { get; } = new("checkpoint-open", "这个关口已经关闭了。", "DECISIONS.md D22");

    /// <summary>Only what is closed is reopened.</summary>
    public static Rule IsClosed { get; } = new("checkpoint-closed", "这个关口正在使用，不用重新启用。", "DECISIONS.md D22");

    /// <summary>What is wrong with a line of the register; empty when nothing is.</summary>
    public static IReadOnlyList<Breach> Against(string name, CheckpointKind kind, string county, string township, string address, CheckMode mode) =>
    [
        .. Line(name, Checkpoint.LongestName, HasName, CheckpointField.Name),
        .. Enum.IsDefined(kind) ? Array.Empty<Breach>() : [HasKind.Broken(field: CheckpointField.Kind)],
        .. Line(county, Checkpoint.LongestPlace, HasCounty, CheckpointField.County),
        .. Line(township, Checkpoint.LongestPlace, HasTownship, CheckpointField.Township),
        .. Line(address, Checkpoint.LongestAddress, HasAddress, CheckpointField.Address),
        .. Enum.IsDefined(mode) ? Array.Empty<Breach>() : [HasMode.Broken(field: CheckpointField.Mode)],
    ];

    private static IReadOnlyList<Breach> Line(string text, int longest, Rule filled, CheckpointField field) =>
        !FreeText.TryParse(text, longest, out var line, out var fault) ? [LineFits.Broken(fault + "。", field)]
        : line.Length == 0 ? [filled.Broken(field: field)]
        : [];
}

/// <summary>关口登记的栏.</summary>
public enum CheckpointField
{
    /// <summary>名称.</summary>
    Name,

    /// <summary>类型.</summary>
    Kind,

    /// <summary>市县.</summary>
    County,

    /// <summary>乡镇街道.</summary>
    Township,

    /// <summary>详细地址.</summary>
    Address,

    /// <summary>查验方式.</summary>
    Mode,
}
