using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口登记的规则.</summary>
public static class CheckpointRules
{
    /// <summary>Gate names are unique within the office, because guards are sent to a gate by its name.</summary>
    public static Rule NameIsNew { get; } = new("checkpoint-name-new", "本村居已经有一个叫这个名称的关口，请换一个名称。", "DECISIONS.md D22");

    /// <summary>名称 is mandatory; it is missing on the notice's form, but named in its text.</summary>
    public static Rule HasName { get; } = new("checkpoint-name", "请填写关口名称，例如“村口卡点”。", "琼肺炎指〔2020〕29号 3.2；DECISIONS.md D22");

    /// <summary>关口类型 *.</summary>
    public static Rule HasKind { get; } = new("checkpoint-kind", "请选择关口类型：路口、村庄还是小区。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>市县 *.</summary>
    public static Rule HasCounty { get; } = new("checkpoint-county", "请填写关口所在的市县。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>街道/乡镇 *.</summary>
    public static Rule HasTownship { get; } = new("checkpoint-township", "请填写关口所在的乡镇（街道）。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>详细地址 *.</summary>
    public static Rule HasAddress { get; } = new("checkpoint-address", "请填写关口的详细地址，别人照着能找到。", "琼肺炎指〔2020〕29号 3.2");

    /// <summary>查验方式 is mandatory: the order of the checks comes from the notice, not from the guard.</summary>
    public static Rule HasMode { get; } = new("checkpoint-mode", "请选择查验方式：场所，机场、车站、省界，还是校园。", "宁疫指办发〔2020〕73号 二");

    /// <summary>A field of the register is too long or contains characters that are not allowed.</summary>
    public static Rule LineFits { get; } = new("checkpoint-line", "请核对这一栏：", "DECISIONS.md D22");

    /// <summary>Only an open gate can be closed.</summary>
    public static Rule IsOpen { get; } = new("checkpoint-open", "这个关口已经关闭了。", "DECISIONS.md D22");

    /// <summary>Only a closed gate can be reopened.</summary>
    public static Rule IsClosed { get; } = new("checkpoint-closed", "这个关口正在使用，不用重新启用。", "DECISIONS.md D22");

    /// <summary>Validates the registered values of a gate; empty if they are valid.</summary>
    public static IReadOnlyList<Breach> Validate(string name, CheckpointKind kind, string county, string township, string address, CheckMode mode) =>
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
