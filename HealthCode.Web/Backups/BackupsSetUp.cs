using HealthCode.Web.Foundation;

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
    }
}
