using HealthCode.Web.Data;
using HealthCode.Web.Hosting;

namespace HealthCode.Web.Backups;

/// <summary>What keeps the office's papers when its PC is lost.</summary>
public static class BackupsSetUp
{
    public static void AddBackups(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => Files(services.GetRequiredService<DataFolder>(), builder.Configuration));
        builder.Services.AddSingleton<BackupDesk>();
    }

    private static BackupFiles Files(DataFolder folder, IConfiguration settings) =>
        new(settings[BackupFiles.Setting] is { Length: > 0 } elsewhere ? Path.GetFullPath(elsewhere) : Path.Combine(folder.Path, "backups"));
}
