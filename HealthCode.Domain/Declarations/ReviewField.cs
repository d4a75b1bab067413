namespace HealthCode.Domain.Declarations;

/// <summary>审核的栏 — fields of the committee's part of the form; fields of a clause are numbered by the clause.</summary>
public enum ReviewField
{
    /// <summary>(10) 体温.</summary>
    Temperature,

    /// <summary>(10) 体温是否正常.</summary>
    FoundNormal,

    /// <summary>测温器.</summary>
    Device,

    /// <summary>(11) 是否连续 14 天居住在该社区（村）.</summary>
    LivedHere,

    /// <summary>(12) 是否属于隔离观察人员.</summary>
    UnderIsolation,

    /// <summary>本条是否适用; numbered by the clause.</summary>
    ClauseApplies,

    /// <summary>开始日期 of a clause; numbered.</summary>
    ClauseStartedOn,

    /// <summary>发生日期 of a clause; numbered.</summary>
    ClauseHappenedOn,

    /// <summary>解除日期 of a clause; numbered.</summary>
    ClauseReleasedOn,

    /// <summary>所见材料或说明 of a clause; numbered.</summary>
    ClauseBasis,

    /// <summary>在低风险地区住满.</summary>
    LowRiskResidence,

    /// <summary>从哪天起住在低风险地区.</summary>
    ResidentSince,

    /// <summary>接受居住地村（社区）管理.</summary>
    ManagedHere,

    /// <summary>有外出需要.</summary>
    NeedsToGoOut,

    /// <summary>要补正的项目.</summary>
    MissingItems,

    /// <summary>理由.</summary>
    Reason,
}
