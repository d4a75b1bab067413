using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>单位、医院、药店 — entered once, so that no slip has to say its name and district again (琼肺炎指〔2020〕29号 系统操作流程 2.2、4.1、6.2). It gets no account.</summary>
public sealed class Facility
{
    private Facility(string officeCode, RegisterKind kind)
    {
        (OfficeCode, Kind, Name, District, Contact) = (officeCode, kind, "", "", "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The register it belongs to.</summary>
    public RegisterKind Kind { get; private set; }

    /// <summary>名称.</summary>
    public string Name { get; private set; }

    /// <summary>所在区.</summary>
    public string District { get; private set; }

    /// <summary>联系人; may be empty.</summary>
    public string Contact { get; private set; }

    /// <summary>联系电话; null when there is none.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>停用日; null while it is used.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>登记.</summary>
    /// <param name="office">The office.</param>
    /// <param name="kind">The register it belongs to.</param>
    /// <param name="details">名称、所在区、联系人.</param>
    /// <param name="others">Facilities of the same register that are used.</param>
    /// <param name="pack">The province's rules.</param>
    /// <exception cref="RuleBrokenException">The province has no such register; no name, no district; entered already.</exception>
    public static Facility Register(Office office, RegisterKind kind, FacilityDetails details, IReadOnlyList<Facility> others, RulePack pack)
    {
        RegisterRules.Kept.Require(pack.Register(kind) is not null && kind != RegisterKind.Returnees);

        var facility = new Facility(office.Code, kind);
        facility.Describe(details, others);
        return facility;
    }

    /// <summary>改登记.</summary>
    /// <exception cref="RuleBrokenException">No name, no district; another has this name; closed.</exception>
    public void Describe(FacilityDetails details, IReadOnlyList<Facility> others)
    {
        RegisterRules.FacilityUsed.Require(ClosedOn is null);
        RuleBrokenException.ThrowIfAny(
        [
            .. details.Name.Length == 0 ? [RegisterRules.FacilityNamed.Broken(field: FacilityField.Name)] : Array.Empty<Breach>(),
            .. details.District.Length == 0 ? [RegisterRules.FacilityPlaced.Broken(field: FacilityField.District)] : Array.Empty<Breach>(),
            .. others.Any(other => other != this && other.Name == details.Name) ? [RegisterRules.FacilityOnce.Broken(field: FacilityField.Name)] : Array.Empty<Breach>(),
        ]);

        (Name, District, Contact, Phone) = (details.Name, details.District, details.Contact, details.Phone);
    }

    /// <summary>停用: nothing new is keyed for it.</summary>
    /// <exception cref="RuleBrokenException">Closed already.</exception>
    public void Close(DateOnly today)
    {
        RegisterRules.FacilityUsed.Require(ClosedOn is null);

        ClosedOn = today;
    }
}

/// <summary>What is entered of a facility.</summary>
/// <param name="Name">名称.</param>
/// <param name="District">所在区.</param>
/// <param name="Contact">联系人; may be empty.</param>
/// <param name="Phone">联系电话; null when there is none.</param>
public sealed record FacilityDetails(string Name, string District, string Contact, PhoneNumber? Phone);

/// <summary>单位登记的栏.</summary>
public enum FacilityField
{
    /// <summary>名称.</summary>
    Name,

    /// <summary>所在区.</summary>
    District,
}
