using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;

namespace HealthCode.Tests.Support;

/// <summary>Domain objects from declaration to card, all valid, of which a test changes one thing.</summary>
public static class LawfulCase
{
    public const string Code = "640104001201";

    public static readonly DateOnly Today = new(2020, 3, 5);

    public static readonly DateTimeOffset Now = new(2020, 3, 5, 9, 30, 0, TimeSpan.FromHours(8));

    public static StaffMember Clerk { get; } = new("luru", "李录入");

    public static StaffMember Reviewer { get; } = new("jingban", "马经办");

    public static RulePack Pack => Ningxia.Pack;

    public static Person Applicant { get; } = BornOn(new(1948, 2, 29));

    /// <summary>The declaration of a healthy man of 72 who has lived in the village for years and has no telephone.</summary>
    public static DeclarationContent Form { get; } = new()
    {
        Person = Applicant,
        Stays = [new("宁夏回族自治区银川市兴庆区样例街道样例村3号", new(2019, 1, 1), null)],
        DomicileAddress = "宁夏回族自治区银川市兴庆区",
        Travel = new() { Scope = TravelScope.WithinProvince, Province = "宁夏回族自治区", City = "吴忠市", On = new(2020, 3, 6), By = Transport.OwnCar },
        Answers = new()
        {
            Diagnosed = false,
            CloseContact = false,
            HadSymptoms = false,
            LeftNingxia = false,
            MetHighRisk = false,
            MetFeverish = false,
            WillReport = true,
            WillKeepAway = true,
        },
        Signature = SignatureKind.Thumbprint,
        SignedOn = Today,
    };

    /// <summary>Findings of a reviewer that lead to an approval.</summary>
    public static ReviewFindings NothingFound { get; } = new()
    {
        Temperature = Measured("36.5"),
        LivedHere = true,
        UnderIsolation = false,
        LowRiskResidence = true,
        ManagedHere = true,
        NeedsToGoOut = true,
        Clauses = [.. Enum.GetValues<RefusalClause>().Select(clause => new ClauseFinding(clause) { Applies = false })],
    };

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Person BornOn(DateOnly birth) =>
        new(PersonName.Restore("马德山"), Sex.Male, birth, IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, PaperForm.Number, null, false));

    public static Attendant Father { get; } = new(PersonName.Restore("马建国"), AttendantRole.Guardian, "父亲", null);

    public static TemperatureReading Measured(string celsius, bool foundNormal = true)
    {
        Assert.True(BodyTemperature.TryParse(celsius, out var temperature, out var fault), fault);
        return new(temperature, MeasuringSite.Forehead, "额温枪1号", foundNormal, Reviewer, Now);
    }

    public static Office Office()
    {
        var office = HealthCode.Domain.Offices.Office.Establish(
            DivisionCode.Parse(Code), ["宁夏回族自治区", "银川市", "兴庆区", "样例街道", "样例村委会"], CommitteeKind.Village, Pack);
        office.SetNameAndPhones("兴庆区样例街道样例村民委员会", CommitteeKind.Village, "0951-6012345", "0951-12345");
        return office;
    }

    public static PassNumber Number(int sequence = 1) => PassNumber.Of(DivisionCode.Parse(Code), sequence);

    /// <summary>A copy of the findings with the finding on one clause replaced.</summary>
    public static ReviewFindings With(this ReviewFindings findings, ClauseFinding changed) =>
        findings with { Clauses = [.. findings.Clauses.Select(finding => finding.Clause == changed.Clause ? changed : finding)] };

    public static Declaration Submitted(DeclarationContent? content = null, DateOnly? on = null) =>
        Declaration.Submit(Office(), DeclarationNumber.Of(on ?? Today, 1), "form-1", content ?? Form, Clerk, Now, on ?? Today);

    public static Declaration Approved(DateOnly? on = null)
    {
        var declaration = Submitted(Form with { SignedOn = on ?? Today }, on);
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, on ?? Today);
        return declaration;
    }

    public static HealthPass Issued(DateOnly? on = null) =>
        HealthPass.Issue(Approved(on), Office(), Number(), null, on ?? Today);

    /// <summary>A card in the given state.</summary>
    public static HealthPass Pass(PassState state)
    {
        var pass = Issued();
        Action[] steps =
        [
            () => pass.Print(Office(), Now, Today),
            () => pass.Stamp(Reviewer, Office(), Now, Today),
            () => pass.HandOver("本人", Office(), Now, Today),
        ];
        foreach (var step in steps.Take(state <= PassState.HandedOver ? (int)state - 1 : steps.Length))
        {
            step();
        }

        switch (state)
        {
            case PassState.Revoked:
                pass.Revoke(RefusalClause.CloseContact, "接县疾控中心通知", Now, Today);
                break;
            case PassState.Lost or PassState.Damaged:
                pass.Reprint(state == PassState.Lost, "赶集时", Number(2), Office(), Now, Today);
                break;
            case PassState.Renewed:
                pass.TakeBackForRenewal(Now, Today);
                break;
            case PassState.TakenBack:
                pass.TakeBackOnDeath(Now, Today);
                break;
        }

        return pass;
    }

    /// <summary>Returns the rules that the action breaks; fails if it breaks none.</summary>
    public static IReadOnlyList<Rule> Forbids(Action verb) =>
        [.. Assert.Throws<RuleBrokenException>(verb).Breaches.Select(breach => breach.Rule)];
}
