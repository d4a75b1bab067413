using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

/// <summary>代领 — a guardian has the official code of his ward on his own telephone (冀防领办〔2020〕169号 二(二)). A log; the value of the code is not in it.</summary>
public sealed class GuardianClaim
{
    /// <summary>Characters of who agreed.</summary>
    public const int LongestConsent = 30;

    private GuardianClaim(string officeCode, long wardId, long guardianshipId, DateOnly claimedOn, DateTimeOffset at)
    {
        (OfficeCode, WardId, GuardianshipId, ClaimedOn, At) = (officeCode, wardId, guardianshipId, claimedOn, at);
        (Consent, By) = ("", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>被监护人.</summary>
    public long WardId { get; private set; }

    /// <summary>By which guardian.</summary>
    public long GuardianshipId { get; private set; }

    /// <summary>代领日期.</summary>
    public DateOnly ClaimedOn { get; private set; }

    /// <summary>Who agreed that it is written down.</summary>
    public string Consent { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public StaffMember By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>登记代领; the office knows from then on that the ward has a code.</summary>
    /// <exception cref="RuleBrokenException">The province has none; not his guardian; in the future; nobody agreed.</exception>
    public static GuardianClaim Note(Resident ward, Guardianship guardianship, DateOnly claimedOn, string consent, RulePack pack, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        GuardianshipRules.ProvinceHasClaims.Require(pack.HealthCode.GuardianClaims is not null);
        GuardianshipRules.ClaimedByGuardian.Require(guardianship.Holds && guardianship.WardId == ward.Id);
        RuleBrokenException.ThrowIfAny(
        [
            .. claimedOn > today ? [GuardianshipRules.ClaimedAlready.Broken(field: GuardianshipField.ClaimedOn)] : Array.Empty<Breach>(),
            .. consent.Length == 0 ? [GuardianshipRules.ClaimHasConsent.Broken(field: GuardianshipField.Consent)] : Array.Empty<Breach>(),
        ]);

        if (ward.CodeKnownOn is null)
        {
            ward.NoteCode(CodeSource.Guardian, claimedOn, guardianship.Guardian.Name.Value, today);
        }

        return new(ward.OfficeCode, ward.Id, guardianship.Id, claimedOn, now) { Consent = consent, By = by };
    }
}
