using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>张贴检查 — which sheets hang at a venue's door, where, on which day looked at and by whom; what was missing, and when it was put right (冀防领办〔2020〕169号 二(二); 宁疫指办发〔2020〕73号 三).</summary>
public sealed class PostingCheck
{
    /// <summary>Maximum length of a place and of a name in characters.</summary>
    public const int LongestLine = 30;

    private PostingCheck(string officeCode, long venueId, DateOnly on, string checkedBy, DateTimeOffset enteredAt)
    {
        (OfficeCode, VenueId, On, CheckedBy, EnteredAt) = (officeCode, venueId, on, checkedBy, enteredAt);
        (Sheets, EnteredBy) = ([], null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The venue.</summary>
    public long VenueId { get; private set; }

    /// <summary>检查日.</summary>
    public DateOnly On { get; private set; }

    /// <summary>检查人, who stood at the door.</summary>
    public string CheckedBy { get; private set; }

    /// <summary>Each sheet: where it hangs, or that it is missing.</summary>
    public IReadOnlyList<PostedSheet> Sheets { get; private set; }

    /// <summary>Something was missing.</summary>
    public bool HasMissing { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>补齐日; null while something is missing, or when nothing was.</summary>
    public DateOnly? MendedOn { get; private set; }

    /// <summary>谁补的.</summary>
    public string MendedBy { get; private set; } = "";

    /// <summary>Something is missing still.</summary>
    public bool IsOpen => HasMissing && MendedOn is null;

    /// <summary>What was missing.</summary>
    public IEnumerable<NoticeKind> Missing => Sheets.Where(sheet => !sheet.Hangs).Select(sheet => sheet.Kind);

    /// <summary>登记.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="on">检查日.</param>
    /// <param name="checkedBy">检查人.</param>
    /// <param name="sheets">What was found, a line for each sheet of the province.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="by">登记人.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">See <see cref="PostingRules.Validate"/>.</exception>
    public static PostingCheck Note(Venue venue, DateOnly? on, string checkedBy, IReadOnlyList<PostedSheet> sheets, RulePack pack, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(PostingRules.Validate(venue, on, checkedBy, sheets, pack, today));

        return new(venue.OfficeCode, venue.Id, on!.Value, checkedBy, now) { Sheets = sheets, HasMissing = sheets.Any(sheet => !sheet.Hangs), EnteredBy = by };
    }

    /// <summary>补齐.</summary>
    /// <exception cref="RuleBrokenException">Nothing was missing, or it is mended already; nobody named; before the check or in the future.</exception>
    public void Mend(string by, DateOnly? on, DateOnly today)
    {
        PostingRules.SomethingMissing.Require(IsOpen);
        PostingRules.MenderNamed.Require(by.Length > 0);
        PostingRules.MendedAfterCheck.Require(on is { } day && day >= On && day <= today);

        (MendedOn, MendedBy) = (on, by);
    }
}

/// <summary>A sheet at the door.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Hangs">Whether it hangs there.</param>
/// <param name="Place">Where; empty when it is missing.</param>
public sealed record PostedSheet(NoticeKind Kind, bool Hangs, string Place);
