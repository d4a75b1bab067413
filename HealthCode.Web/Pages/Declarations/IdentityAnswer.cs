using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Printing;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>What follows from a typed ID number: birth date and sex to fill in, errors, notes, and the person's history.</summary>
public sealed record IdentityAnswer(string? BirthDate, Sex? Sex, IReadOnlyList<string> Faults, IReadOnlyList<string> Notes, PersonHistory? History)
{
    /// <summary>Reads only name, ID document, birth date and sex; the rest of the form may be empty.</summary>
    public static async Task<IdentityAnswer> OfAsync(OfficeDb db, DeclarationInput input, Office office, DateOnly today)
    {
        var paper = IdentityDocument.Read(input.DocumentKind, input.DocumentNumber, input.DocumentReason, input.SaveDocumentDespiteFault, today);
        _ = PersonName.TryParse(input.Name, out var name, out _);
        _ = TypedDate.TryParse(input.BirthDate, today, out var typed, out _);
        var (born, sex) = (paper.Document?.BirthDate ?? typed, paper.Document?.Sex ?? input.Sex);
        var history = paper.Document is null || name is null || born is null || sex is null
            ? null
            : await PersonHistory.OfAsync(db, new Person(name, sex.Value, born.Value, paper.Document), office, today);
        return new(
            paper.Document?.BirthDate?.Typed(), paper.Document?.Sex,
            string.IsNullOrWhiteSpace(input.DocumentNumber) ? [] : [.. paper.Faults.Select(fault => fault.Sentence)],
            [.. paper.Warnings, .. paper.Notes, .. Handwriting.NoticeOf("姓名", name) is { } blank ? [blank] : Array.Empty<string>()], history);
    }
}
