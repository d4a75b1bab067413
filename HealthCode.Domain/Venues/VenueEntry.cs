using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>入场登记 — a line of the list on which a venue's staff write down who has no telephone, keyed back in the office. Kept only where the province's notices
/// have entries recorded (冀防领办〔2020〕169号 二(四); 琼肺炎指〔2020〕29号 3.1; DECISIONS.md D54).</summary>
public sealed class VenueEntry
{
    /// <summary>Maximum length of what was shown, of the staff's name and of the handling in characters.</summary>
    public const int LongestLine = 30;

    private VenueEntry(string officeCode, long venueId, DateOnly on, TimeOnly at, string mark, DateTimeOffset keyedAt)
    {
        (OfficeCode, VenueId, On, At, Mark, KeyedAt) = (officeCode, venueId, on, at, mark, keyedAt);
        (Name, CardNumber, Shown, Staff, Handling, KeyedBy) = ("", "", "", "", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The venue.</summary>
    public long VenueId { get; private set; }

    /// <summary>日期.</summary>
    public DateOnly On { get; private set; }

    /// <summary>几点.</summary>
    public TimeOnly At { get; private set; }

    /// <summary>姓名; empty where a card was read.</summary>
    public string Name { get; private set; }

    /// <summary>卡号; empty where a name was written.</summary>
    public string CardNumber { get; private set; }

    /// <summary>Whom the line is about, by card or name: the same one at the same minute is the same line keyed twice.</summary>
    public string Mark { get; private set; }

    /// <summary>出示了什么, as written; may be empty.</summary>
    public string Shown { get; private set; }

    /// <summary>体温正常: what the person at the door judged. The program sees no number and judges nothing.</summary>
    public bool FoundNormal { get; private set; }

    /// <summary>登记的人, of the venue.</summary>
    public string Staff { get; private set; }

    /// <summary>录入人.</summary>
    public StaffMember KeyedBy { get; private set; }

    /// <summary>录入时间.</summary>
    public DateTimeOffset KeyedAt { get; private set; }

    /// <summary>Found not normal, for the office to look at; nobody was refused because of it.</summary>
    public bool NeedsLook { get; private set; }

    /// <summary>怎样处理的; empty until the office has looked.</summary>
    public string Handling { get; private set; }

    /// <summary>Who looked; null before.</summary>
    public StaffMember? HandledBy { get; private set; }

    /// <summary>When; null before.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>录入一行.</summary>
    /// <param name="venue">The venue whose list it is.</param>
    /// <param name="line">What stands on the line.</param>
    /// <param name="listNumber">场所编号 at the head of the list.</param>
    /// <param name="same">The line keyed before for the same person at the same minute, or null.</param>
    /// <param name="pack">The province's rules of that day.</param>
    /// <param name="by">录入人.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="RuleBrokenException">See <see cref="EntryRules.Validate"/>.</exception>
    public static VenueEntry Key(Venue venue, EntryLine line, string listNumber, VenueEntry? same, RulePack pack, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(EntryRules.Validate(venue, line, listNumber, same, pack, now));

        return new(venue.OfficeCode, venue.Id, line.On!.Value, line.At!.Value, line.Mark, now)
        {
            Name = line.Name, CardNumber = line.CardNumber, Shown = line.Shown, Staff = line.Staff,
            FoundNormal = line.FoundNormal!.Value, NeedsLook = !line.FoundNormal.Value, KeyedBy = by,
        };
    }

    /// <summary>处理: what the office did about somebody found not normal.</summary>
    /// <exception cref="RuleBrokenException">Nothing to look at, or looked at already; nothing said.</exception>
    public void Handle(string handling, StaffMember by, DateTimeOffset now)
    {
        EntryRules.Unhandled.Require(NeedsLook && HandledAt is null);
        EntryRules.HandlingNamed.Require(handling.Length > 0);

        (Handling, HandledBy, HandledAt) = (handling, by, now);
    }
}

/// <summary>What stands on a line of the list.</summary>
/// <param name="On">日期, from the head of the list.</param>
/// <param name="At">几点.</param>
/// <param name="Name">姓名, or empty.</param>
/// <param name="CardNumber">卡号, or empty.</param>
/// <param name="Shown">出示了什么.</param>
/// <param name="FoundNormal">体温正常, as judged at the door; null if not written.</param>
/// <param name="Staff">登记的人.</param>
public sealed record EntryLine(DateOnly? On, TimeOnly? At, string Name, string CardNumber, string Shown, bool? FoundNormal, string Staff)
{
    /// <summary>Whom it is about.</summary>
    public string Mark => MarkOf(CardNumber, Name);

    /// <summary>The same of a card's number or a name; with kind and colon, because it is stored as a hash.</summary>
    public static string MarkOf(string cardNumber, string name) => cardNumber.Length > 0 ? "card:" + cardNumber : "name:" + HalfWidth.Normalize(name).ToUpperInvariant();
}
