using System.Text.RegularExpressions;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

/// <summary>居民 — one resident of the office, according to the latest imported sheets and what the desk corrected since. Each change keeps what stood there before.</summary>
public sealed partial class Resident
{
    /// <summary>Characters of a reason and of where somebody moved to.</summary>
    public const int LongestReason = 60;

    private Resident(string officeCode)
    {
        (OfficeCode, Person, Address, HouseholdNumber) = (officeCode, null!, "", "");
        (RelationToHead, VillageGroup, School, SchoolClass, Note) = ("", "", "", "", "");
        (State, Version) = (ResidentState.Here, 1);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>姓名、性别、出生日期、证件.</summary>
    public Person Person { get; private set; }

    /// <summary>Identifies the person, see <c>Person.Key</c>; unique within a roster.</summary>
    public string PersonKey
    {
        get => Person.Key;
        // Stored in its own column as a hash, so that the database can enforce uniqueness; the stored value cannot be converted back.
        private set { }
    }

    /// <summary>电话.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>住址.</summary>
    public string Address { get; private set; }

    /// <summary>户号.</summary>
    public string HouseholdNumber { get; private set; }

    /// <summary>与户主关系.</summary>
    public string RelationToHead { get; private set; }

    /// <summary>村民小组, e.g. 3组.</summary>
    public string VillageGroup { get; private set; }

    /// <summary>网格员.</summary>
    public GridWorker? GridWorker { get; private set; }

    /// <summary>学校.</summary>
    public string School { get; private set; }

    /// <summary>班级.</summary>
    public string SchoolClass { get; private set; }

    /// <summary>监护人, for a child.</summary>
    public Attendant? Guardian { get; private set; }

    /// <summary>有无智能手机; null if unknown.</summary>
    public bool? HasSmartphone { get; private set; }

    /// <summary>备注.</summary>
    public string Note { get; private set; }

    /// <summary>独居、残疾、卧床.</summary>
    public CareNeeds CareNeeds { get; private set; }

    /// <summary>Year of birth, stored beside the encrypted person for finding the old and the young.</summary>
    public int BirthYear
    {
        get => Person.BirthDate.Year;
        private set { }
    }

    /// <summary>拼音首字母 of the name, for sorting.</summary>
    public string Initials
    {
        get => PinyinInitials.Of(Person.Name.Value) is [var usual, ..] ? usual : "";
        private set { }
    }

    /// <summary>Group and household number with their figures padded, for sorting: 3组 before 10组.</summary>
    public string SortKey
    {
        get => $"{Padded(VillageGroup)}|{Padded(HouseholdNumber)}";
        private set { }
    }

    /// <summary>在村, 迁出, 去世, 已合并.</summary>
    public ResidentState State { get; private set; }

    /// <summary>The day the office entered him; null for entries older than this column.</summary>
    public DateOnly? EnteredOn { get; private set; }

    /// <summary>The day he moved away or died; null while he is here.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The entry that this one is a double of; null when it is none.</summary>
    public long? MergedInto { get; private set; }

    /// <summary>第几版, from 1; every change adds one and leaves a <see cref="ResidentVersion"/>.</summary>
    public int Version { get; private set; }

    /// <summary>The day the office learned that he has the official code; null while it does not know. Its value is not kept here.</summary>
    public DateOnly? CodeKnownOn { get; private set; }

    /// <summary>From whom the office knows of the code.</summary>
    public CodeSource? CodeKnownFrom { get; private set; }

    /// <summary>帮助注册的人; null when nobody had to help (联防联控机制综发〔2020〕123号 问题).</summary>
    public string? CodeHelper { get; private set; }

    /// <summary>Still belongs to the roster.</summary>
    public bool IsHere => State == ResidentState.Here;

    /// <summary>登记 — creates a resident who was not in the office's roster.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="RosterRules.Validate"/>.</exception>
    public static Resident Enter(Office office, RosterLine line, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(RosterRules.Validate(line, today));

        var resident = new Resident(office.Code) { EnteredOn = today };
        resident.Apply(line);
        return resident;
    }

    /// <summary>更新 — updates from a newer line of the same person. Blank values change nothing: a school's list has no households.</summary>
    /// <param name="line">The newer line.</param>
    /// <param name="reason">Where it comes from, e.g. 导入名册.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <returns>What stood there before; null when nothing changes.</returns>
    /// <exception cref="RuleBrokenException">See <see cref="RosterRules.Validate"/>.</exception>
    /// <exception cref="ArgumentException">The line is of another person.</exception>
    public ResidentVersion? Update(RosterLine line, string reason, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        if (line.Person.Key != PersonKey)
        {
            throw new ArgumentException("the line of another person", nameof(line));
        }

        RuleBrokenException.ThrowIfAny(RosterRules.Validate(line, today));

        var former = ResidentVersion.Of(this, reason, by, now);
        Apply(line);
        if (former.Content == ToLine())
        {
            return null;
        }

        Version++;
        return former;
    }

    /// <summary>Whether nobody has changed him since he was read.</summary>
    /// <exception cref="RuleBrokenException">Somebody has.</exception>
    public void RequireVersion(int version) => RosterRules.NotChangedMeanwhile.Require(version == Version);

    /// <summary>改正 — replaces everything; what the line leaves blank becomes blank.</summary>
    /// <param name="line">The corrected line; may be of another name or number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="household">The other residents of the household the line names.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <returns>What stood there before.</returns>
    /// <exception cref="RuleBrokenException">No reason; see <see cref="RosterRules.Validate"/> and <see cref="RosterRules.ValidateHousehold"/>.</exception>
    public ResidentVersion Correct(RosterLine line, string reason, IReadOnlyList<Resident> household, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. RosterRules.Validate(line, today), .. JoinsOrHeads(line) ? RosterRules.ValidateHousehold(line, [.. household.Where(other => other != this)]) : [],
            .. reason.Length == 0 ? [RosterRules.ChangeHasReason.Broken(field: RosterField.Reason)] : Array.Empty<Breach>(),
        ]);

