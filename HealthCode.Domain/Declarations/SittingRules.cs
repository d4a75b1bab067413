using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>一户一次办的规则.</summary>
public static class SittingRules
{
    /// <summary>成年: the age from which somebody can be a guardian.</summary>
    public const int FullAge = 18;

    /// <summary>Somebody has to be declared.</summary>
    public static Rule SomebodyDeclares { get; } = new("sitting-somebody", "还没有勾选今天申报的人，请至少勾一个。", "DECISIONS.md D60");

    /// <summary>A person has one form in a sitting.</summary>
    public static Rule OneFormEach { get; } = new("sitting-one-each", "同一个人在这一户里有两份，请去掉一份：", "DECISIONS.md D60");

    /// <summary>A guardian who is declared along is of full age.</summary>
    public static Rule GuardianIsGrown { get; } = new("sitting-guardian-grown", "监护人自己还没有满 18 周岁，请填写一位成年的监护人：", "民法典 第二十七条；DECISIONS.md D60");

    /// <summary>A sitting has at most <see cref="HouseholdSitting.MostPeople"/> people.</summary>
    public static Rule AreNotTooMany { get; } = new("sitting-most", $"一次最多一起录 {HouseholdSitting.MostPeople} 人，请分成两次录。", "DECISIONS.md D60");
}
