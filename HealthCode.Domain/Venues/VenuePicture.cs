namespace HealthCode.Domain.Venues;

/// <summary>场所码图片 — the picture of a venue's code as the province's platform issued it. The program prints it and never reads, redraws or makes one.</summary>
public sealed class VenuePicture
{
    private VenuePicture(string officeCode, long venueId, byte[] image, DateTimeOffset takenAt) =>
        (OfficeCode, VenueId, Image, TakenAt) = (officeCode, venueId, image, takenAt);

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The venue it was issued for.</summary>
    public long VenueId { get; private set; }

    /// <summary>PNG, upright, on white.</summary>
    public byte[] Image { get; private set; }

    /// <summary>Time of the upload.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>存图.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="image">PNG.</param>
    /// <param name="now">Current time.</param>
    public static VenuePicture Take(Venue venue, byte[] image, DateTimeOffset now) => new(venue.OfficeCode, venue.Id, image, now);
}
