using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Observations;

/// <summary>医学观察登记 — why, where, and the particulars of the case (琼肺炎指〔2020〕29号 系统操作流程 5).</summary>
public sealed record ObservationDetails
{
    /// <summary>缘由.</summary>
    public required HealthGround Ground { get; init; }

    /// <summary>隔离点或医疗机构; empty at home.</summary>
    public string Institution { get; init; } = "";

    /// <summary>现住址 during the observation; empty when it is the resident's own.</summary>
    public string Address { get; init; } = "";

    /// <summary>The register entry it began with, e.g. 返宁登记第 1 号; empty when it was begun by hand.</summary>
    public string Source { get; init; } = "";

    /// <summary>医护人员, by name; may be empty.</summary>
    public string Nurse { get; init; } = "";

    /// <summary>就诊意见; may be empty.</summary>
    public string MedicalAdvice { get; init; } = "";

    /// <summary>病例编号; may be empty.</summary>
    public string CaseNumber { get; init; } = "";

    /// <summary>病例类型; may be empty.</summary>
    public string CaseType { get; init; } = "";

    /// <summary>发病日期.</summary>
    public DateOnly? OnsetOn { get; init; }

    /// <summary>是否干咳; null when nobody asked.</summary>
    public bool? DryCough { get; init; }
}

/// <summary>观察地点.</summary>
public enum ObservationPlace
{
    /// <summary>居家.</summary>
    Home = 1,

    /// <summary>集中.</summary>
    Central = 2,

    /// <summary>隔离机构.</summary>
    Institution = 3,
}

/// <summary>解除观察.</summary>
/// <param name="On">The last day.</param>
/// <param name="Document">解除通知 that was seen: its number; empty when none was.</param>
/// <param name="ToldBy">Who told it; empty when a document was seen or the days are full.</param>
public sealed record ObservationEnd(DateOnly On, string Document = "", string ToldBy = "");
