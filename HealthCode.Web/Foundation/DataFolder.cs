namespace HealthCode.Web.Foundation;

/// <summary>数据目录 — everything that must survive and be backed up: the database, the keys, the logs, prints not yet checked, and reports not yet sent.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>The environment variable that names it.</summary>
    public const string Setting = "HEALTHCODE_DATA";

    public string Database => System.IO.Path.Combine(Path, "healthcode.db");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>PDFs of print runs that have not been checked yet.</summary>
    public string Prints => System.IO.Path.Combine(Path, "prints");

    /// <summary>Reports on their way out and files on their way in; what a power cut leaves there is swept away.</summary>
    public string Temporary => System.IO.Path.Combine(Path, "tmp");

    /// <summary>Background jobs. A file of its own: its locks keep no clerk waiting, and it may be lost.</summary>
    public string Jobs => System.IO.Path.Combine(Path, "jobs.db");

    /// <summary>Reports that were drawn up by themselves, one folder a day.</summary>
    public string Reports => System.IO.Path.Combine(Path, "reports");

    /// <summary>Where backups lie, unless the settings name another place.</summary>
    public string Backups => System.IO.Path.Combine(Path, "backups");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Where it is to be, whether or not it can be used.</summary>
    public static DataFolder Named(string? configured) =>
        new(System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? "data" : configured));

    /// <summary>The same, as the command line and the environment say.</summary>
    public static DataFolder Named(string[] args) => Named(
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(CommandLine.Options(args).Args ?? []).Build()[Setting]);

    /// <summary>Makes the folder ready, or says why it cannot be used.</summary>
    /// <exception cref="CannotStartException">The folder cannot be written.</exception>
    public static DataFolder Open(string? configured)
    {
        var folder = Named(configured);
        try
        {
            OwnersAlone.FromNowOn();
            Directory.CreateDirectory(folder.Keys);
            Directory.CreateDirectory(folder.Logs);
            Directory.CreateDirectory(folder.Prints);
            Directory.CreateDirectory(folder.Temporary);
            Directory.CreateDirectory(folder.Reports);
            var trial = System.IO.Path.Combine(folder.Path, ".trial");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            folder.Close();
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"数据目录 {folder.Path} 不能写入。请检查磁盘和权限，或用环境变量 {Setting} 指定别的目录。",
                $"the data folder {folder.Path} cannot be written. Check disk and permissions, or name another folder in {Setting}.",
                failure);
        }
    }

    /// <summary>What an earlier version, a copy or a restored backup left open to others on this PC.</summary>
    private void Close()
    {
        OwnersAlone.Close(Path);
        foreach (var inside in new[] { Keys, Logs, Prints, Temporary, Reports, Backups })
        {
            OwnersAlone.CloseAll(inside);
        }

        OwnersAlone.CloseWithCompanions(Database);
        OwnersAlone.CloseWithCompanions(Jobs);
    }
}
