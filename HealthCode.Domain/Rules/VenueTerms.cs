namespace HealthCode.Domain.Rules;

/// <summary>场所的规定 — what a province's notices say of the places people go into: which they name, what hangs at the door, whether the platform issues a code for
/// a place, and whether entries of people without a telephone are written down.</summary>
public sealed record VenueTerms
{
    /// <summary>The places that the notice names, in its order; the last one stands for its 等.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Source of <see cref="Kinds"/>.</summary>
    public required Citation KindsCitation { get; init; }

    /// <summary>场所码 that the province's platform issues; null where the notices know none.</summary>
    public VenueCodeTerms? Code { get; init; }

    /// <summary>入场登记: why entries of people without a telephone are kept; null where none are kept.</summary>
    public Citation? Entries { get; init; }

    /// <summary>张贴材料: the printed notices for the door, one of each <see cref="NoticeKind"/>.</summary>
    public required IReadOnlyList<NoticeText> Notices { get; init; }

    /// <summary>The day by which they were to hang; null where the notices name none.</summary>
    public DateOnly? PostedBy { get; init; }

    /// <summary>The notice of a kind.</summary>
    public NoticeText NoticeOf(NoticeKind kind) => Notices.Single(notice => notice.Kind == kind);

    /// <summary>What is looked for at the door: the notices, and the poster of the code where there is one.</summary>
    public IReadOnlyList<NoticeKind> Sheets =>
        [.. Notices.Select(notice => notice.Kind), .. Code is null ? Array.Empty<NoticeKind>() : [NoticeKind.VenueCode]];
}

/// <summary>场所码 as the province's platform issues it. The program makes none of its own (宁疫指办发〔2020〕71号 三).</summary>
/// <param name="Platform">Who issues the picture, e.g. 冀时办.</param>
/// <param name="Steps">What one does in front of it, a short sentence each.</param>
/// <param name="Citation">Source of the steps.</param>
/// <param name="OneEach">Source of 一人只能申领一个.</param>
public sealed record VenueCodeTerms(string Platform, IReadOnlyList<string> Steps, Citation Citation, Citation OneEach);

/// <summary>A printed notice for the door.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Title">Heading, to be read from two metres.</param>
/// <param name="Lines">Plain sentences; each is a paragraph.</param>
/// <param name="Citation">Source.</param>
public sealed record NoticeText(NoticeKind Kind, string Title, IReadOnlyList<string> Lines, Citation Citation);

/// <summary>What hangs at the door of a place.</summary>
public enum NoticeKind
{
    /// <summary>申领流程.</summary>
    HowToApply = 1,

    /// <summary>使用说明.</summary>
    HowToUse = 2,

    /// <summary>监督电话.</summary>
    Supervision = 3,

    /// <summary>不得另设门槛.</summary>
    NoThreshold = 4,

    /// <summary>场所码海报, only where the platform issues one.</summary>
    VenueCode = 5,
}
