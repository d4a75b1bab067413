using HealthCode.Domain.HealthStatuses;

namespace HealthCode.Web.Imports;

/// <summary>What a row says of a check-in.</summary>
/// <param name="Day">The day it is about.</param>
/// <param name="Channel">How the office learnt it.</param>
/// <param name="Content">The answers.</param>
/// <param name="Late">Who told it on that day, and when; null if the row does not say.</param>
internal sealed record CheckInReading(DateOnly Day, CheckInChannel Channel, CheckInContent Content, LateEntry? Late)
{
    /// <summary>Whether a stored check-in of the same person and day is this row, imported or keyed before; corrected since or not.</summary>
    public bool IsStoredAs(DailyCheckIn stored) =>
        stored.Channel == Channel && (stored.Late is null || Late is null || stored.Late.ToldAt == Late.ToldAt)
        && stored.Earlier.Select(version => version.Content).Append(stored.Content).Any(Content.SameAs);
}
