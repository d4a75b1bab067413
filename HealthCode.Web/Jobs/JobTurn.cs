namespace HealthCode.Web.Jobs;

/// <summary>这一次 — for which day a job is done now.</summary>
/// <param name="Job">Its line of the schedule.</param>
/// <param name="Day">The day it is done for.</param>
/// <param name="DoneUpTo">The last earlier day it was done for, or null.</param>
/// <param name="Deadline">Until when a report for the day must have been sent, or null.</param>
/// <param name="AfterStart">It has not been done since the program started: an earlier time may have been cut short.</param>
public sealed record JobTurn(ScheduledJob Job, DateOnly Day, DateOnly? DoneUpTo, DateTimeOffset? Deadline, bool AfterStart);
