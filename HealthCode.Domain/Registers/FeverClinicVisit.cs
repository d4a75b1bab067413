using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>发热门诊登记 — a visit to a fever clinic, as the hospital tells it (琼肺炎指〔2020〕29号 系统操作流程 4.1).</summary>
public sealed record FeverClinicVisit : RegisterContent
{
    // 4.1: 14岁以下儿童.
    private const int ParentNeededBelow = 14;

    /// <inheritdoc />
    public override RegisterKind Kind => RegisterKind.FeverClinic;

    /// <summary>家长姓名; needed under 14, offered at any age.</summary>
    public string ParentName { get; init; } = "";

    /// <summary>满 14 岁, written where a parent's name would stand: said of who has no number to tell his age.</summary>
    public bool IsOfAge { get; init; }

    /// <summary>体温, measured there. The program judges nothing by it.</summary>
    public BodyTemperature? Temperature { get; init; }

    /// <summary>疫区旅居史或发热人员接触史; null when not answered.</summary>
    public bool? Exposure { get; init; }

    /// <summary>上报病例信息.</summary>
    public string CaseReport { get; init; } = "";

    /// <summary>就诊意见.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>转回村（居）委会: the office goes and asks after him.</summary>
    public bool IsReferred { get; init; }

    /// <inheritdoc />
    internal override IEnumerable<Breach> Validate(RulePack pack, DateOnly on, DateOnly today) =>
    [
        .. If(ParentName.Length == 0 && Document?.BirthDate is { } born && born.AddYears(ParentNeededBelow) > on, RegisterRules.ParentNamed, RegisterField.ParentName),
        .. If(ParentName.Length == 0 && !IsOfAge && Document?.BirthDate is null, RegisterRules.AgeKnown, RegisterField.ParentName),
    ];
}
