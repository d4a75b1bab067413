using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>自查的规则.</summary>
public static class SelfCheckRules
{
    /// <summary>Nobody has looked tomorrow.</summary>
    public static Rule NotInFuture { get; } = new("self-check-future", "自查日期在今天之后，请核对日期。", "宁疫指办发〔2020〕73号 三");

    /// <summary>Who looked.</summary>
    public static Rule CheckerNamed { get; } = new("self-check-who", "请写明谁自查的，例如“王秀兰、李建国”。", "宁疫指办发〔2020〕73号 三");

    /// <summary>对照共性问题.</summary>
    public static Rule EveryQuestionAnswered { get; } = new("self-check-answered", "这一个问题还没有回答，请选“有”或者“没有”。", "宁疫指办发〔2020〕73号 三");

    /// <summary>An answer says what it rests on.</summary>
    public static Rule HasEvidence { get; } = new("self-check-evidence", "请写明看到了什么，例如“监督电话贴在村委会门口”。", "DECISIONS.md D55");

    /// <summary>采取有效措施，认真做好整改落实.</summary>
    public static Rule ProblemHasRemedyDay { get; } = new("self-check-remedy-by", "有这个问题，请写明哪天以前整改好，不能早于自查那天。", "宁疫指办发〔2020〕73号 三");

    /// <summary>What is not said is not dropped quietly.</summary>
    public static Rule NoRemedyWithoutProblem { get; } = new("self-check-no-remedy", "答的是没有这个问题，又写了整改期限，请核对。", "DECISIONS.md D55");

    /// <summary>A sheet is never overwritten.</summary>
    public static Rule StillAProblem { get; } = new("self-check-done", "这个问题没有登记过，或者已经整改好了。", "DECISIONS.md D55");

    /// <summary>Put right after it was found.</summary>
    public static Rule RemedyAfterCheck { get; } = new("self-check-remedy-on", "整改日期请核对：不能早于自查那天，也不能晚于今天。", "DECISIONS.md D55");

    /// <summary>整改落实.</summary>
    public static Rule RemedySaysHow { get; } = new("self-check-how", "请写明怎么整改的。", "宁疫指办发〔2020〕73号 三");
}

/// <summary>自查表的栏 that a rule speaks of.</summary>
public enum SelfCheckField
{
    /// <summary>自查日期.</summary>
    CheckedOn,

    /// <summary>谁自查的.</summary>
    CheckedBy,

    /// <summary>有没有这个问题, numbered.</summary>
    HasProblem,

    /// <summary>看到了什么, numbered.</summary>
    Evidence,

    /// <summary>整改期限, numbered.</summary>
    RemedyBy,

    /// <summary>整改日期.</summary>
    DoneOn,

    /// <summary>怎么整改的.</summary>
    How,
}
