using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Imports;

/// <summary>名册查人 — finds whom a row is about in the office's roster, which is read once. Adds nobody.</summary>
internal sealed class ResidentLookup
{
    /// <summary>Title of the column by which who has no document is found, together with the name.</summary>
    public const string Address = "住址";

    // A number saved by force is found as it was saved, so it is read by force as well.
    private const string Forced = "查找";

    private readonly ILookup<string, Resident> _byNumber;
    private readonly ILookup<(string Name, string Address), Resident> _byAddress;
    private readonly DateOnly _today;

    private ResidentLookup(IReadOnlyList<Resident> roster, DateOnly today)
    {
        var kept = roster.Where(resident => resident.MergedInto is null).ToDictionary(resident => resident.Id);
        Resident Kept(Resident resident) => resident.MergedInto is { } id ? kept[id] : resident;
        // A double's number is its person's, too; he is named once.
        _byNumber = roster.Where(HasNumber).Select(resident => (resident.Person.Document.Number, Resident: Kept(resident))).Distinct().ToLookup(each => each.Number, each => each.Resident);
        _byAddress = kept.Values.ToLookup(resident => (resident.Person.Name.Key, Plain(resident.Address)));
        _today = today;
    }

    /// <summary>Reads the roster.</summary>
    public static async Task<ResidentLookup> OpenAsync(ImportContext context, CancellationToken cancellationToken) => new(
        await context.Db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == context.Office.Code).ToListAsync(cancellationToken), context.Clock.Today);

    /// <summary>The resident a row is about; null, with an error in the row, if there is none or more than one. A number decides, and a name beside it must be that of
    /// its owner; a name without a number only together with the address, and only for who has no document.</summary>
    public Resident? Find(ImportRow row)
    {
        if (row.Faults.Has(PersonColumns.DocumentNumber) || row.Faults.Has(PersonColumns.Name))
        {
            return null;
        }

        return row[PersonColumns.DocumentNumber] is { Length: > 0 } typed ? ByNumber(row, typed) : ByAddress(row);
    }

    private static bool HasNumber(Resident resident) => resident.Person.Document.Kind != IdentityDocumentKind.None;

    private static string Plain(string address) => string.Concat(HalfWidth.Normalize(address).Where(c => !char.IsWhiteSpace(c)));

    private Resident? ByNumber(ImportRow row, string typed)
    {
        var number = IdentityDocument.Read(IdentityDocumentKind.ResidentIdCard, typed, Forced, saveDespiteFault: true, _today).Document?.Number;
        List<Resident> owners = number is null ? [] : [.. _byNumber[number]];
        if (owners.Count == 0)
        {
            AddUnknown(row, typed);
            return null;
        }

        var name = row[PersonColumns.Name];
        var named = name.Length == 0 ? owners : [.. owners.Where(owner => owner.Person.Name.Key == PersonName.Restore(name).Key)];
        if (named.Count == 0)
        {
            row.AddError(PersonColumns.Name, RosterRules.NumberIsOnesOwn.Broken($"{owners[0].Person.Name.Masked}。"));
        }

        return One(row, named);
    }

    /// <summary>A mistyped resident number is called that; whether another one is right only the roster knows.</summary>
    private void AddUnknown(ImportRow row, string typed)
    {
        var read = IdentityDocument.Read(IdentityDocumentKind.ResidentIdCard, typed, null, saveDespiteFault: false, _today);
        if (typed.Length == ResidentIdNumber.Length && read.Faults is [var fault, ..])
        {
            row.AddError(PersonColumns.DocumentNumber, fault.Sentence, fault.Code);
        }
        else
        {
            row.AddError(PersonColumns.DocumentNumber, ImportRules.InRoster.Broken());
        }
    }

    private Resident? ByAddress(ImportRow row)
    {
        var (name, address) = (row[PersonColumns.Name], row[Address]);
        if (name.Length == 0 || address.Length == 0)
        {
            row.AddError(PersonColumns.DocumentNumber, "请填写证件号码；没有证件的，请填写姓名和住址");
            return null;
        }

        List<Resident> there = [.. _byAddress[(PersonName.Restore(name).Key, Plain(address))]];
        if (there.Count == 0)
        {
            row.AddError(PersonColumns.Name, ImportRules.InRoster.Broken());
        }
        else if (there is [var only] && HasNumber(only))
        {
            row.AddError(PersonColumns.DocumentNumber, ImportRules.ByNumber.Broken());
            return null;
        }

        return One(row, there);
    }

    private static Resident? One(ImportRow row, List<Resident> found)
    {
        if (found.Count > 1)
        {
            row.AddError(PersonColumns.Name, ImportRules.OnePerson.Broken());
        }

        return found is [var one] ? one : null;
    }
}
