using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>一种物资 — what the office keeps: 体温枪, 口罩; staff who are to be there (专职保安员) are counted the same way.</summary>
public sealed class SupplyItem
{
    /// <summary>Characters of the name.</summary>
    public const int LongestName = 20;

    /// <summary>Characters of the unit.</summary>
    public const int LongestUnit = 4;

    private SupplyItem(string officeCode, string name, string unit, int lowAt) => (OfficeCode, Name, Unit, LowAt) = (officeCode, name, unit, lowAt);

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Name, once in the office.</summary>
    public string Name { get; private set; }

    /// <summary>Unit: 只, 双, 人.</summary>
    public string Unit { get; private set; }

    /// <summary>不足: from this number down it is shown as low; 0 if only when there is none.</summary>
    public int LowAt { get; private set; }

    /// <summary>登记一种物资.</summary>
    /// <param name="office">The office.</param>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="lowAt">From which number down it is low.</param>
    /// <param name="others">Names that the office has already.</param>
    /// <exception cref="RuleBrokenException">No name or unit; there is one of this name; not 0 to 100,000.</exception>
    public static SupplyItem Keep(Office office, string name, string unit, int lowAt, IReadOnlyCollection<string> others)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. name.Length > 0 ? [] : new[] { SupplyRules.HasName.Broken(field: SupplyField.Name) },
            .. others.Contains(name) ? [SupplyRules.NameIsNew.Broken(field: SupplyField.Name)] : Array.Empty<Breach>(),
            .. unit.Length > 0 ? [] : new[] { SupplyRules.HasUnit.Broken(field: SupplyField.Unit) },
            .. LowBreaches(lowAt),
        ]);

        return new(office.Code, name, unit, lowAt);
    }

    /// <summary>改不足的数.</summary>
    /// <exception cref="RuleBrokenException">Not 0 to 100,000.</exception>
    public void WarnAt(int lowAt)
    {
        RuleBrokenException.ThrowIfAny(LowBreaches(lowAt));

        LowAt = lowAt;
    }

    /// <summary>Whether so many are too few.</summary>
    public bool IsLow(int left) => left <= LowAt;

    private static Breach[] LowBreaches(int lowAt) => lowAt is >= 0 and <= SupplyRules.MostAtOnce ? [] : [SupplyRules.LowCounted.Broken(field: SupplyField.LowAt)];
}
