using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>台账用语.</summary>
public static class RegisterNames
{
    /// <summary>The register in words that hold in every province.</summary>
    public static string ChineseName(this RegisterKind kind) => kind switch
    {
        RegisterKind.Returnees => "返乡登记",
        RegisterKind.Work => "返岗登记",
        RegisterKind.FeverClinic => "发热门诊登记",
        RegisterKind.Medicines => "购药登记",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a facility of the register is.</summary>
    public static string FacilityName(this RegisterKind kind) => kind switch
    {
        RegisterKind.Work => "单位",
        RegisterKind.FeverClinic => "医院",
        RegisterKind.Medicines => "药店",
        _ => "",
    };

    /// <summary>The answers of an item that has fixed ones, in the order of their figures from 1; empty where any text is written.</summary>
    public static IReadOnlyList<string> WordsOf(this RulePack pack, RegisterField field) => field switch
    {
        RegisterField.Origin => ["省外", "省内"],
        RegisterField.StayedInArea or RegisterField.CaseContact or RegisterField.CarrierContact or RegisterField.HadSymptoms or RegisterField.Exposure => ["有", "无"],
        RegisterField.Referred or RegisterField.ForOther => ["是", "否"],
        RegisterField.Result => [.. pack.HealthCode.Values.Select(value => value.Words)],
        _ => [],
    };

    /// <summary>The item is a date.</summary>
    public static bool IsDay(this RegisterField field) => field is RegisterField.On or RegisterField.LeftOn or RegisterField.ExpectedOn or RegisterField.ArrivedOn or RegisterField.IsolationFrom or RegisterField.IsolationTo
        or RegisterField.ResultSeenOn;
}
