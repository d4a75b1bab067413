namespace HealthCode.Web.Foundation;

/// <summary>数据目录 — all persistent data: database, keys, logs, prints not yet checked, and reports.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>Name of the setting and environment variable with its path.</summary>
    public const string Setting = "HEALTHCODE_DATA";

    /// <summary>Name of the setting with a folder that several servers of a county have in common; unset, everything is in the data folder.</summary>
    public const string SharedSetting = "HEALTHCODE_SHARED";

    /// <summary>Where the parts lie that another server needs, too: keys, prints, uploads, reports, backups. The data folder itself unless the setting names another.</summary>
    public string Shared { get; init; } = Path;

    /// <summary>Whether other servers may use the shared part.</summary>
    public bool IsShared => Shared != Path;

    public string Database => System.IO.Path.Combine(Path, "healthcode.db");

    public string Keys => System.IO.Path.Combine(Shared, "keys");

    /// <summary>PDFs of print runs that have not been checked yet.</summary>
    public string Prints => System.IO.Path.Combine(Shared, "prints");

    /// <summary>Temporary files of reports and backups; files left by a power cut are deleted.</summary>
    public string Temporary => System.IO.Path.Combine(Path, "tmp");

    /// <summary>Uploaded files until they are imported; files left by a power cut are deleted.</summary>
    public string Uploads => System.IO.Path.Combine(Shared, "tmp");

    /// <summary>Database of the background jobs. Separate, so that its locks do not delay users; may be lost without harm.</summary>
    public string Jobs => System.IO.Path.Combine(Path, "jobs.db");

    /// <summary>Automatically created reports, one subfolder per day.</summary>
    public string Reports => System.IO.Path.Combine(Shared, "reports");

    /// <summary>Default folder for backups, unless the settings name another.</summary>
    public string Backups => System.IO.Path.Combine(Shared, "backups");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Resolves the paths without creating or checking the folders.</summary>
    /// <param name="configured">The value of <see cref="Setting"/>.</param>
    /// <param name="shared">The value of <see cref="SharedSetting"/>.</param>
    public static DataFolder Named(string? configured, string? shared = null)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? "data" : configured));
        return string.IsNullOrWhiteSpace(shared) ? folder : folder with { Shared = System.IO.Path.GetFullPath(shared) };
    }

    /// <summary>Resolves the path from the command line and environment variables.</summary>
    public static DataFolder Named(string[] args) => Named(
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(CommandLine.Options(args).Args ?? []).Build()[Setting]);

    /// <summary>Creates the folder with its subfolders and checks that it can be written.</summary>
    /// <exception cref="CannotStartException">The folder cannot be written.</exception>
    public static DataFolder Open(string? configured, string? shared = null)
    {
        var folder = Named(configured, shared);
        try
        {
            OwnersAlone.SetUmask();
            Directory.CreateDirectory(folder.Keys);
            Directory.CreateDirectory(folder.Logs);
            Directory.CreateDirectory(folder.Prints);
            Directory.CreateDirectory(folder.Temporary);
            Directory.CreateDirectory(folder.Uploads);
            Directory.CreateDirectory(folder.Reports);
            foreach (var place in new[] { folder.Path, folder.Shared })
            {
                var trial = System.IO.Path.Combine(place, $".trial-{Environment.ProcessId}");
                File.WriteAllText(trial, "");
                File.Delete(trial);
            }

            folder.RestrictAccess();
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"数据目录 {folder.Places} 不能写入。请检查磁盘和权限，或用环境变量 {Setting} 指定别的目录。",
                $"the data folder {folder.Places} cannot be written. Check disk and permissions, or name another folder in {Setting}.",
                failure);
        }
    }

    private string Places => !IsShared ? Path : $"{Path}, {Shared}";

    /// <summary>Restricts access to files that an earlier version, a copy or a restored backup left readable for other users of this PC.</summary>
    private void RestrictAccess()
    {
        OwnersAlone.Restrict(Path);
        foreach (var inside in new[] { Keys, Logs, Prints, Temporary, Uploads, Reports, Backups }.Distinct())
        {
            OwnersAlone.RestrictTree(inside);
        }

        OwnersAlone.CloseWithCompanions(Database);
        OwnersAlone.CloseWithCompanions(Jobs);
    }
}
