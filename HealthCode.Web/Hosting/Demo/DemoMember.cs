using HealthCode.Domain.People;
using HealthCode.Domain.Residents;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例的一个人 and his place in his household.</summary>
/// <param name="Person">The person.</param>
/// <param name="House">Index of the household in the village.</param>
/// <param name="Relation">与户主关系.</param>
public sealed record DemoMember(Person Person, int House, string Relation = RosterLine.Head)
{
    /// <summary>Nobody else lives in the house.</summary>
    public bool LivesAlone { get; init; }

    /// <summary>监护人 of a child: one of the parents.</summary>
    public Attendant? Guardian { get; init; }

    /// <summary>The telephone on which he is reached, or null.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Whose it is.</summary>
    public PhoneOwner PhoneOwner { get; init; }
}
