namespace HealthCode.Web.Reports;

/// <summary>What draws up reports.</summary>
public static class ReportsSetUp
{
    public static void AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReportDesk>();
        builder.Services.AddScoped<PaperTrail>();
    }
}
