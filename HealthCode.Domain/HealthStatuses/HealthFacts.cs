using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>记下的事实 — all that the published rules are applied to.</summary>
public sealed record HealthFacts
{
    /// <summary>缘由, in any order.</summary>
    public IReadOnlyList<RecordedGround> Grounds { get; init; } = [];

    /// <summary>Days with a check-in, in any order; a day may have several.</summary>
    public IReadOnlyList<ReportedDay> Days { get; init; } = [];

    /// <summary>The day since which the office keeps up an official code; null when it keeps none.</summary>
    public DateOnly? KeptSince { get; init; }
}

/// <summary>A recorded ground.</summary>
/// <param name="Ground">Which.</param>
/// <param name="Since">The day from which it holds.</param>
/// <param name="CuredOn">医院治愈, of a case; null while not.</param>
public sealed record RecordedGround(HealthGround Ground, DateOnly Since, DateOnly? CuredOn = null);

/// <summary>A day with a check-in.</summary>
/// <param name="Day">The day.</param>
/// <param name="ByInstitution">隔离机构上报.</param>
/// <param name="IsNormal">Nothing in it was found not normal, as a person judged.</param>
public sealed record ReportedDay(DateOnly Day, bool ByInstitution, bool IsNormal)
{
    /// <summary>The day of a check-in.</summary>
    public static ReportedDay Of(DateOnly day, CheckInChannel channel, bool foundAbnormal) => new(day, channel == CheckInChannel.Institution, !foundAbnormal);
}
