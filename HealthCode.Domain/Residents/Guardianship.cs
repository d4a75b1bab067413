using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

/// <summary>监护 — who acts for a resident who cannot act for himself: a child, somebody who is ill or disabled (冀防领办〔2020〕169号 二(二); 个人信息保护法 第三十一条).</summary>
public sealed class Guardianship
{
    /// <summary>Characters of a relation and of why it ended.</summary>
    public const int LongestLine = 30;

    /// <summary>Characters of what was seen.</summary>
    public const int LongestSeen = 60;

    private Guardianship(string officeCode, long wardId, long? guardianId, DateOnly since, DateTimeOffset at)
    {
        (OfficeCode, WardId, GuardianId, Since, At) = (officeCode, wardId, guardianId, since, at);
        (Guardian, By, Seen, EndedFor) = (null!, null!, "", "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>被监护人.</summary>
    public long WardId { get; private set; }

    /// <summary>监护人, when he is in the roster himself.</summary>
    public long? GuardianId { get; private set; }

    /// <summary>监护人: name, relation, telephone.</summary>
    public Attendant Guardian { get; private set; }

    /// <summary>看过的材料, e.g. 户口簿; may be empty, because none may be demanded.</summary>
    public string Seen { get; private set; }

    /// <summary>Since when.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public StaffMember By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day it ended; null while it holds.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended.</summary>
    public string EndedFor { get; private set; }

    /// <summary>Still holds.</summary>
    public bool Holds => EndedOn is null;

    /// <summary>登记 a guardian.</summary>
    /// <param name="ward">被监护人.</param>
    /// <param name="guardian">监护人, when he is in the roster; or null.</param>
    /// <param name="details">His name, relation and telephone.</param>
    /// <param name="bornOn">His date of birth where it is known and he is not in the roster.</param>
    /// <param name="seen">What was seen; may be empty.</param>
    /// <param name="earlier">Guardianships of the ward so far.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">His own guardian; younger than 18; noted already; no relation.</exception>
    public static Guardianship Note(Resident ward, Resident? guardian, Attendant details, DateOnly? bornOn, string seen, IReadOnlyList<Guardianship> earlier, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(GuardianshipRules.Validate(ward, guardian, details, bornOn, earlier, today));

        return new(ward.OfficeCode, ward.Id, guardian?.Id, today, now) { Guardian = details, Seen = seen, By = by };
    }

    /// <summary>不再监护.</summary>
    /// <exception cref="RuleBrokenException">Ended already; not said why.</exception>
    public void End(string reason, DateOnly today)
    {
        GuardianshipRules.EndsOnce.Require(Holds);
        GuardianshipRules.EndHasReason.Require(reason.Length > 0);

        (EndedOn, EndedFor) = (today, reason);
    }
}
