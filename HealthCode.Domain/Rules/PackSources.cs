namespace HealthCode.Domain.Rules;

/// <summary>依据 — citations shown on pages and in reports, by topic; empty if the province's notices do not mention it.</summary>
public sealed record PackSources
{
    /// <summary>不得办理的各条.</summary>
    public string Clauses { get; init; } = "";

    /// <summary>条件和各条: all grounds of refusal.</summary>
    public string Grounds { get; init; } = "";

    /// <summary>审核决定, and the ban on additional thresholds.</summary>
    public string Decisions { get; init; } = "";

    /// <summary>申报表.</summary>
    public string Form { get; init; } = "";

    /// <summary>体温 on the form.</summary>
    public string Temperature { get; init; } = "";

    /// <summary>退回补正.</summary>
    public string Corrections { get; init; } = "";

    /// <summary>办卡缘由: who the card is intended for.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>及时办理.</summary>
    public string Promptness { get; init; } = "";

    /// <summary>督查、通报、排序.</summary>
    public string Inspection { get; init; } = "";

    /// <summary>关口的报告处置.</summary>
    public string Incidents { get; init; } = "";

    /// <summary>学生的卡.</summary>
    public string Schools { get; init; } = "";

    /// <summary>进校门的查验.</summary>
    public string SchoolGates { get; init; } = "";
}
