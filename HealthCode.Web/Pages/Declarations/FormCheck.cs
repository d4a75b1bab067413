using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Printing;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>What is to be said of a form while it is typed. The form may be unfinished, so an empty field has a fault here, too; the script
/// shows those of fields that are filled in.</summary>
/// <param name="Fills">Values that follow from what was typed, by the name of the input; the script writes them where nothing else stands.</param>
/// <param name="Faults">The faults, by the name of the input.</param>
/// <param name="Notes">What is to be looked at again; it does not prevent saving.</param>
/// <param name="History">本人历史, as soon as it is known who it is.</param>
public sealed record FormCheck(IReadOnlyDictionary<string, string> Fills, IReadOnlyList<(string Path, string Sentence)> Faults, IReadOnlyList<string> Notes, PersonHistory? History)
{
    private const string Prefix = "Input.";

    /// <summary>Checks the forms of a household.</summary>
    public static FormCheck Of(HouseholdInput input, PassTerms terms, DateOnly today)
    {
        var fills = input.WriteOut(today).ToDictionary(fill => Prefix + fill.Key, fill => fill.Value);
        var parsed = SittingParser.Of(input, terms, today);
        return new(fills, [.. parsed.Faults.Where(fault => fault.Path.Length > 0).Select(fault => (Prefix + fault.Path, fault.Sentence))], parsed.Questions, null);
    }

    /// <summary>Checks one person's form.</summary>
    /// <param name="db">Limited to the user's scope.</param>
    /// <param name="input">As typed; what was typed in short is written out.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">Today.</param>
    public static async Task<FormCheck> OfAsync(OfficeDb db, DeclarationInput input, Office office, DateOnly today)
    {
        var fills = input.WriteOut(today).ToDictionary(fill => Prefix + fill.Key, fill => fill.Value);
        var parsed = DeclarationParser.Of(input, today);
        var paper = IdentityDocument.Read(input.DocumentKind, input.DocumentNumber, input.DocumentReason, input.SaveDocumentDespiteFault, today);
        _ = PersonName.TryParse(input.Name, out var name, out _);
        _ = TypedDate.TryParse(input.BirthDate, today, out var typed, out _);
        var (born, sex) = (paper.Document?.BirthDate ?? typed, paper.Document?.Sex ?? input.Sex);
        if (paper.Document?.BirthDate is { } birthDate)
        {
            fills.TryAdd(Prefix + nameof(input.BirthDate), birthDate.Typed());
        }

        if (paper.Document?.Sex is { } coded)
        {
            fills.TryAdd(Prefix + nameof(input.Sex), coded.ToString());
        }

        var history = paper.Document is null || name is null || born is null || sex is null
            ? null
            : await PersonHistory.OfAsync(db, new Person(name, sex.Value, born.Value, paper.Document), office, today);
        return new(
            fills,
            [.. parsed.Faults.Where(fault => fault.Field is not null).Select(fault => (Prefix + DeclarationInput.PathOf(fault.Field!), fault.Sentence))],
            [.. parsed.Questions, .. paper.Notes, .. Handwriting.NoticeOf("姓名", name) is { } blank ? [blank] : Array.Empty<string>()],
            history);
    }
}
