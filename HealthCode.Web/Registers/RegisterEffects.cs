using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Registers;

/// <summary>What the province's rules make of an entry: a ground in the health record, an observation, an official result that was seen. Only of whom the roster knows by his number; nobody is refused anything by it.</summary>
/// <param name="office">The office.</param>
/// <param name="form">The register.</param>
/// <param name="pack">The province's rules.</param>
/// <param name="by">Who keys or changes it.</param>
/// <param name="now">When.</param>
public sealed class RegisterEffects(Office office, RegisterForm form, RulePack pack, StaffMember by, DateTimeOffset now)
{
    private DateOnly Today => BeijingTime.DayOf(now);

    /// <summary>Brings the records of its subject in line with an entry.</summary>
    /// <param name="entry">The entry as it is now.</param>
    /// <param name="formerKey">Whom it was about before; the same when that did not change.</param>
    /// <param name="book">What is kept of both.</param>
    public void Settle(RegisterEntry entry, string? formerKey, RegisterBook book)
    {
        if (formerKey != entry.SubjectKey && book.Find(formerKey) is { } former)
        {
            SettleGround(entry, former, null, book);
            SettleObservation(entry, former, null, book);
        }

        var found = book.Find(entry.SubjectKey);
        OpenFollowUp(entry, found, book);
        if (found is not { } resident)
        {
            return;
        }

        SettleGround(entry, resident, entry.IsValid ? entry.Content.GroundSince(form, entry.On) : null, book);
        SettleObservation(entry, resident, entry.IsValid ? entry.Content as Returnee : null, book);
        if (entry is { IsValid: true, Content: WorkResumption { Result: { } result, ResultSeenOn: { } seenOn } work })
        {
            NoteResult(resident, new(result, OfficialSource.Platform, OfficeClock.StartOf(seenOn), by, work.Consent), book);
        }
    }

    /// <summary>隔离结束: his observation ends with it.</summary>
    public void EndIsolation(RegisterEntry entry, RegisterBook book)
    {
        if (book.Find(entry.SubjectKey) is { } resident && OfReturnee(resident, book) is { } observation)
        {
            observation.Finish(observation.Count(Today) is { IsFull: true } ? new(Today) : new(Today, "", entry.ReferenceIn(form)), Today);
        }
    }

    /// <summary>转回村（居）委会: somebody is to ask after him, known to the roster or not; once for an entry.</summary>
    private void OpenFollowUp(RegisterEntry entry, Resident? resident, RegisterBook book)
    {
        if (entry is { IsValid: true, Content: FeverClinicVisit { IsReferred: true } } && !entry.Former.Any(former => former.Content is FeverClinicVisit { IsReferred: true }))
        {
            book.Open(FollowUp.Open(office.Code, resident?.Id, entry.Content.Name.Value, FollowUpSource.FeverClinic, $"{entry.Number}", $"{entry.ReferenceIn(form)}：医院转回随访", by, now));
        }
    }

    private void SettleGround(RegisterEntry entry, Resident resident, DateOnly? since, RegisterBook book)
    {
        var reference = entry.ReferenceIn(form);
        if (form.Ground is not { } ground || (since is null && book.KeptStatusOf(resident) is null))
        {
            return;
        }

        var status = book.StatusOf(resident);
        foreach (var (index, noted) in status.Grounds.Index().Where(each => each.Item.Holds && each.Item.ToldBy == reference && each.Item.Since != since).ToList())
        {
            status.Withdraw(index, entry.IsValid ? "登记改了" : "登记作废");
        }

        if (since is { } day && !status.Grounds.Any(each => each.Holds && (each.Ground, each.Since) == (ground, day)))
        {
            status.Note(new NotedGround(ground, day, null, reference, by, now), pack, Today);
        }
    }

    private void SettleObservation(RegisterEntry entry, Resident resident, Returnee? returnee, RegisterBook book)
    {
        if (entry.Kind != RegisterKind.Returnees)
        {
            return;
        }

        var isIsolated = returnee?.IsolationFrom is not null && (returnee.IsolationTo is null || returnee.IsolationTo >= Today) && entry.IsolationEndedOn is null;
        var running = OfReturnee(resident, book);
        if (running is not null && running.StartedOn != returnee?.IsolationFrom && running.EnteredAt >= entry.EnteredAt)
        {
            // Began with this entry, which says something else now.
            running.Finish(new(Today, "", entry.ReferenceIn(form) + (entry.IsValid ? "改正" : "作废")), Today);
            running = null;
        }

        if (isIsolated && resident.IsHere && book.ObservationsOf(resident).All(each => each.EndedOn is not null))
        {
            book.Start(Observation.Start(
                resident, returnee!.IsolationPlace.Length > 0 ? ObservationPlace.Central : ObservationPlace.Home, returnee.IsolationFrom!.Value,
                new() { Ground = HealthGround.Returnee, Institution = returnee.IsolationPlace }, book.ObservationsOf(resident), office.RulesOn(Today), by, now));
        }
    }

    private void NoteResult(Resident resident, OfficialResult result, RegisterBook book)
    {
        var status = book.StatusOf(resident);
        if (!status.Official.Any(each => each.SeenAt == result.SeenAt && each.Result == result.Result))
        {
            status.Note(result, pack, now);
        }
    }

    private static Observation? OfReturnee(Resident resident, RegisterBook book) =>
        book.ObservationsOf(resident).FirstOrDefault(each => each.EndedOn is null && each.Details.Ground == HealthGround.Returnee);
}
