using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Seals;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例村 — twenty days of sample data for an invented office, created with the same domain methods as real data.</summary>
public sealed class DemoOffice(OfficeDb db, OfficeClock clock, int seed = 0)
{
    private const int Days = 20;
    private const int Residents = 300;
    private const int FirstRenewal = 210;
    private const int TenDays = 150;

    private static readonly StaffMember Clerk = new("luru", "王秀兰");
    private static readonly StaffMember Reviewer = new("shenhe", "李建国");
    private static readonly StaffMember Keeper = new("gaizhang", "马福海");

    private Office _office = null!;
    private DateTimeOffset _now;

    private DateOnly Today => DateOnly.FromDateTime(_now.DateTime);

    /// <summary>Fills an office with sample data; call inside a transaction.</summary>
    public async Task FillAsync(Office office, int residents = Residents)
    {
        _office = office;
        var order = new DemoVillagers(new(clock.Today, seed)).Of(residents, withSpecial: seed == 0);
        for (var i = 0; i < order.Count; i++)
        {
            await OneDayAsync(order[i], i, i, order.Count);
            // Some come again ten days later to renew; the last renewal is still pending.
            if (i >= FirstRenewal && i % 15 == 0)
            {
                await OneDayAsync(order[i - TenDays], i - TenDays, i, order.Count);
            }
        }

        var opened = OfficeClock.StartOf(clock.Today.AddDays(1 - Days)).AddHours(8);
        foreach (var stock in PrintCatalog.Stocks)
        {
            db.StockEntries.Add(StockEntry.Receive(_office, stock, stock == CardSheet.A6.Product.Stock ? 500 : 100, "乡镇发", Clerk, opened, DateOnly.FromDateTime(opened.DateTime)));
        }

        var key = "demo-draft-" + office.Code;
        var fields = $$"""{"Input.FormKey":["{{key}}"],"Input.Name":["马德山"],"Input.BirthDate":["19480229"],"Input.DocumentNumber":["64010419480229"]}""";
        if (seed == 0)
        {
            await DemoHousehold.FillAsync(db, _office, clock, Clerk);
        }

        db.Drafts.Add(DeclarationDraft.Begin(key, office.Code, Clerk.UserName, fields, "马德山", clock.Now.AddMinutes(-25)));
    }

    private async Task OneDayAsync(DemoMember member, int home, int i, int all)
    {
        await LiveDayAsync(member, home, i, all);
        // Clears tracked entities: otherwise every save would scan those of all earlier days for changes.
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.Attach(_office);
    }

    private async Task LiveDayAsync(DemoMember member, int home, int i, int all)
    {
        // The last tenth was received today and is still being processed.
        var fromEnd = all - 1 - i;
        var day = fromEnd < all / 10 ? 0 : 1 + ((fromEnd - (all / 10)) * (Days - 1) / all);
        var at = OfficeClock.StartOf(clock.Today.AddDays(-day)).AddHours(8.5).AddMinutes((i * 7) % 460);
        _now = at < clock.Now ? at : clock.Now.AddMinutes(-(fromEnd * 3) - 2);

        var content = Content(member, home);
        if (home == i)
        {
            db.Residents.Add(DemoRoster.Entry(_office, member, content, home, Today));
        }

        var awaits = day == 0 && fromEnd < 14;
        var returned = !awaits && i % 41 == 7;
        if (returned)
        {
            content = content with { Answers = content.Answers with { MetHighRisk = null }, Signature = null };
        }

        var declaration = Declaration.Submit(_office, await db.NextDeclarationNumberAsync(_office, Today), Guid.NewGuid().ToString("N"), content, Clerk, _now, Today);
        db.Declarations.Add(declaration);
        await db.SaveChangesAsync();
        await db.IndexDeclarationAsync(declaration);
        if (awaits)
        {
            return;
        }

        _now = _now.AddMinutes(9);
        var findings = Findings(content, i);
        if (returned)
        {
            declaration.ReturnForCorrection(findings, content.BlankItems(_office.RulesOn(Today).Pass), "第(6)项和签字还空着", declaration.Version, Reviewer, _now, Today);
        }
        else if (findings.AppliedClauses.Count > 0)
        {
            declaration.Refuse(findings, "当面说明，本人知晓", declaration.Version, _office.RulesOn(Today), Reviewer, _now, Today);
        }
        else
        {
            declaration.Approve(findings, declaration.Version, _office.RulesOn(Today), Reviewer, _now, Today);
            await CardAsync(declaration, i, day, fromEnd);
        }
    }

