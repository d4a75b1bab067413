namespace HealthCode.Domain.Declarations;

/// <summary>申报表条目 — one numbered item of annex 1, word for word.</summary>
/// <param name="Number">As printed: 1, 2, 3, 5, 6, 7, 8, 9; there is no 4.</param>
/// <param name="Field">Its field of the form.</param>
/// <param name="Text">Verbatim, without number and colon.</param>
/// <param name="Clause">The clause a 是 points at, or null when the notice draws no consequence.</param>
/// <param name="Answer">Reads the answer.</param>
public sealed record HealthQuestion(
    int Number, DeclarationField Field, string Text, RefusalClause? Clause, Func<HealthAnswers, bool?> Answer)
{
    /// <summary>(1) …, in the order of the form.</summary>
    public static IReadOnlyList<HealthQuestion> All { get; } =
    [
        new(1, DeclarationField.Diagnosed, "14 天内是否被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者", RefusalClause.Patient, a => a.Diagnosed),
        new(2, DeclarationField.CloseContact, "14 天内是否为新冠肺炎病例、阳性无症状感染者的密切接触者", RefusalClause.CloseContact, a => a.CloseContact),
        new(3, DeclarationField.HadSymptoms, "14 天内是否曾有发热、持续干咳、乏力症状", RefusalClause.Symptoms, a => a.HadSymptoms),
        new(5, DeclarationField.LeftNingxia, "14 天内是否到过宁夏以外地区（外省区）", RefusalClause.Returnee, a => a.LeftNingxia),
        new(6, DeclarationField.MetHighRisk, "14 天内是否与湖北等疫情高风险地区人员有接触史", RefusalClause.HighRiskContact, a => a.MetHighRisk),
        new(7, DeclarationField.MetFeverish, "14 天内是否与有发热或呼吸道症状的人员有接触史", null, a => a.MetFeverish),
        new(8, DeclarationField.WillReport, "抵达目的地后承诺立即向居住地或单位所在地社区（村）报告", null, a => a.WillReport),
        new(9, DeclarationField.WillKeepAway, "疫情期间承诺做到除上下班外不外出、不参与聚餐聚会等聚集性活动", null, a => a.WillKeepAway),
    ];

    /// <summary>(5)</summary>
    public string Mark => $"({Number})";
}
