using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

/// <summary>户 — what is known of a household beside its members, who name it by its number: owner or tenant, who is responsible for it, its telephone.</summary>
public sealed class Household
{
    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 100;

    private Household(string officeCode, string number) => (OfficeCode, Number, Note) = (officeCode, number, "");

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>户号; unique in the office.</summary>
    public string Number { get; private set; }

    /// <summary>自有 or 租住; null while unknown.</summary>
    public Tenure? Tenure { get; private set; }

    /// <summary>责任人: who answers for the household; the head when null.</summary>
    public PersonName? Responsible { get; private set; }

    /// <summary>户的电话; null when there is none.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>备注, e.g. the landlord.</summary>
    public string Note { get; private set; }

    /// <summary>开始登记 a household.</summary>
    /// <exception cref="RuleBrokenException">No number.</exception>
    public static Household Of(Office office, string number)
    {
        RosterRules.HouseholdHasNumber.Require(number.Length > 0);

        return new(office.Code, number);
    }

    /// <summary>登记 or corrects what is known.</summary>
    public void Describe(Tenure? tenure, PersonName? responsible, PhoneNumber? phone, string note) =>
        (Tenure, Responsible, Phone, Note) = (tenure, responsible, phone, note);
}