    private async Task CardAsync(Declaration declaration, int i, int day, int fromEnd)
    {
        var previous = await db.Passes.SingleOrDefaultAsync(each => each.PersonKey == declaration.PersonKey && each.IsCurrent);
        if (previous?.IsLive(Today) == true)
        {
            previous.TakeBackForRenewal(_now, Today);
        }

        var pass = HealthPass.Issue(declaration, _office, await db.NextPassNumberAsync(_office), previous, Today);
        await db.SaveChangesAsync();
        db.Passes.Add(pass);
        await db.SaveChangesAsync();
        await db.IndexPassAsync(pass);
        // The last declarations of today are left at different steps.
        if (day == 0 && fromEnd < 23)
        {
            return;
        }

        Print(pass, _now.AddMinutes(2));
        if (day == 0 && fromEnd < 26)
        {
            return;
        }

        Stamp(pass, _now.AddMinutes(4));
        if (day == 0 && fromEnd < 28)
        {
            return;
        }

        pass.HandOver(declaration.Content.Guardian is { } guardian ? $"{guardian.Name.Value}（{guardian.Relation}）" : "本人", _office, _now.AddMinutes(6), Today);
        await db.SaveChangesAsync();
        switch (i % 60)
        {
            case 11:
                pass.Revoke(RefusalClause.CloseContact, "接县疾控中心通知为密切接触者", _now.AddHours(1), Today);
                break;
            case 23 or 47:
                await ReprintAsync(pass, i % 60 == 23);
                break;
        }
    }

    private async Task ReprintAsync(HealthPass pass, bool lost)
    {
        var next = pass.Reprint(lost, lost ? "赶集时丢失" : "洗衣服时洗坏", await db.NextPassNumberAsync(_office), _office, _now.AddHours(2), Today);
        await db.SaveChangesAsync();
        db.Passes.Add(next);
        await db.SaveChangesAsync();
        await db.IndexPassAsync(next);
        Print(next, _now.AddHours(2));
        Stamp(next, _now.AddHours(2));
        next.HandOver("本人", _office, _now.AddHours(2), Today);
    }

    private void Print(HealthPass pass, DateTimeOffset at) =>
        db.PrintRuns.Add(PrintRun.OfOneCard(_office, CardSheet.A6.Product, pass, Clerk, at, Today));

    private void Stamp(HealthPass pass, DateTimeOffset at)
    {
        pass.Stamp(Keeper, _office, at, Today);
        db.SealUses.Add(SealUse.OnCard(pass, false, Clerk, Keeper, at, Today));
    }

    private DeclarationContent Content(DemoMember member, int i)
    {
        var (person, address) = (member.Person, DemoRoster.Address(_office, member.House));
        var travels = i % 5 == 0;
        var child = person.NeedsGuardianOn(Today);
        var old = person.AgeOn(Today) >= 60;
        return new()
        {
            Person = person,
            Phone = member.Phone,
            PhoneOwner = member.PhoneOwner,
            Stays = [new(address, person.BirthDate > Today.AddDays(-200) ? person.BirthDate : Today.AddDays(-200), null)],
            DomicileAddress = member.House % 4 == 0 ? $"{_office.Province}{_office.City}{_office.County}" : address,
            Travel = new()
            {
                Scope = travels ? TravelScope.OutsideProvince : TravelScope.WithinProvince,
                Province = travels ? "陕西省" : _office.Province,
                City = travels ? "西安市" : "吴忠市",
                County = travels ? "碑林区" : "利通区",
                House = "亲戚家",
                On = Today.AddDays(1 + (i % 4)),
                By = travels ? Transport.Train : (Transport)(3 + (i % 2)),
                Ride = travels ? "K1088" : "",
            },
            Answers = new()
            {
                Diagnosed = false,
                CloseContact = i % 37 == 5,
                HadSymptoms = i % 29 == 3,
                LeftNingxia = i % 43 == 9,
                MetHighRisk = false,
                MetFeverish = i % 31 == 4,
                WillReport = true,
                WillKeepAway = i % 19 != 2,
            },
            Signature = old && i % 3 == 0 ? SignatureKind.Thumbprint : SignatureKind.Handwritten,
            SignedOn = Today,
            Guardian = member.Guardian,
            Scribe = old && i % 3 == 0 ? new(PersonName.Restore("王秀兰"), AttendantRole.Scribe, "录入员", null) : null,
            ReadAloud = old && i % 3 == 0,
            SchoolClass = DemoRoster.SchoolClass(person, i, Today),
            Reason = child ? CardReason.Minor : old ? CardReason.Elderly : CardReason.Other,
        };
    }

    private ReviewFindings Findings(DeclarationContent content, int i)
    {
        var feverish = i % 53 == 13;
        var temperature = BodyTemperature.Restore(feverish ? 37.9m : 36.2m + (0.1m * (i % 7)));
        return new()
        {
            Temperature = new(temperature, MeasuringSite.Forehead, "额温枪1号", !feverish, Reviewer, _now),
            LivedHere = content.Answers.LeftNingxia != true,
            UnderIsolation = content.Answers.CloseContact == true,
            LowRiskResidence = true,
            ResidentSince = Today.AddDays(-200),
            ManagedHere = true,
            NeedsToGoOut = true,
            Clauses =
            [
                new(RefusalClause.Patient) { Applies = false },
                new(RefusalClause.CloseContact) { Applies = content.Answers.CloseContact == true, ReleasedOn = content.Answers.CloseContact == true ? Today.AddDays(6) : null },
                new(RefusalClause.Returnee) { Applies = content.Answers.LeftNingxia == true, HappenedOn = content.Answers.LeftNingxia == true ? Today.AddDays(-5) : null },
                new(RefusalClause.HighRiskContact) { Applies = false },
                new(RefusalClause.Symptoms) { Applies = feverish, Symptoms = feverish ? PresentSymptom.Fever : PresentSymptom.None },
            ],
        };
    }
}