        var former = Change(reason, by, now);
        (Person, Phone, Address, VillageGroup, Note) = (line.Person, line.Phone, line.Address, line.VillageGroup, line.Note);
        (HouseholdNumber, RelationToHead, School, SchoolClass) = (line.HouseholdNumber, line.RelationToHead, line.School, line.SchoolClass);
        (GridWorker, Guardian, HasSmartphone, CareNeeds) = (line.GridWorker, line.Guardian, line.HasSmartphone, line.CareNeeds ?? CareNeeds.None);
        return former;
    }

    /// <summary>迁出、去世. Moving away changes no card; the card of the dead is taken back, see <c>HealthPass.TakeBackFromTheDead</c>.</summary>
    /// <param name="state">迁出 or 去世.</param>
    /// <param name="on">Since when.</param>
    /// <param name="words">Where to, or who told; may be empty.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <returns>What stood there before.</returns>
    /// <exception cref="RuleBrokenException">Has left already; in the future; before his birth.</exception>
    public ResidentVersion Leave(ResidentState state, DateOnly on, string words, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        if (state is not (ResidentState.MovedAway or ResidentState.Died))
        {
            throw new ArgumentOutOfRangeException(nameof(state));
        }

        RosterRules.IsHere.Require(IsHere, State.ChineseName() + "。");
        RuleBrokenException.ThrowIfAny(on > today || on < Person.BirthDate ? [RosterRules.LeftInTime.Broken(field: RosterField.LeftOn)] : []);

        var former = Change($"{state.ChineseName()}，{on.Chinese()}{(words.Length > 0 ? "，" + words : "")}", by, now);
        (State, LeftOn) = (state, on);
        return former;
    }

    /// <summary>迁回 — he lives here again, or had never left.</summary>
    /// <returns>What stood there before.</returns>
    /// <exception cref="RuleBrokenException">He is here; merged; no reason.</exception>
    public ResidentVersion Return(string reason, StaffMember by, DateTimeOffset now)
    {
        RosterRules.HasLeft.Require(State is ResidentState.MovedAway or ResidentState.Died);
        RuleBrokenException.ThrowIfAny(reason.Length == 0 ? [RosterRules.ChangeHasReason.Broken(field: RosterField.Reason)] : []);

        var former = Change("恢复，" + reason, by, now);
        (State, LeftOn) = (ResidentState.Here, null);
        return former;
    }

    /// <summary>合并 — this entry is a double of another one, which stays. Both keep what stood there.</summary>
    /// <param name="kept">The entry that stays.</param>
    /// <param name="line">What it says from now on, chosen from both.</param>
    /// <param name="reason">Why they are one person.</param>
    /// <param name="household">The other residents of the household the line names.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="today">Today.</param>
    /// <returns>What stood in both before.</returns>
    /// <exception cref="RuleBrokenException">One entry; different valid numbers; one has left the roster as a double; no reason.</exception>
    public IReadOnlyList<ResidentVersion> MergeInto(Resident kept, RosterLine line, string reason, IReadOnlyList<Resident> household, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        RosterRules.TwoEntries.Require(kept != this && kept.OfficeCode == OfficeCode);
        RosterRules.NotMergedYet.Require(State != ResidentState.Merged && kept.State != ResidentState.Merged);
        RosterRules.OneNumberEach.Require(!HasOtherNumberThan(kept));
        RuleBrokenException.ThrowIfAny(reason.Length == 0 ? [RosterRules.ChangeHasReason.Broken(field: RosterField.Reason)] : []);

        var merged = Change($"合并到居民 {kept.Id}，{reason}", by, now);
        var former = kept.Correct(line, $"合并居民 {Id}，{reason}", [.. household.Where(other => other != this)], by, now, today);
        if (IsHere)
        {
            (kept.State, kept.LeftOn) = (ResidentState.Here, null);
        }

        (State, MergedInto) = (ResidentState.Merged, kept.Id);
        kept.EnteredOn = new[] { kept.EnteredOn, EnteredOn }.Min();
        if (kept.CodeKnownOn is null)
        {
            (kept.CodeKnownOn, kept.CodeKnownFrom, kept.CodeHelper) = (CodeKnownOn, CodeKnownFrom, CodeHelper);
        }

        return [merged, former];
    }

    /// <summary>记下有码 — the office knows that he has the official code; its value is another matter.</summary>
    /// <exception cref="RuleBrokenException">In the future.</exception>
    public void NoteCode(CodeSource source, DateOnly on, string helper, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(on > today ? [RosterRules.CodeSeenAlready.Broken(field: RosterField.CodeKnownOn)] : []);

        (CodeKnownFrom, CodeKnownOn, CodeHelper) = (source, on, helper.Length > 0 ? helper : null);
    }

    /// <summary>没有码 — what was noted was wrong, or he has lost it.</summary>
    public void DropCode() => (CodeKnownFrom, CodeKnownOn, CodeHelper) = (null, null, null);

    /// <summary>Whether he still lived here on a day.</summary>
    public bool WasHere(DateOnly day) => State != ResidentState.Merged && (LeftOn is not { } left || day <= left);

    /// <summary>What the roster says of him now, as a line.</summary>
    public RosterLine ToLine() => new()
    {
        Person = Person, Phone = Phone, Address = Address, HouseholdNumber = HouseholdNumber, RelationToHead = RelationToHead, VillageGroup = VillageGroup, GridWorker = GridWorker,
        School = School, SchoolClass = SchoolClass, Guardian = Guardian, HasSmartphone = HasSmartphone, CareNeeds = CareNeeds, Note = Note,
    };

    /// <summary>What a half-filled 申报表 says of him: who he is and where he lives, and nothing else.</summary>
    public DeclarationContent ToIdentity() => new()
    {
        Person = Person, Phone = Phone, Guardian = Guardian, VillageGroup = VillageGroup, SchoolClass = School + SchoolClass,
    };

    /// <summary>Whether both have a number that can be right, and not the same one.</summary>
    private bool HasOtherNumberThan(Resident other) =>
        Person.Document is { IsFaultless: true, Key: { } own } && other.Person.Document is { IsFaultless: true, Key: { } others } && own != others;

    /// <summary>Whether he comes to another household or becomes its head; a household that moves to another group together is not in its own way.</summary>
    private bool JoinsOrHeads(RosterLine line) => line.HouseholdNumber != HouseholdNumber || (line.RelationToHead == RosterLine.Head && RelationToHead != RosterLine.Head);

    private ResidentVersion Change(string reason, StaffMember by, DateTimeOffset now)
    {
        var former = ResidentVersion.Of(this, reason, by, now);
        Version++;
        return former;
    }

    private static string Padded(string text) => string.Concat(Figures().Split(text).Select(part => part.Length > 0 && char.IsAsciiDigit(part[0]) ? part.PadLeft(8, '0') : part));

    [GeneratedRegex("([0-9]+)")]
    private static partial Regex Figures();

    private void Apply(RosterLine line)
    {
        (Person, Phone) = (line.Person, line.Phone ?? Phone);
        (Address, VillageGroup, Note) = (Newer(line.Address, Address), Newer(line.VillageGroup, VillageGroup), Newer(line.Note, Note));
        (HouseholdNumber, RelationToHead) = (Newer(line.HouseholdNumber, HouseholdNumber), Newer(line.RelationToHead, RelationToHead));
        (GridWorker, Guardian, HasSmartphone, CareNeeds) = (line.GridWorker ?? GridWorker, line.Guardian ?? Guardian, line.HasSmartphone ?? HasSmartphone, line.CareNeeds ?? CareNeeds);
        if (line.School.Length > 0)
        {
            // A new school discards the class of the old one.
            (School, SchoolClass) = (line.School, line.School == School ? Newer(line.SchoolClass, SchoolClass) : line.SchoolClass);
        }
    }

    private static string Newer(string line, string known) => line.Length > 0 ? line : known;
}
