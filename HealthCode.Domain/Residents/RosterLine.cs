using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;

namespace HealthCode.Domain.Residents;

/// <summary>名册一行 — data of one resident in an imported sheet. Blank means unknown.</summary>
public sealed record RosterLine
{
    /// <summary>Value of 与户主关系 for the head of a household.</summary>
    public const string Head = "户主";

    private readonly string _villageGroup = "";

    /// <summary>姓名、性别、出生日期、证件.</summary>
    public required Person Person { get; init; }

    /// <summary>电话.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>住址.</summary>
    public string Address { get; init; } = "";

    /// <summary>户号.</summary>
    public string HouseholdNumber { get; init; } = "";

    /// <summary>与户主关系, e.g. 户主, 妻, 孙子.</summary>
    public string RelationToHead { get; init; } = "";

    /// <summary>村民小组, normalised: 三组 and 第3村民小组 become 3组.</summary>
    public string VillageGroup
    {
        get => _villageGroup;
        init => _villageGroup = VillageGroups.Named(value);
    }

    /// <summary>网格员.</summary>
    public GridWorker? GridWorker { get; init; }

    /// <summary>学校.</summary>
    public string School { get; init; } = "";

    /// <summary>班级.</summary>
    public string SchoolClass { get; init; } = "";

    /// <summary>监护人, for a child.</summary>
    public Attendant? Guardian { get; init; }

    /// <summary>有无智能手机: whether the person could use a code on a telephone; null if unknown.</summary>
    public bool? HasSmartphone { get; init; }

    /// <summary>独居、残疾、卧床; null if unknown.</summary>
    public CareNeeds? CareNeeds { get; init; }

    /// <summary>备注.</summary>
    public string Note { get; init; } = "";
}
