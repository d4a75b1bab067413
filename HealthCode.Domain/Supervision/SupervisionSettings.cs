using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>督查的设定 — what the notices leave to the office: they say 及时 and give no hours (DECISIONS.md D56).</summary>
public sealed class SupervisionSettings
{
    private const int UsualHours = 24;
    private const int MostHours = 720;

    private SupervisionSettings(string officeCode) => OfficeCode = officeCode;

    /// <summary>The office; also the key.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Hours within which the office wants an answer to a complaint.</summary>
    public int ComplaintHours { get; private set; } = UsualHours;

    /// <summary>24 hours, until the office says otherwise.</summary>
    public static SupervisionSettings Usual(Office office) => new(office.Code);

    /// <summary>改小时数; complaints taken so far keep their moment.</summary>
    /// <exception cref="RuleBrokenException">Not 1 to 720.</exception>
    public void AnswerWithin(int hours)
    {
        RuleBrokenException.ThrowIfAny(hours is >= 1 and <= MostHours ? [] : [ComplaintRules.HoursInRange.Broken(field: ComplaintField.Hours)]);

        ComplaintHours = hours;
    }
}
