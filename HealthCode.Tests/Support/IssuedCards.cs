using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Issues cards for many different people.</summary>
public static class IssuedCards
{
    /// <summary>Issues cards to different people in village groups of this size, by the given or the first office; returns their ids.</summary>
    public static Task<List<long>> IssueAsync(this OfficeServer server, int count, int groupOf = int.MaxValue, int from = 0, string? office = null) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var clock = server.Services.GetRequiredService<OfficeClock>();
        var of = await db.Offices.OrderBy(each => each.Code).FirstAsync(each => office == null || each.Code == office);
        List<long> issued = [];
        for (var i = from; i < from + count; i++)
        {
            var pass = await IssueAsync(db, of, clock, Resident(i), $"宁夏回族自治区银川市兴庆区样例街道样例村{1 + (i / groupOf)}组{1 + (i % groupOf)}号");
            issued.Add(pass.Id);
            // Otherwise every save would search all entities added so far for changes.
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.Attach(of);
        }

        return issued;
    }));

    /// <summary>Prints, stamps and hands over cards, so that they are valid at a checkpoint.</summary>
    public static Task HandOverAsync(this OfficeServer server, params IReadOnlyList<long> ids) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var clock = server.Services.GetRequiredService<OfficeClock>();
        var offices = await db.Offices.ToDictionaryAsync(office => office.Code);
        foreach (var pass in await db.Passes.Where(pass => ids.Contains(pass.Id)).ToListAsync())
        {
            pass.Print(offices[pass.OfficeCode], clock.Now, clock.Today);
            pass.Stamp(LawfulCase.Reviewer, offices[pass.OfficeCode], clock.Now, clock.Today);
            pass.HandOver("本人", offices[pass.OfficeCode], clock.Now, clock.Today);
        }
    }));

    /// <summary>Returns the text of the QR code on the back of a card.</summary>
    public static Task<string> CodeAsync(this OfficeServer server, long id) => server.InDbAsync(async db =>
    {
        var pass = await db.Passes.SingleAsync(each => each.Id == id);
        var sign = await server.Services.GetRequiredService<SigningKeyStore>().SignerAsync(db, await db.Offices.SingleAsync(office => office.Code == pass.OfficeCode));
        return sign(pass);
    });

    private static async Task<HealthPass> IssueAsync(OfficeDb db, Office office, OfficeClock clock, Person resident, string address)
    {
        var content = LawfulCase.Form with { Person = resident, Stays = [LawfulCase.Form.Stays[0] with { Address = address }], SignedOn = clock.Today };
        var declaration = Declaration.Submit(office, await db.NextDeclarationNumberAsync(office, clock.Today), Guid.NewGuid().ToString("n"), content, LawfulCase.Clerk, clock.Now, clock.Today);
        db.Declarations.Add(declaration);
        await db.SaveChangesAsync();
        declaration.Approve(LawfulCase.NothingFound, 1, office.RulesOn(clock.Today), LawfulCase.Reviewer, clock.Now, clock.Today);
        return await db.IssuePassAsync(declaration, office, false, clock);
    }

    private static Person Resident(int i)
    {
        var birth = new DateOnly(1940, 1, 1).AddDays(i);
        var body = string.Create(CultureInfo.InvariantCulture, $"640104{birth:yyyyMMdd}{1 + (2 * (i % 400)):000}");
        return new(PersonName.Restore("马" + "德福寿喜安平康宁乐"[i % 9] + "山海川江河湖"[i % 6]), Sex.Male, birth, IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, body + CheckCharacter.Mod11Radix2(body), null, false));
    }
}
