using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Registers;

/// <summary>What the province's rules make of an entry: a ground in the health record, an observation, an official result that was seen, somebody to ask after. Only of whom the roster knows by
/// his number; nobody is refused anything by it. What an entry made bears its reference, and is taken back when the entry says something else.</summary>
/// <param name="office">The office.</param>
/// <param name="form">The register.</param>
/// <param name="pack">The province's rules.</param>
/// <param name="by">Who keys or changes it.</param>
/// <param name="now">When.</param>
public sealed class RegisterEffects(Office office, RegisterForm form, RulePack pack, StaffMember by, DateTimeOffset now)
{
    private DateOnly Today => BeijingTime.DayOf(now);

    /// <summary>Settles the entries of people who are in the roster only now, or under another number.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="office">The office.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="by">Who entered them.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    public static async Task CatchUpAsync(OfficeDb db, Office office, IReadOnlyCollection<string> keys, StaffMember by, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var pack = office.RulesOn(BeijingTime.DayOf(now));
        foreach (var form in keys.Count == 0 ? [] : pack.Registers)
        {
            var entries = await db.RegisterEntries.AsNoTracking().Where(entry => entry.OfficeCode == office.Code && entry.Kind == form.Kind && entry.VoidedOn == null && EF.Parameter(keys).Contains(entry.SubjectKey!)).ToListAsync(cancellationToken);
            if (entries.Count == 0)
            {
                continue;
            }

            var book = await RegisterBook.OpenAsync(db, office, form.Kind, keys, [], [.. entries.Select(entry => entry.Number)], cancellationToken);
            foreach (var entry in entries.Where(entry => book.Find(entry.SubjectKey) is { } resident && IsNamed(entry.Content, resident)))
            {
                new RegisterEffects(office, form, pack, by, now).Settle(entry, entry.SubjectKey, book);
            }

            book.AddRecords(db);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Brings the records of its subject in line with an entry.</summary>
    /// <param name="entry">The entry as it is now.</param>
    /// <param name="formerKey">Whom it was about before; the same when that did not change.</param>
    /// <param name="book">What is kept of both.</param>
    public void Settle(RegisterEntry entry, string? formerKey, RegisterBook book)
    {
        var resident = book.Find(entry.SubjectKey);
        if (book.Find(formerKey) is { } former && former.Id != resident?.Id)
        {
            SettleGround(entry, former, null, book);
            SettleObservation(entry, former, null, book);
            SettleResult(entry, former, null, book);
        }

        SettleFollowUp(entry, resident, book);
        if (resident is not null)
        {
            SettleGround(entry, resident, entry.IsValid ? entry.Content.GroundSince(form, entry.On) : null, book);
            SettleObservation(entry, resident, entry.IsValid ? entry.Content as Returnee : null, book);
            SettleResult(entry, resident, entry.IsValid ? entry.Content as WorkResumption : null, book);
        }
    }

    /// <summary>隔离结束: the observation that began with it ends with it.</summary>
    public void EndIsolation(RegisterEntry entry, RegisterBook book)
    {
        if (book.Find(entry.SubjectKey) is { } resident && OwnOf(entry, resident, book) is { } observation)
        {
            observation.Finish(observation.Count(Today) is { IsFull: true } ? new(Today) : new(Today, "", entry.ReferenceIn(form)), Today);
        }
    }

    private static bool IsNamed(RegisterContent content, Resident resident) =>
        content is MedicinePurchase { Patient: { } patient } ? patient.Name.Length == 0 || PersonName.Restore(patient.Name).Key == resident.Person.Name.Key : content.Name.Key == resident.Person.Name.Key;

    /// <summary>转回村（居）委会: somebody is to ask after him, known to the roster or not; once for a person.</summary>
    private void SettleFollowUp(RegisterEntry entry, Resident? resident, RegisterBook book)
    {
        if (entry.Kind != RegisterKind.FeverClinic)
        {
            return;
        }

        var isReferred = entry is { IsValid: true, Content: FeverClinicVisit { IsReferred: true } };
        var (reference, name) = (entry.ReferenceIn(form), entry.Content.Name.Value);
        bool IsHis(FollowUp task) => task.ResidentId == resident?.Id && (resident is not null || task.Who == name);
        foreach (var task in book.FollowUpsOf(entry).Where(task => task.IsOpen && !(isReferred && IsHis(task))))
        {
            task.Close(reference + (!entry.IsValid ? "作废" : isReferred ? "改了人" : "改为不用随访"), by, now);
        }

        if (isReferred && !book.FollowUpsOf(entry).Any(IsHis))
        {
            book.Open(FollowUp.Open(office.Code, resident?.Id, name, FollowUpSource.FeverClinic, $"{entry.Number}", $"{reference}：医院转回随访", by, now));
        }
    }

    private void SettleGround(RegisterEntry entry, Resident resident, DateOnly? since, RegisterBook book)
    {
        if (form.Ground is not { } ground || (since is null && book.KeptStatusOf(resident) is null))
        {
            return;
        }

        var (status, reference) = (book.StatusOf(resident), entry.ReferenceIn(form));
        foreach (var (index, _) in status.Grounds.Index().Where(each => each.Item.Holds && each.Item.Reference == reference && each.Item.Since != since).ToList())
        {
            status.Withdraw(index, entry.IsValid ? "登记改了" : "登记作废");
        }

        if (since is { } day && !status.Grounds.Any(each => each.Holds && each.Reference == reference))
        {
            status.Note(new NotedGround(ground, day, null, reference, by, now, Reference: reference), pack, Today);
        }
    }

    private void SettleObservation(RegisterEntry entry, Resident resident, Returnee? returnee, RegisterBook book)
    {
        if (entry.Kind != RegisterKind.Returnees)
        {
            return;
        }

        var own = OwnOf(entry, resident, book);
        if (own is not null && (entry.IsolationEndedOn is not null || own.StartedOn != returnee?.IsolationFrom))
        {
            own.Finish(new(Today, "", entry.ReferenceIn(form) + (entry.IsValid ? "改正" : "作废")), Today);
            own = null;
        }

        if (returnee?.IsolationFrom is not { } from)
        {
            return;
        }

        var (place, institution) = (returnee.IsolationPlace.Length > 0 ? ObservationPlace.Central : ObservationPlace.Home, returnee.IsolationPlace);
        if (own is not null && (own.Place, own.Details.Institution) != (place, institution))
        {
            own.Move(place, institution);
        }

        if (own is null && entry.IsolationEndedOn is null && !(returnee.IsolationTo < Today) && resident.IsHere && book.ObservationsOf(resident).All(each => each.EndedOn is not null))
        {
            book.Start(Observation.Start(
                resident, place, from, new() { Ground = HealthGround.Returnee, Institution = institution, Source = entry.ReferenceIn(form) }, book.ObservationsOf(resident), office.RulesOn(Today), by, now));
        }
    }

    private void SettleResult(RegisterEntry entry, Resident resident, WorkResumption? work, RegisterBook book)
    {
        var reference = entry.ReferenceIn(form);
        OfficialResult? said = work is { Result: { } result, ResultSeenOn: { } seenOn } ? new(result, OfficialSource.Platform, OfficeClock.StartOf(seenOn), by, work.Consent, reference) : null;
        if (entry.Kind != RegisterKind.Work || (said is null && book.KeptStatusOf(resident) is null))
        {
            return;
        }

        var status = book.StatusOf(resident);
        var noted = status.Official.Where(each => each.Reference == reference).ToList();
        if (noted.Count == (said is null ? 0 : 1) && noted.All(each => (each.Result, each.SeenAt) == (said!.Result, said.SeenAt)))
        {
            return;
        }

        status.TakeBackOfficial(reference, pack);
        if (said is not null)
        {
            status.Note(said, pack, now);
        }
    }

    private Observation? OwnOf(RegisterEntry entry, Resident resident, RegisterBook book) =>
        book.ObservationsOf(resident).FirstOrDefault(each => each.EndedOn is null && each.Details.Source == entry.ReferenceIn(form));
}
