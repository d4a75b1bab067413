using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>证件读取: the steps from a typed text to a paper or its faults.</summary>
internal static class IdentityPaperReader
{
    public const int LongestReason = 200;
    public const int ShortestForced = 5;

    public static IdentityPaperReading Read(IdentityPaperKind kind, string? text, string? reason, bool saveDespiteFault, DateOnly today)
    {
        // Lengths first: a pasted file must cost nothing.
        if (text?.Length > ResidentIdNumber.LongestText)
        {
            return Refused([IdentityPaperRules.TooLong(text.Length)], []);
        }

        if (ReasonFault(reason) is { } fault)
        {
            return Refused([fault], []);
        }

        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (kind == IdentityPaperKind.None)
        {
            return ReadNone(text, reason);
        }

        var finding = Inspect(kind, ResidentIdNumber.Normalise(text), today);
        // A number without a fault is forced too, beside another name: a new name, or two people with one number (重号).
        if (finding.Faults.Count == 0 && !(saveDespiteFault && reason is not null))
        {
            return Accepted(IdentityPaper.Restore(kind, finding.Number, null, false), finding.Warnings);
        }

        return saveDespiteFault ? Force(kind, finding, reason) : Refused(finding.Faults, finding.Warnings);
    }

    private static PaperFault? ReasonFault(string? reason)
    {
        if (reason?.Length > LongestReason)
        {
            return IdentityPaperRules.ReasonTooLong(reason.Length);
        }

        foreach (var point in Characters.CodePointsOf(reason?.Trim() ?? ""))
        {
            if (Characters.CategoryOf(point) is UnicodeCategory.Surrogate
                || (Characters.CategoryOf(point) is UnicodeCategory.Control && point is not ('\n' or '\r' or '\t')))
            {
                return IdentityPaperRules.ReasonCharacter(point);
            }
        }

        return null;
    }

    private static IdentityPaperReading ReadNone(string? text, string? reason)
    {
        string[] warnings = string.IsNullOrWhiteSpace(text) ? [] : [IdentityPaperRules.NumberLeftOut()];
        return reason is null
            ? Refused([IdentityPaperRules.NoneReason()], warnings)
            : Accepted(IdentityPaper.Restore(IdentityPaperKind.None, "", reason, false), warnings);
    }

    private static IdentityPaperReading Force(IdentityPaperKind kind, Finding finding, string? reason)
    {
        List<PaperFault> faults = [];
        if (reason is null)
        {
            faults.Add(IdentityPaperRules.SaveReason());
        }

        if (finding.Number.Length is < ShortestForced or > IdentityPaper.LongestNumber || !finding.Number.All(char.IsAsciiLetterOrDigit))
        {
            faults.Add(IdentityPaperRules.SaveShape());
        }

        return faults.Count > 0
            ? Refused([.. finding.Faults, .. faults], finding.Warnings)
            : Accepted(
                IdentityPaper.Restore(kind, finding.Number, reason, true),
                [
                    .. finding.Warnings,
                    .. finding.Faults.Count == 0 ? [IdentityPaperRules.ForcedFaultless()] : finding.Faults.Select(IdentityPaperRules.Skipped),
                ]);
    }

    /// <summary>Whether every check of the number passes that does not depend on today.</summary>
    public static bool IsFaultless(IdentityPaperKind kind, string number) => Inspect(kind, number, DateOnly.MaxValue).Faults.Count == 0;

    private static Finding Inspect(IdentityPaperKind kind, string number, DateOnly today)
    {
        if (number.Length == 0)
        {
            return new(number, [IdentityPaperRules.Empty(kind)]);
        }

        var points = Characters.CodePointsOf(number);
        var wrong = points.FindIndex(point => point > 0x7F || !char.IsAsciiLetterOrDigit((char)point));
        if (wrong >= 0)
        {
            return new(number, [IdentityPaperRules.Character(wrong + 1, points[wrong])]);
        }

        return kind switch
        {
            IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister when ResidentIdNumber.IsFifteen(number) =>
                InspectFifteen(kind, number, today),
            IdentityPaperKind.ForeignPermanentResidentCard => InspectForeign(number, today),
            IdentityPaperKind.Passport => new(number,
                number.Length is >= 5 and <= 17 ? [] : [IdentityPaperRules.PassportShape(number.Length)]),
            IdentityPaperKind.BirthCertificate => new(number,
                number.Length == 10 && char.IsAsciiLetter(number[0]) && number.Skip(1).All(char.IsAsciiDigit)
                    ? [] : [IdentityPaperRules.BirthCertificateShape()]),
            _ when ForeignResidentCardNumber.HasOldShape(number) => new(number, [IdentityPaperRules.ForeignOldKind(kind)]),
            _ => new(number, ResidentIdNumber.Check(number, kind, today)),
        };
    }

    private static Finding InspectFifteen(IdentityPaperKind kind, string number, DateOnly today)
    {
        if (ResidentIdNumber.ToEighteen(number) is not { } eighteen)
        {
            return new(number, [IdentityPaperRules.Centenarian15()]);
        }

        if (ResidentIdNumber.BirthDateOf(eighteen) is null)
        {
            return new(number, [IdentityPaperRules.Birth15(number.Substring(6, 6))]);
        }

        var faults = ResidentIdNumber.Check(eighteen, kind, today);
        return faults.Count > 0
            ? new(number, faults)
            : new(eighteen, []) { Warnings = [IdentityPaperRules.Fifteen(kind)] };
    }

    private static Finding InspectForeign(string number, DateOnly today)
    {
        if (number.Length == ResidentIdNumber.Length)
        {
            return new(number, ResidentIdNumber.Check(number, IdentityPaperKind.ForeignPermanentResidentCard, today));
        }

        if (!ForeignResidentCardNumber.HasOldShape(number))
        {
            return new(number, [IdentityPaperRules.ForeignShape(number.Length)]);
        }

        if (!ForeignResidentCardNumber.HasPossibleBirth(number))
        {
            return new(number, [IdentityPaperRules.ForeignBirth(number.Substring(7, 6))]);
        }

        // The printed specimen CAN110081080319 fails this check, so it may only warn.
        var expected = ForeignResidentCardNumber.OldCheckDigit(number);
        return number[14] == expected
            ? new(number, [])
            : new(number, []) { Warnings = [IdentityPaperRules.ForeignCheck(expected, number[14])] };
    }

    private static IdentityPaperReading Accepted(IdentityPaper paper, IReadOnlyList<string> warnings) =>
        new(paper, [], warnings, RetiredAreaCodes.NoteFor(HasArea(paper.Kind) ? paper.Number : "") is { } note ? [note] : []);

    private static IdentityPaperReading Refused(IReadOnlyList<PaperFault> faults, IReadOnlyList<string> warnings) =>
        new(null, faults, warnings, []);

    private static bool HasArea(IdentityPaperKind kind) =>
        kind is IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister;

    private sealed record Finding(string Number, IReadOnlyList<PaperFault> Faults)
    {
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }
}
