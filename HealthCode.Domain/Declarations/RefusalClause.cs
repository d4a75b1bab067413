namespace HealthCode.Domain.Declarations;

/// <summary>不予办理的五条 — 宁疫指办发〔2020〕63号 一(二). Values are the numbers in the notice; wording and days are in the rule pack.</summary>
public enum RefusalClause
{
    /// <summary>1 确诊、疑似、阳性，未治愈或出院后医学观察未满.</summary>
    Patient = 1,

    /// <summary>2 密切接触者，未解除隔离医学观察.</summary>
    CloseContact = 2,

    /// <summary>3 来宁、返宁人员隔离医学观察未满.</summary>
    Returnee = 3,

    /// <summary>4 与高风险地区人员有接触史，隔离观察未满.</summary>
    HighRiskContact = 4,

    /// <summary>5 有发热、干咳、气促、呼吸道症状.</summary>
    Symptoms = 5,
}
