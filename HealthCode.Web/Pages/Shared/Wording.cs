namespace HealthCode.Web.Pages.Shared;

/// <summary>How lengths of time are said at the window.</summary>
public static class Wording
{
    /// <summary>刚刚, 12 分钟, 3 小时, 2 天: rounded down, so that nobody is said to wait longer than he does.</summary>
    public static string Waited(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} 分钟",
        { TotalDays: < 1 } => $"{(int)time.TotalHours} 小时",
        _ => $"{(int)time.TotalDays} 天",
    };
}
