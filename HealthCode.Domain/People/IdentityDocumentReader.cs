using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>证件读取: parses a typed number into a document or its faults.</summary>
internal static class IdentityDocumentReader
{
    public const int LongestReason = 200;
    public const int ShortestForced = 5;

    public static IdentityDocumentParseResult Read(IdentityDocumentKind kind, string? text, string? reason, bool saveDespiteFault, DateOnly today)
    {
        // Lengths first, so that a pasted file costs nothing.
        if (text?.Length > ResidentIdNumber.LongestText)
        {
            return Refused([IdentityDocumentRules.TooLong(text.Length)], []);
        }

        if (ReasonFault(reason) is { } fault)
        {
            return Refused([fault], []);
        }

        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (kind == IdentityDocumentKind.None)
        {
            return ReadNone(text, reason);
        }

        var finding = Inspect(kind, ResidentIdNumber.Normalise(text), today);
        // Forcing is kept for a valid number too: it may belong to another name, a changed one or a second person (重号).
        if (finding.Faults.Count == 0 && !(saveDespiteFault && reason is not null))
        {
            return Accepted(IdentityDocument.Restore(kind, finding.Number, null, false), finding.Warnings);
        }

        return saveDespiteFault ? Force(kind, finding, reason) : Refused(finding.Faults, finding.Warnings);
    }

    private static DocumentFault? ReasonFault(string? reason)
    {
        if (reason?.Length > LongestReason)
        {
            return IdentityDocumentRules.ReasonTooLong(reason.Length);
        }

        foreach (var point in Characters.CodePointsOf(reason?.Trim() ?? ""))
        {
            if (Characters.CategoryOf(point) is UnicodeCategory.Surrogate
                || (Characters.CategoryOf(point) is UnicodeCategory.Control && point is not ('\n' or '\r' or '\t')))
            {
                return IdentityDocumentRules.ReasonCharacter(point);
            }
        }

        return null;
    }

    private static IdentityDocumentParseResult ReadNone(string? text, string? reason)
    {
        string[] warnings = string.IsNullOrWhiteSpace(text) ? [] : [IdentityDocumentRules.NumberLeftOut()];
        return reason is null
            ? Refused([IdentityDocumentRules.NoneReason()], warnings)
            : Accepted(IdentityDocument.Restore(IdentityDocumentKind.None, "", reason, false), warnings);
    }

    private static IdentityDocumentParseResult Force(IdentityDocumentKind kind, Finding finding, string? reason)
    {
        List<DocumentFault> faults = [];
        if (reason is null)
        {
            faults.Add(IdentityDocumentRules.SaveReason());
        }

        if (finding.Number.Length is < ShortestForced or > IdentityDocument.LongestNumber || !finding.Number.All(char.IsAsciiLetterOrDigit))
        {
            faults.Add(IdentityDocumentRules.SaveShape());
        }

        return faults.Count > 0
            ? Refused([.. finding.Faults, .. faults], finding.Warnings)
            : Accepted(
                IdentityDocument.Restore(kind, finding.Number, reason, true),
                [
                    .. finding.Warnings,
                    .. finding.Faults.Count == 0 ? [IdentityDocumentRules.ForcedFaultless()] : finding.Faults.Select(IdentityDocumentRules.Skipped),
                ]);
    }

    /// <summary>True if the number passes all checks that do not depend on the current day.</summary>
    public static bool IsFaultless(IdentityDocumentKind kind, string number) => Inspect(kind, number, DateOnly.MaxValue).Faults.Count == 0;

    private static Finding Inspect(IdentityDocumentKind kind, string number, DateOnly today)
    {
        if (number.Length == 0)
        {
            return new(number, [IdentityDocumentRules.Empty(kind)]);
        }

        var points = Characters.CodePointsOf(number);
        var wrong = points.FindIndex(point => point > 0x7F || !char.IsAsciiLetterOrDigit((char)point));
        if (wrong >= 0)
        {
            return new(number, [IdentityDocumentRules.Character(wrong + 1, points[wrong])]);
        }

        return kind switch
        {
            IdentityDocumentKind.ResidentIdCard or IdentityDocumentKind.HouseholdRegister when ResidentIdNumber.IsFifteen(number) =>
                InspectFifteen(kind, number, today),
            IdentityDocumentKind.ForeignPermanentResidentCard => InspectForeign(number, today),
            IdentityDocumentKind.Passport => new(number,
                number.Length is >= 5 and <= 17 ? [] : [IdentityDocumentRules.PassportShape(number.Length)]),
            IdentityDocumentKind.BirthCertificate => new(number,
                number.Length == 10 && char.IsAsciiLetter(number[0]) && number.Skip(1).All(char.IsAsciiDigit)
                    ? [] : [IdentityDocumentRules.BirthCertificateShape()]),
            _ when ForeignResidentCardNumber.HasOldShape(number) => new(number, [IdentityDocumentRules.ForeignOldKind(kind)]),
            _ => new(number, ResidentIdNumber.Check(number, kind, today)),
        };
    }

    private static Finding InspectFifteen(IdentityDocumentKind kind, string number, DateOnly today)
    {
        if (ResidentIdNumber.ToEighteen(number) is not { } eighteen)
        {
            return new(number, [IdentityDocumentRules.Centenarian15()]);
        }

        if (ResidentIdNumber.BirthDateOf(eighteen) is null)
        {
            return new(number, [IdentityDocumentRules.Birth15(number.Substring(6, 6))]);
        }

        var faults = ResidentIdNumber.Check(eighteen, kind, today);
        return faults.Count > 0
            ? new(number, faults)
            : new(eighteen, []) { Warnings = [IdentityDocumentRules.Fifteen(kind)] };
    }

    private static Finding InspectForeign(string number, DateOnly today)
    {
        if (number.Length == ResidentIdNumber.Length)
        {
            return new(number, ResidentIdNumber.Check(number, IdentityDocumentKind.ForeignPermanentResidentCard, today));
        }

        if (!ForeignResidentCardNumber.HasOldShape(number))
        {
            return new(number, [IdentityDocumentRules.ForeignShape(number.Length)]);
        }

        if (!ForeignResidentCardNumber.HasPossibleBirth(number))
        {
            return new(number, [IdentityDocumentRules.ForeignBirth(number.Substring(7, 6))]);
        }

        // The printed specimen CAN110081080319 fails this check, so it may only warn.
        var expected = ForeignResidentCardNumber.OldCheckDigit(number);
        return number[14] == expected
            ? new(number, [])
            : new(number, []) { Warnings = [IdentityDocumentRules.ForeignCheck(expected, number[14])] };
    }

    private static IdentityDocumentParseResult Accepted(IdentityDocument paper, IReadOnlyList<string> warnings) =>
        new(paper, [], warnings, RetiredAreaCodes.NoteFor(HasArea(paper.Kind) ? paper.Number : "") is { } note ? [note] : []);

    private static IdentityDocumentParseResult Refused(IReadOnlyList<DocumentFault> faults, IReadOnlyList<string> warnings) =>
        new(null, faults, warnings, []);

    private static bool HasArea(IdentityDocumentKind kind) =>
        kind is IdentityDocumentKind.ResidentIdCard or IdentityDocumentKind.HouseholdRegister;

    private sealed record Finding(string Number, IReadOnlyList<DocumentFault> Faults)
    {
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }
}
