namespace HealthCode.Domain.Declarations;

/// <summary>健康状况回答 — items (1) to (9) of the form. Null if the item is left blank. There is no item (4).</summary>
public sealed record HealthAnswers
{
    /// <summary>(1) 14 天内是否被诊断为确诊、疑似、阳性无症状感染者.</summary>
    public bool? Diagnosed { get; init; }

    /// <summary>(2) 14 天内是否为密切接触者.</summary>
    public bool? CloseContact { get; init; }

    /// <summary>(3) 14 天内是否曾有发热、持续干咳、乏力症状.</summary>
    public bool? HadSymptoms { get; init; }

    /// <summary>(5) 14 天内是否到过外省区. The member name is stored as JSON, here and in drafts.</summary>
    public bool? LeftNingxia { get; init; }

    /// <summary>(6) 14 天内是否与疫情高风险地区人员有接触史.</summary>
    public bool? MetHighRisk { get; init; }

    /// <summary>(7) 14 天内是否与有发热或呼吸道症状的人员有接触史. No clause: never a ground of refusal (DECISIONS.md D14).</summary>
    public bool? MetFeverish { get; init; }

    /// <summary>(8) 抵达后立即报告的承诺. No clause (DECISIONS.md D14).</summary>
    public bool? WillReport { get; init; }

    /// <summary>(9) 不外出、不聚集的承诺. No clause (DECISIONS.md D14).</summary>
    public bool? WillKeepAway { get; init; }
}
