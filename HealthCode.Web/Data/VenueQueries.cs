using HealthCode.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>Queries of venues that pages and reports share.</summary>
public static class VenueQueries
{
    /// <summary>Venues with the poster in use and the last posting check of each, by number; pictures stay in the database.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="venues">Which.</param>
    /// <param name="cancellationToken">Cancelled when the client disconnects.</param>
    public static async Task<IReadOnlyList<VenueOverview>> OverviewAsync(this OfficeDb db, IQueryable<Venue> venues, CancellationToken cancellationToken = default)
    {
        var found = await venues.AsNoTracking().OrderBy(venue => venue.OfficeCode).ThenBy(venue => venue.Number).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(venue => venue.Id);
        var posters = await db.VenuePosters.AsNoTracking().Where(poster => poster.CurrentOf != null && ids.Contains(poster.VenueId)).ToDictionaryAsync(poster => poster.VenueId, cancellationToken);
        var last = await db.PostingChecks.Where(check => ids.Contains(check.VenueId)).GroupBy(check => check.VenueId)
            .Select(group => new { group.Key, On = group.Max(check => check.On) }).ToDictionaryAsync(each => each.Key, each => each.On, cancellationToken);
        var days = last.Values.Distinct().ToList();
        var checks = (await db.PostingChecks.AsNoTracking().Where(check => ids.Contains(check.VenueId) && days.Contains(check.On)).ToListAsync(cancellationToken))
            .Where(check => last[check.VenueId] == check.On).OrderBy(check => check.Id).ToLookup(check => check.VenueId);
        return [.. found.Select(venue => new VenueOverview(venue, posters.GetValueOrDefault(venue.Id), checks[venue.Id].LastOrDefault()))];
    }

    /// <summary>Living venues of an applicant in an office.</summary>
    public static Task<List<Venue>> LivingVenuesOfAsync(this OfficeDb db, string officeCode, string? applicantKey) => applicantKey is null ? Task.FromResult<List<Venue>>([]) :
        db.Venues.AsNoTracking().Where(venue => venue.OfficeCode == officeCode && venue.LivingKey == applicantKey).ToListAsync();

    /// <summary>Entries found not normal that the office has not looked at yet, the oldest first, each with its venue.</summary>
    public static async Task<IReadOnlyList<(VenueEntry Entry, Venue Venue)>> EntriesToLookAtAsync(this OfficeDb db, string officeCode) =>
        [.. (await db.VenueEntries.AsNoTracking().Where(entry => entry.OfficeCode == officeCode && entry.NeedsLook && entry.HandledAt == null)
            .Join(db.Venues, entry => entry.VenueId, venue => venue.Id, (entry, venue) => new { Entry = entry, Venue = venue })
            .OrderBy(each => each.Entry.On).ThenBy(each => each.Entry.At).AsNoTracking().ToListAsync()).Select(each => (each.Entry, each.Venue))];
}

/// <summary>A venue as lists show it.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Poster">The poster in use, or null.</param>
/// <param name="LastCheck">The last posting check, or null when the door was never looked at.</param>
public sealed record VenueOverview(Venue Venue, VenuePoster? Poster, PostingCheck? LastCheck);
