using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>居民名册 — one resident of the office, according to the latest imported sheets.</summary>
public sealed class Resident
{
    private Resident(string officeCode)
    {
        (OfficeCode, Person, Address, HouseholdNumber) = (officeCode, null!, "", "");
        (RelationToHead, VillageGroup, School, SchoolClass, Note) = ("", "", "", "", "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>姓名、性别、出生日期、证件.</summary>
    public Person Person { get; private set; }

    /// <summary>Identifies the person, see <c>Person.Key</c>; unique within a roster.</summary>
    public string PersonKey
    {
        get => Person.Key;
        // Stored in its own column as a hash, so that the database can enforce uniqueness; the stored value cannot be converted back.
        private set { }
    }

    /// <summary>电话.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>住址.</summary>
    public string Address { get; private set; }

    /// <summary>户号.</summary>
    public string HouseholdNumber { get; private set; }

    /// <summary>与户主关系.</summary>
    public string RelationToHead { get; private set; }

    /// <summary>村民小组, e.g. 3组.</summary>
    public string VillageGroup { get; private set; }

    /// <summary>网格员.</summary>
    public GridWorker? GridWorker { get; private set; }

    /// <summary>学校.</summary>
    public string School { get; private set; }

    /// <summary>班级.</summary>
    public string SchoolClass { get; private set; }

    /// <summary>监护人, for a child.</summary>
    public Attendant? Guardian { get; private set; }

    /// <summary>有无智能手机; null if unknown.</summary>
    public bool? HasSmartphone { get; private set; }

    /// <summary>备注.</summary>
    public string Note { get; private set; }

    /// <summary>登记 — creates a resident who was not in the office's roster.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RosterRules.Validate"/>.</exception>
    public static Resident Enter(Office office, RosterLine line, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(RosterRules.Validate(line, today));

        var resident = new Resident(office.Code);
        resident.Apply(line);
        return resident;
    }

    /// <summary>更新 — updates from a newer line of the same person. Blank values change nothing: a school's list has no households.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RosterRules.Validate"/>.</exception>
    /// <exception cref="ArgumentException">The line is of another person.</exception>
    public void Update(RosterLine line, DateOnly today)
    {
        if (line.Person.Key != PersonKey)
        {
            throw new ArgumentException("the line of another person", nameof(line));
        }

        RuleBrokenException.ThrowIfAny(RosterRules.Validate(line, today));

        Apply(line);
    }

    private void Apply(RosterLine line)
    {
        (Person, Phone) = (line.Person, line.Phone ?? Phone);
        (Address, VillageGroup, Note) = (Newer(line.Address, Address), Newer(line.VillageGroup, VillageGroup), Newer(line.Note, Note));
        (HouseholdNumber, RelationToHead) = (Newer(line.HouseholdNumber, HouseholdNumber), Newer(line.RelationToHead, RelationToHead));
        (GridWorker, Guardian, HasSmartphone) = (line.GridWorker ?? GridWorker, line.Guardian ?? Guardian, line.HasSmartphone ?? HasSmartphone);
        if (line.School.Length > 0)
        {
            // A new school discards the class of the old one.
            (School, SchoolClass) = (line.School, line.School == School ? Newer(line.SchoolClass, SchoolClass) : line.SchoolClass);
        }
    }

    private static string Newer(string line, string known) => line.Length > 0 ? line : known;
}
