using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Registers;

/// <summary>What the office keeps of the people on some slips, each kind read once: for one slip at the desk and for the thousands of a sheet alike. People are found by their number, never by name.</summary>
public sealed class RegisterBook
{
    private readonly Dictionary<string, Resident> _residents;
    private readonly Dictionary<long, HealthStatus> _statuses;
    private readonly ILookup<long, Observation> _observations;
    private readonly List<Observation> _started = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly Dictionary<object, List<RegisterEntry>> _entries = [];

    private RegisterBook(Dictionary<string, Resident> residents, IEnumerable<HealthStatus> statuses, IEnumerable<Observation> observations, List<RegisterEntry> entries)
    {
        _residents = residents;
        _statuses = statuses.ToDictionary(status => status.ResidentId);
        _observations = observations.ToLookup(observation => observation.ResidentId);
        entries.ForEach(Add);
    }

    /// <summary>Adds new health records, the observations that began and the follow-ups that were opened to the database; the caller saves.</summary>
    public void AddRecords(OfficeDb db)
    {
        db.HealthStatuses.AddRange(_statuses.Values.Where(status => status.Id == 0));
        db.Observations.AddRange(_started);
        db.FollowUps.AddRange(_followUps);
    }

    /// <summary>Reads it for these slips.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="office">The office.</param>
    /// <param name="kind">The register.</param>
    /// <param name="keys">Keys of the people on the slips.</param>
    /// <param name="slips">The slips.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    public static async Task<RegisterBook> OpenAsync(
        OfficeDb db, Office office, RegisterKind kind, IReadOnlyCollection<string> keys, IReadOnlyCollection<Slip> slips, CancellationToken cancellationToken = default)
    {
        var (wanted, days) = (keys.Distinct().ToList(), slips.Select(slip => slip.On).Distinct().ToList());
        var numbers = slips.Select(slip => slip.Number).Where(number => number is not null).Distinct().ToList();
        var found = await db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == office.Code && EF.Parameter(wanted).Contains(resident.PersonKey)).ToListAsync(cancellationToken);
        var kept = found.Where(resident => resident.MergedInto is not null).Select(resident => resident.MergedInto!.Value).ToList();
        var survivors = kept.Count == 0 ? [] : await db.Residents.AsNoTracking().Where(resident => kept.Contains(resident.Id)).ToDictionaryAsync(resident => resident.Id, cancellationToken);
        var residents = found.ToDictionary(resident => resident.PersonKey, resident => resident.MergedInto is { } id ? survivors[id] : resident);
        var ids = residents.Values.Select(resident => resident.Id).Distinct().ToList();
        var entries = db.RegisterEntries.AsNoTracking().Where(entry => entry.OfficeCode == office.Code && entry.Kind == kind && entry.VoidedOn == null);
        List<RegisterEntry> earlier =
        [
            .. await entries.Where(entry => EF.Parameter(wanted).Contains(entry.PersonKey!)).ToListAsync(cancellationToken),
            .. await entries.Where(entry => entry.PersonKey == null && EF.Parameter(days).Contains(entry.On)).ToListAsync(cancellationToken),
            .. numbers.Count == 0 ? [] : await entries.Where(entry => EF.Parameter(numbers).Contains(entry.SlipNumber)).ToListAsync(cancellationToken),
        ];
        return new(
            residents,
            await db.HealthStatuses.Where(status => EF.Parameter(ids).Contains(status.ResidentId)).ToListAsync(cancellationToken),
            await db.Observations.Where(observation => EF.Parameter(ids).Contains(observation.ResidentId)).CurrentFirst().ToListAsync(cancellationToken),
            [.. earlier.DistinctBy(entry => entry.Id)]);
    }

    /// <summary>The resident with this key; null when the roster has none.</summary>
    public Resident? Find(string? key) => key is not null && _residents.TryGetValue(key, out var resident) ? resident : null;

    /// <summary>Earlier entries that a slip may repeat: of the same person, of the same day where nobody has a number, and with the same number of the slip.</summary>
    public IReadOnlyList<RegisterEntry> Earlier(RegisterContent content, Slip slip) =>
        [.. Marks(content.PersonKey, slip).SelectMany(mark => _entries.GetValueOrDefault(mark) ?? []).DistinctBy(entry => entry.Number)];

    private void Add(RegisterEntry entry)
    {
        foreach (var mark in Marks(entry.PersonKey, entry.ToSlip()))
        {
            if (!_entries.TryGetValue(mark, out var found))
            {
                _entries[mark] = found = [];
            }

            found.Add(entry);
        }
    }

    /// <summary>His health record; a new one where nothing was kept.</summary>
    public HealthStatus StatusOf(Resident resident) => _statuses.TryGetValue(resident.Id, out var status) ? status : _statuses[resident.Id] = HealthStatus.Of(resident);

    /// <summary>His health record; null where nothing is kept.</summary>
    public HealthStatus? KeptStatusOf(Resident resident) => _statuses.GetValueOrDefault(resident.Id);

    /// <summary>His observations, the one that goes on first.</summary>
    public IReadOnlyList<Observation> ObservationsOf(Resident resident) => [.. _started.Where(each => each.ResidentId == resident.Id), .. _observations[resident.Id]];

    /// <summary>Begins an observation.</summary>
    public void Start(Observation observation) => _started.Add(observation);

    /// <summary>Opens a follow-up.</summary>
    public void Open(FollowUp followUp) => _followUps.Add(followUp);

    /// <summary>Keys a slip against what is kept of its people; the caller saves.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RegisterEntry.Key"/>; the number is another name's in the roster.</exception>
    public RegisterEntry Key(Office office, RegisterForm form, RulePack pack, int number, Slip slip, RegisterContent content, StaffMember by, DateTimeOffset now)
    {
        var entry = RegisterEntry.Key(office, number, slip, Complete(content), Earlier(content, slip), pack, by, now);
        new RegisterEffects(office, form, pack, by, now).Settle(entry, entry.SubjectKey, this);
        Add(entry);
        return entry;
    }

    /// <summary>What the roster knows of who is on the slip stands for what the slip leaves blank; a number belongs to one name.</summary>
    /// <exception cref="RuleBrokenException">The number is another name's in the roster.</exception>
    public RegisterContent Complete(RegisterContent content)
    {
        if (content is MedicinePurchase { Patient: { Name.Length: > 0 } patient } && Find(content.SubjectKey) is { } known)
        {
            RequireName(known, PersonName.Restore(patient.Name), RegisterField.PatientNumber);
        }

        if (Find(content.PersonKey) is not { } resident)
        {
            return content;
        }

        RequireName(resident, content.Name, RegisterField.DocumentNumber);
        return content with { Phone = content.Phone ?? resident.Phone, Address = content.Address.Length > 0 ? content.Address : resident.Address };
    }

    private static IEnumerable<object> Marks(string? personKey, Slip slip) => slip.Number is { } number ? [personKey ?? (object)slip.On, number] : [personKey ?? (object)slip.On];

    private static void RequireName(Resident resident, PersonName name, RegisterField field) =>
        RuleBrokenException.ThrowIfAny(resident.Person.Name.Key == name.Key ? [] : [RosterRules.NumberIsOnesOwn.Broken($"{resident.Person.Name.Masked}。", field)]);
}
