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
    private readonly IReadOnlyDictionary<string, Resident> _residents;
    private readonly Dictionary<long, HealthStatus> _statuses;
    private readonly ILookup<long, Observation> _observations;
    private readonly List<Observation> _started = [];
    private readonly List<FollowUp> _opened = [];
    private readonly ILookup<string, FollowUp> _followUps;
    private readonly Dictionary<object, List<RegisterEntry>> _entries = [];

    private RegisterBook(IReadOnlyDictionary<string, Resident> residents, IEnumerable<HealthStatus> statuses, IEnumerable<Observation> observations, List<RegisterEntry> entries, IEnumerable<FollowUp> followUps)
    {
        _residents = residents;
        _statuses = statuses.ToDictionary(status => status.ResidentId);
        _observations = observations.ToLookup(observation => observation.ResidentId);
        entries.ForEach(Add);
        _followUps = followUps.ToLookup(followUp => followUp.SourceNumber);
    }

    /// <summary>Adds new health records, the observations that began and the follow-ups that were opened to the database; the caller saves.</summary>
    public void AddRecords(OfficeDb db)
    {
        db.HealthStatuses.AddRange(_statuses.Values.Where(status => status.Id == 0));
        db.Observations.AddRange(_started);
        db.FollowUps.AddRange(_opened);
    }

    /// <summary>Reads it for these slips.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="office">The office.</param>
    /// <param name="kind">The register.</param>
    /// <param name="keys">Keys of the people on the slips.</param>
    /// <param name="slips">The slips.</param>
    /// <param name="changed">Numbers of entries that are changed, whose follow-ups may change with them.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    public static async Task<RegisterBook> OpenAsync(
        OfficeDb db, Office office, RegisterKind kind, IReadOnlyCollection<string> keys, IReadOnlyCollection<Slip> slips, IReadOnlyCollection<int> changed, CancellationToken cancellationToken = default)
    {
        var (wanted, days) = (keys.Distinct().ToList(), slips.Select(slip => slip.On).Distinct().ToList());
        var numbers = slips.Select(slip => slip.Number).Where(number => number is not null).Distinct().ToList();
        var residents = await db.ResidentsByKeyAsync([office.Code], wanted, cancellationToken);
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
            [.. earlier.DistinctBy(entry => entry.Id)],
            kind != RegisterKind.FeverClinic || changed.Count == 0 ? [] : await FollowUpsAsync(db, office, changed, cancellationToken));
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

    /// <summary>Follow-ups that an entry of the clinic has opened, the closed ones among them.</summary>
    public IEnumerable<FollowUp> FollowUpsOf(RegisterEntry entry) => [.. _followUps[$"{entry.Number}"], .. _opened.Where(each => each.SourceNumber == $"{entry.Number}")];

    /// <summary>Opens a follow-up.</summary>
    public void Open(FollowUp followUp) => _opened.Add(followUp);

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

    private static Task<List<FollowUp>> FollowUpsAsync(OfficeDb db, Office office, IReadOnlyCollection<int> changed, CancellationToken cancellationToken)
    {
        var numbers = changed.Select(number => $"{number}").ToList();
        return db.FollowUps.Where(each => each.OfficeCode == office.Code && each.Source == FollowUpSource.FeverClinic && EF.Parameter(numbers).Contains(each.SourceNumber)).ToListAsync(cancellationToken);
    }

    private static IEnumerable<object> Marks(string? personKey, Slip slip) => slip.Number is { } number ? [personKey ?? (object)slip.On, number] : [personKey ?? (object)slip.On];

    private static void RequireName(Resident resident, PersonName name, RegisterField field) =>
        RuleBrokenException.ThrowIfAny(resident.Person.Name.Key == name.Key ? [] : [RosterRules.NumberIsOnesOwn.Broken($"{resident.Person.Name.Masked}。", field)]);
}
