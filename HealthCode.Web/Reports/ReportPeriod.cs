namespace HealthCode.Web.Reports;

/// <summary>报表时段.</summary>
public enum ReportPeriod
{
    /// <summary>一天.</summary>
    Day = 1,

    /// <summary>从哪天到哪天.</summary>
    Days = 2,

    /// <summary>截至今天.</summary>
    Today = 3,
}
