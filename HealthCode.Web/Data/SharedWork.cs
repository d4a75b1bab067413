namespace HealthCode.Web.Data;

/// <summary>What one of several servers does while the others wait.</summary>
public enum SharedWork
{
    /// <summary>The start: migrations, and what an empty database needs.</summary>
    Start = 1,

    /// <summary>Scheduled jobs.</summary>
    Jobs,

    /// <summary>A backup.</summary>
    Backup,
}
