using HealthCode.Web.Data;
using HealthCode.Web.Hosting;

namespace HealthCode.Web.Backups;

/// <summary>What keeps the office's papers when its PC is lost.</summary>
public static class BackupsSetUp
{
    public static void AddBackups(this WebApplicationBuilder builder)
    {
        var elsewhere = builder.Configuration[BackupFiles.Setting];
        builder.Services.AddSingleton(services => new BackupFiles(
            string.IsNullOrEmpty(elsewhere) ? Path.Combine(services.GetRequiredService<DataFolder>().Path, "backups") : Path.GetFullPath(elsewhere)));
        builder.Services.AddSingleton<BackupDesk>();
    }
}
