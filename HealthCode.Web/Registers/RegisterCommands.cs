using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Registers;

/// <summary>台账的录入 — keys, corrects and voids entries, each in one transaction with what follows from it. A sheet comes in by <c>Imports</c>, by the same rules.</summary>
public sealed class RegisterCommands(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private StaffMember By => currentUser.Staff!;

    /// <summary>Keys a row of the grid.</summary>
    /// <returns>What is wrong with it, field by field; empty when it was saved.</returns>
    public async Task<IReadOnlyList<FieldFault<Field>>> TryKeyAsync(Office office, RegisterForm form, RegisterCells cells, long? facilityId)
    {
        FieldFaults<Field> faults = [];
        if (RegisterReader.Read(form, office.RulesOn(clock.Today), cells, facilityId, faults, clock.Today, clock.Today) is not { } read)
        {
            return [.. faults];
        }

        try
        {
            await KeyAsync(office, form, read.Slip, read.Content);
            return [];
        }
        catch (RuleBrokenException broken)
        {
            faults.Add(broken.Breaches, field => field);
            return [.. faults];
        }
    }

    /// <summary>Keys a slip.</summary>
    /// <returns>The key of the entry.</returns>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.Key"/>; the number is another name's in the roster.</exception>
    public Task<long> KeyAsync(Office office, RegisterForm form, Slip slip, RegisterContent content) => db.ChangeAsync(office, async () =>
    {
        var pack = office.RulesOn(clock.Today);
        await RequireFacilityAsync(office, form.Kind, slip.FacilityId);
        var book = await BookAsync(office, form.Kind, [slip], [], content);
        var entry = book.Key(office, form, pack, await db.NextEntryNumberAsync(office, form.Kind), slip, content, By, clock.Now);
        db.RegisterEntries.Add(entry);
        await SaveAsync(book);
        await db.IndexEntriesAsync(office.Code, [entry], areNew: true);
        return entry.Id;
    });

    /// <summary>改正.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.Correct"/>.</exception>
    public Task CorrectAsync(Office office, RegisterForm form, long id, int version, Slip slip, RegisterContent content, string reason) => ChangeAsync(office, form, id, [slip], content, (entry, pack, book) =>
        entry.Correct(version, slip, book.Complete(content), reason, book.Earlier(content, slip), pack, By, clock.Now));

    /// <summary>到了.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.Arrive"/>.</exception>
    public Task ArriveAsync(Office office, RegisterForm form, long id, DateOnly on, DateOnly? isolationFrom, DateOnly? isolationTo, string isolationPlace) => ChangeAsync(office, form, id, [], null, (entry, pack, _) =>
        entry.Arrive(on, isolationFrom, isolationTo, isolationPlace, pack, By, clock.Now));

    /// <summary>隔离结束.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.EndIsolation"/>.</exception>
    public Task EndIsolationAsync(Office office, RegisterForm form, long id) => ChangeAsync(office, form, id, [], null, (entry, pack, book) =>
    {
        entry.EndIsolation(clock.Today);
        Effects(office, form, pack).EndIsolation(entry, book);
    });

    /// <summary>撤回隔离结束.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.ResumeIsolation"/>.</exception>
    public Task ResumeIsolationAsync(Office office, RegisterForm form, long id) => ChangeAsync(office, form, id, [], null, (entry, pack, _) => entry.ResumeIsolation(pack, By, clock.Now));

    /// <summary>问不到患者.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.LeavePatientUnknown"/>.</exception>
    public Task LeavePatientUnknownAsync(Office office, RegisterForm form, long id, string words) => ChangeAsync(office, form, id, [], null, (entry, pack, _) => entry.LeavePatientUnknown(words, pack, By, clock.Now));

    /// <summary>核实患者.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.IdentifyPatient"/>; the number is another name's in the roster.</exception>
    public Task IdentifyPatientAsync(Office office, RegisterForm form, long id, IdentityDocument document) => ChangeAsync(office, form, id, [], null, (entry, pack, book) =>
    {
        entry.IdentifyPatient(document, pack, By, clock.Now);
        book.Complete(entry.Content);
    }, document.Key);

    /// <summary>作废.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.Void"/>.</exception>
    public Task VoidAsync(Office office, RegisterForm form, long id, int version, string reason) => ChangeAsync(office, form, id, [], null, (entry, _, _) => entry.Void(version, reason, By, clock.Now));

    private Task ChangeAsync(Office office, RegisterForm form, long id, IReadOnlyList<Slip> slips, RegisterContent? content, Action<RegisterEntry, RulePack, RegisterBook> change, string? otherKey = null) =>
        db.ChangeAsync(office, async () =>
        {
            var entry = await db.RegisterEntries.SingleAsync(each => each.Id == id && each.OfficeCode == office.Code && each.Kind == form.Kind);
            var (pack, former) = (office.RulesOn(clock.Today), entry.SubjectKey);
            await RequireFacilityAsync(office, form.Kind, slips.Select(slip => slip.FacilityId).FirstOrDefault(facility => facility != entry.FacilityId));
            var book = await BookAsync(office, form.Kind, slips, [entry.Number], content ?? entry.Content, former, otherKey);
            change(entry, pack, book);
            Effects(office, form, pack).Settle(entry, former, book);
            await SaveAsync(book);
            await db.IndexEntriesAsync(office.Code, [entry]);
        });

    private RegisterEffects Effects(Office office, RegisterForm form, RulePack pack) => new(office, form, pack, By, clock.Now);

    private Task<RegisterBook> BookAsync(Office office, RegisterKind kind, IReadOnlyList<Slip> slips, IReadOnlyList<int> changed, RegisterContent content, params string?[] others) =>
        RegisterBook.OpenAsync(db, office, kind, [.. new[] { content.PersonKey, content.SubjectKey }.Concat(others).OfType<string>()], slips, changed);

    private async Task RequireFacilityAsync(Office office, RegisterKind kind, long? facilityId)
    {
        if (facilityId is { } id)
        {
            RegisterRules.FacilityUsed.Require(await db.Facilities.AnyAsync(facility => facility.Id == id && facility.OfficeCode == office.Code && facility.Kind == kind && facility.ClosedOn == null));
        }
    }

    private async Task SaveAsync(RegisterBook book)
    {
        book.AddRecords(db);
        await db.SaveChangesAsync();
    }
}
