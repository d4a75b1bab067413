using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>登记内容 — what a slip of a register says; one record a kind of register.</summary>
public abstract record RegisterContent
{
    /// <summary>Characters of a short item: a place, a drug, who agreed.</summary>
    public const int LongestLine = 60;

    /// <summary>Characters of an item in own words.</summary>
    public const int LongestText = 300;

    /// <summary>Which register it belongs to.</summary>
    public abstract RegisterKind Kind { get; }

    /// <summary>姓名.</summary>
    public required PersonName Name { get; init; }

    /// <summary>证件; null when the slip shows none.</summary>
    public IdentityDocument? Document { get; init; }

    /// <summary>电话; null when there is none. It is never demanded.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>居住地 as on the slip; may be empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>其他、备注; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Identifies who is on the slip, see <c>Person.Key</c>; null without a number that can be right: nobody is matched by name alone.</summary>
    public string? PersonKey => KeyOf(Document);

    /// <summary>Identifies whom the entry is about: of a purchase for somebody else the patient.</summary>
    public virtual string? SubjectKey => PersonKey;

    /// <summary>What is still to be done, and since which day; null when nothing is.</summary>
    public virtual (PendingStep Step, DateOnly On)? PendingOn(DateOnly on) => null;

    /// <summary>The day from which the ground holds that the notices attach to the entry; null where none follows.</summary>
    /// <param name="form">The province's register.</param>
    /// <param name="on">The day of the entry.</param>
    public virtual DateOnly? GroundSince(RegisterForm form, DateOnly on) => form.Ground is null ? null : on;

    /// <summary>What the rules of its own register say against it; empty if nothing.</summary>
    /// <param name="pack">The province's rules.</param>
    /// <param name="on">The day of the entry.</param>
    /// <param name="today">Today.</param>
    internal abstract IEnumerable<Breach> Validate(RulePack pack, DateOnly on, DateOnly today);

    /// <summary>Whether both say the same.</summary>
    internal virtual bool SaysTheSameAs(RegisterContent other) => Equals(other);

    /// <summary>The key of a document whose number can be right.</summary>
    protected static string? KeyOf(IdentityDocument? document) => document is { Key: { } key, IsFaultless: true } ? key : null;

    /// <summary>A breach of a rule, if it is broken.</summary>
    protected static Breach[] If(bool broken, Rule rule, RegisterField field, string? detail = null) => broken ? [rule.Broken(detail, field)] : [];
}

/// <summary>What is still to be done with an entry.</summary>
public enum PendingStep
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>该到，还没有到.</summary>
    Arrival = 1,

    /// <summary>隔离中，到期要告知.</summary>
    Isolation = 2,

    /// <summary>代购，还没有核实患者.</summary>
    Patient = 3,
}
