using System.Diagnostics.Metrics;
using HealthCode.Web.Foundation;
using HealthCode.Web.Metrics;

namespace HealthCode.Web.Backups;

/// <summary>Registers the backup services.</summary>
public static class BackupsSetUp
{
    public static void AddBackups(this WebApplicationBuilder builder)
    {
        var elsewhere = builder.Configuration[BackupFiles.Setting];
        builder.Services.AddSingleton(services => new BackupFiles(
            string.IsNullOrEmpty(elsewhere) ? services.GetRequiredService<DataFolder>().Backups : Path.GetFullPath(elsewhere)));
        builder.Services.AddSingleton<BackupRunner>();
        builder.Services.AddScoped<CountyImport>();
        builder.Services.AddSingleton(services => AgeOfNewest(services.GetRequiredService<BackupFiles>(), services.GetRequiredService<OfficeClock>()));
    }

    private static ObservedGauge AgeOfNewest(BackupFiles files, OfficeClock clock) => new("healthcode.backup.age", "s", "Age of the newest backup in this server's folder; absent without one.", () =>
        files.Newest(clock.Now) is { } newest ? [new Measurement<double>((clock.Now - newest.At).TotalSeconds)] : []);
}
