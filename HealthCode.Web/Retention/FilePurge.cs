using HealthCode.Web.Foundation;

namespace HealthCode.Web.Retention;

/// <summary>销毁的文件 — deletes the files of a folder in the data folder.</summary>
public sealed class FilePurge : IPurgeStep
{
    private static readonly TimeSpan OnTheWay = TimeSpan.FromHours(1);

    // Same period as the retention of the log.
    private static readonly TimeSpan LogsNeeded = TimeSpan.FromDays(366);

    private readonly Func<string, bool, IEnumerable<string>> _files;

    private FilePurge(string code, string kind, Func<string, bool, IEnumerable<string>> files) => (Code, Kind, _files) = (code, kind, files);

    public string Code { get; }

    public string Kind { get; }

    public string Unit => "个文件";

    public string How => "从磁盘删除";

    public bool OnlyForLastOffice => false;

    /// <summary>Automatic reports of the office; even masked lists contain resident data.</summary>
    public static FilePurge Reports(DataFolder folder) => new("reports", "自动出的报表", (office, _) => In(folder.Reports, office + "_*"));

    /// <summary>Temporary files; recent ones are kept while another office still works, because they may be in use.</summary>
    public static FilePurge Temporary(DataFolder folder, OfficeClock clock) => new("temporary", "临时文件", (_, isLast) =>
        new[] { folder.Temporary, folder.Uploads }.Distinct().SelectMany(place => In(place)).Where(file => isLast || IsOlder(file, clock, OnTheWay)));

    /// <summary>Old log files; they contain no resident data.</summary>
    public static FilePurge Logs(DataFolder folder, OfficeClock clock) => new("logs", "一年以前的运行日志（不含居民资料）", (_, _) =>
        In(folder.Logs).Where(file => IsOlder(file, clock, LogsNeeded)));

    public Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken)
    {
        var files = _files(officeCode, isLast).ToList();
        files.ForEach(File.Delete);
        return Task.FromResult(files.Count);
    }

    private static string[] In(string folder, string pattern = "*") =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, SearchOption.AllDirectories) : [];

    private static bool IsOlder(string file, OfficeClock clock, TimeSpan age) => File.GetLastWriteTimeUtc(file) < (clock.Now - age).UtcDateTime;
}
