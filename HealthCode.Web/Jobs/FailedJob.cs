namespace HealthCode.Web.Jobs;

/// <summary>One of <see cref="FailedJobs"/>.</summary>
/// <param name="Name">What it does, in Chinese.</param>
/// <param name="Reason">Why it failed, a sentence for the office.</param>
/// <param name="NextAt">When it is tried again, or null when it is not.</param>
public sealed record FailedJob(string Name, string Reason, DateTimeOffset? NextAt);
