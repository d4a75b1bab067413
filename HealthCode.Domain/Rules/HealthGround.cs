namespace HealthCode.Domain.Rules;

/// <summary>缘由 — a recorded fact to which a province's notices attach a value of the official code. A pack names those its own notices know.</summary>
public enum HealthGround
{
    /// <summary>确诊（含临床诊断）、疑似病例、阳性无症状感染者.</summary>
    Case = 1,

    /// <summary>发热病例.</summary>
    FeverCase = 2,

    /// <summary>密切接触者.</summary>
    CloseContact = 3,

    /// <summary>外省来（返）人员.</summary>
    Returnee = 4,

    /// <summary>来自重点疫区，或与疫情高风险地区人员有接触史.</summary>
    HighRisk = 5,

    /// <summary>发热门诊.</summary>
    FeverClinic = 6,

    /// <summary>购买止咳、退烧药物.</summary>
    FeverMedicine = 7,

    /// <summary>具有发烧咳嗽等症状.</summary>
    Symptoms = 8,
}
