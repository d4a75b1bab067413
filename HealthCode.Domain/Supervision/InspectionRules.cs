using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>督查的规则.</summary>
public static class InspectionRules
{
    /// <summary>Where.</summary>
    public static Rule PlaceNamed { get; } = new("inspection-place", "请写明查的是哪里，例如“惠民超市”。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>Nobody has been there tomorrow.</summary>
    public static Rule NotInFuture { get; } = new("inspection-future", "督查日期在今天之后，请核对日期。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>Who.</summary>
    public static Rule InspectorNamed { get; } = new("inspection-who", "请写明谁去查的。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>逐项.</summary>
    public static Rule EveryItemAnswered { get; } = new("inspection-answered", "这一项还没有选：好、不好，或者不适用。", "DECISIONS.md D55");

    /// <summary>An item of the office's own has its words and its outcome.</summary>
    public static Rule OwnItemWhole { get; } = new("inspection-own", "另查的这一项，请写明查什么，也请选查得怎么样。", "DECISIONS.md D55");

    /// <summary>及时发现问题，一律及时纠正.</summary>
    public static Rule FaultIsTold { get; } = new("inspection-told", "有不好的，请写明当场怎么说的，例如“请今天补上口罩”。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>Looked at again after it was seen.</summary>
    public static Rule RecheckAfterVisit { get; } = new("inspection-recheck", "复查日期不能早于督查那天。", "DECISIONS.md D55");

    /// <summary>Once.</summary>
    public static Rule RecheckDue { get; } = new("inspection-rechecked", "这一次没有要复查的，或者已经复查过了。再去查，请另登记一次。", "DECISIONS.md D55");

    /// <summary>Between the visit and today.</summary>
    public static Rule RecheckedBetween { get; } = new("inspection-rechecked-on", "复查日期请核对：不能早于督查那天，也不能晚于今天。", "DECISIONS.md D55");

    /// <summary>What was found.</summary>
    public static Rule RecheckSaysWhat { get; } = new("inspection-recheck-finding", "请写明复查时看到了什么。", "DECISIONS.md D55");
}

/// <summary>督查表的栏 that a rule speaks of.</summary>
public enum InspectionField
{
    /// <summary>查的是哪里.</summary>
    Place,

    /// <summary>督查日期.</summary>
    InspectedOn,

    /// <summary>谁去查的.</summary>
    Inspector,

    /// <summary>An item, numbered.</summary>
    Outcome,

    /// <summary>另查的一项, numbered.</summary>
    OwnItem,

    /// <summary>当场怎么说的.</summary>
    Told,

    /// <summary>复查日期.</summary>
    RecheckOn,

    /// <summary>哪天复查的.</summary>
    RecheckedOn,

    /// <summary>复查时看到了什么.</summary>
    RecheckFinding,
}
