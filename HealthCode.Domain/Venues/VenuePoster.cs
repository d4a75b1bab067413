using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>场所码海报 — one version of a venue's poster: the picture that the platform issued and the venue's number in plain text. One is in use; a new one voids
/// it (冀防领办〔2020〕169号 附件 四3: 对本场所张贴的“场所码”唯一性和权威性负责).</summary>
public sealed class VenuePoster
{
    /// <summary>Maximum length of a reason and of a name in characters.</summary>
    public const int LongestLine = 40;

    private VenuePoster(string officeCode, long venueId, int version, DateTimeOffset madeAt)
    {
        (OfficeCode, VenueId, Version, MadeAt) = (officeCode, venueId, version, madeAt);
        (CurrentOf, MadeBy) = (venueId, null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The venue.</summary>
    public long VenueId { get; private set; }

    /// <summary>第几版, from 1; stands on the poster.</summary>
    public int Version { get; private set; }

    /// <summary>The picture.</summary>
    public long PictureId { get; private set; }

    /// <summary>The venue while the poster is in use, else null: one venue has one.</summary>
    public long? CurrentOf { get; private set; }

    /// <summary>Who had it made.</summary>
    public StaffMember MadeBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Day of the first print, which stands on it; null before.</summary>
    public DateOnly? PrintedOn { get; private set; }

    /// <summary>作废日; null while it is in use.</summary>
    public DateOnly? VoidedOn { get; private set; }

    /// <summary>作废原因.</summary>
    public string VoidedFor { get; private set; } = "";

    /// <summary>谁把旧的揭下来的; empty until it is written down.</summary>
    public string TakenDownBy { get; private set; } = "";

    /// <summary>揭下来的日子; null before.</summary>
    public DateOnly? TakenDownOn { get; private set; }

    /// <summary>在用.</summary>
    public bool IsInUse => CurrentOf is not null;

    /// <summary>出一张新海报; the one in use is void at once.</summary>
    /// <param name="venue">An approved venue.</param>
    /// <param name="picture">The picture that the platform issued for it.</param>
    /// <param name="earlier">Its posters so far.</param>
    /// <param name="reason">Why the one in use is replaced; empty when there is none.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="by">Who has it made.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">No code of a place in the province; not approved; one is in use and no reason is given; the picture of another venue.</exception>
    public static VenuePoster Issue(Venue venue, VenuePicture? picture, IReadOnlyList<VenuePoster> earlier, string reason, RulePack pack, StaffMember by, DateTimeOffset now, DateOnly today)
    {
        PosterRules.PlatformIssuesCodes.Require(pack.Venues.Code is not null);
        PosterRules.VenueApproved.Require(venue.State == VenueState.Approved);
        var used = earlier.SingleOrDefault(poster => poster.IsInUse);
        RuleBrokenException.ThrowIfAny(
        [
            .. used is not null && reason.Length == 0 ? [PosterRules.OneInUse.Broken($"第 {used.Version} 版。", PosterField.Reason)] : Array.Empty<Breach>(),
            .. picture is null || picture.VenueId != venue.Id ? [PosterRules.HasPicture.Broken(field: PosterField.File)] : Array.Empty<Breach>(),
        ]);

        used?.Void(reason, today);
        return new(venue.OfficeCode, venue.Id, earlier.Select(poster => poster.Version).DefaultIfEmpty(0).Max() + 1, now) { PictureId = picture!.Id, MadeBy = by };
    }

    /// <summary>打印: a void poster, and that of a venue that is not approved, is not printed.</summary>
    /// <exception cref="RuleBrokenException">Void; the venue is not approved.</exception>
    public void Print(Venue venue, DateOnly today)
    {
        PosterRules.NotVoid.Require(IsInUse);
        PosterRules.VenueApproved.Require(venue.State == VenueState.Approved);

        PrintedOn ??= today;
    }

    /// <summary>作废 without a new one, e.g. because the venue is closed.</summary>
    /// <exception cref="RuleBrokenException">Void already; no reason.</exception>
    public void Void(string reason, DateOnly today)
    {
        PosterRules.NotVoid.Require(IsInUse);
        PosterRules.VoidExplained.Require(reason.Length > 0);

        (CurrentOf, VoidedOn, VoidedFor) = (null, today, reason);
    }

    /// <summary>旧海报揭下来了.</summary>
    /// <param name="by">Who took it down.</param>
    /// <param name="on">When.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">Still in use; written down before; nobody named; before it was void or in the future.</exception>
    public void TakeDown(string by, DateOnly? on, DateOnly today)
    {
        PosterRules.VoidBeforeTakenDown.Require(!IsInUse);
        PosterRules.TakenDownOnce.Require(TakenDownOn is null);
        PosterRules.TakenDownNamed.Require(by.Length > 0);
        PosterRules.TakenDownAfterVoid.Require(on is { } day && day >= VoidedOn && day <= today);

        (TakenDownBy, TakenDownOn) = (by, on);
    }
}
