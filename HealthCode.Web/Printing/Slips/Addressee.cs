using HealthCode.Domain.People;

namespace HealthCode.Web.Printing.Slips;

/// <summary>收信人 — to whom a slip is written: the person, or for a child the guardian, who is told whose it is.</summary>
internal sealed record Addressee
{
    private const int AgeOfMajority = 18;

    private Addressee(string salutation, string whose, bool isGuardian) => (Salutation, Whose, IsGuardian) = (salutation, whose, isGuardian);

    /// <summary>First line, e.g. 马德山： or 马建国（马小明的父亲）：.</summary>
    public string Salutation { get; }

    /// <summary>How the text names the person it is about: 您, or the child's name.</summary>
    public string Whose { get; }

    /// <summary>Whether it is written to a guardian.</summary>
    public bool IsGuardian { get; }

    /// <summary>The addressee of a slip about a person.</summary>
    /// <param name="person">Whom it is about.</param>
    /// <param name="guardian">监护人, or null if none is known.</param>
    /// <param name="on">Day of the slip, for the age: a guardian is needed under 14, and is written to, if known, until 18 (民法典 第十七条).</param>
    public static Addressee Of(Person person, Attendant? guardian, DateOnly on) =>
        person.NeedsGuardianOn(on) || (guardian is not null && person.AgeOn(on) < AgeOfMajority)
            ? ToGuardianOf(person.Name.Value, guardian?.Name.Value ?? "", guardian?.Relation ?? "")
            : new(person.Name.Value + "：", "您", false);

    /// <summary>The guardian of somebody.</summary>
    /// <param name="name">Whose guardian.</param>
    /// <param name="guardian">Name of the guardian; empty if it is not known.</param>
    /// <param name="relation">What he is to the person, such as 父亲; empty if nobody said it.</param>
    public static Addressee ToGuardianOf(string name, string guardian, string relation)
    {
        var role = $"{name}的{(relation.Length > 0 ? relation : "监护人")}";
        return new(guardian.Length > 0 ? $"{guardian}（{role}）：" : role + "：", name, true);
    }
}
