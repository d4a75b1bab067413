using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Registers;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例台账 — six people who came back: isolated, isolated until today, not isolated, told already.</summary>
public sealed class DemoRegisters(OfficeDb db, OfficeClock clock, StaffMember clerk)
{
    // Days since the arrival, and since the isolation began.
    private static readonly (int Arrived, int? Isolated)[] Returns = [(3, 3), (9, 8), (14, 14), (15, 15), (5, null), (2, null)];

    /// <summary>Adds the sample data; call inside a transaction, after the residents are saved.</summary>
    public async Task FillAsync(Office office)
    {
        var pack = office.RulesOn(clock.Today);
        if (pack.Register(RegisterKind.Returnees) is not { } form)
        {
            return;
        }

        var people = (await db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == office.Code && !db.Observations.Any(each => each.ResidentId == resident.Id)).OrderByDescending(resident => resident.Id).Take(60).ToListAsync())
            .Where(resident => resident.Person.Document is { Kind: IdentityDocumentKind.ResidentIdCard, SavedDespiteFault: false }).Take(Returns.Length).ToList();
        var book = await RegisterBook.OpenAsync(db, office, form.Kind, [.. people.Select(resident => resident.PersonKey)], [], []);
        List<RegisterEntry> entries = [];
        foreach (var ((arrived, isolated), resident) in Returns.Zip(people))
        {
            var content = new Returnee
            {
                Name = resident.Person.Name, Document = resident.Person.Document, Address = resident.Address, ArrivedOn = clock.Today.AddDays(-arrived), IsolationFrom = isolated is { } days ? clock.Today.AddDays(-days) : null,
            };
            entries.Add(book.Key(office, form, pack, await db.NextEntryNumberAsync(office, form.Kind), new(content.ArrivedOn.Value, null, null), content, clerk, clock.Now));
        }

        book.AddRecords(db);
        db.RegisterEntries.AddRange(entries);
        await db.SaveChangesAsync();
        await db.IndexEntriesAsync(office.Code, entries, areNew: true);
    }
}
