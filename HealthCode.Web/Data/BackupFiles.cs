using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>备份文件 — what lies in the folder of backups. A file that has its name has been read back and checked.</summary>
public sealed partial class BackupFiles(string folder)
{
    /// <summary>The setting that names another folder than <c>backups/</c> of the data folder.</summary>
    public const string Setting = "backups";

    /// <summary>What is behind the name of a file until it is checked.</summary>
    public const string Unfinished = ".part";

    /// <summary>For so many days a backup is kept.</summary>
    public const int DaysKept = 30;

    private const string Stamp = "yyyyMMdd-HHmmss";

    public string Folder => folder;

    /// <summary>The backups there are, the newest first; copies made before an upgrade are not among them.</summary>
    public IReadOnlyList<BackupOnDisk> All() => In(folder).Where(file => file.Name.EndsWith(".hcb", StringComparison.Ordinal)).ToList();

    /// <summary>A name for a backup of this moment that nothing has yet.</summary>
    public string NewPath(DateTimeOffset at) => NewPath("healthcode-", ".hcb", at);

    /// <summary>A name for a plain copy made before an upgrade.</summary>
    public string NewUpgradePath(DateTimeOffset at) => NewPath("before-upgrade-", ".db", at);

    /// <summary>Removes what is older than a month, and what was cut short.</summary>
    public void Sweep(DateTimeOffset now)
    {
        Remove(folder, file => file.At < now.AddDays(-DaysKept));
        foreach (var half in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Unfinished) : [])
        {
            File.Delete(half);
        }
    }

    /// <summary>The same in the second place; only files of our own name are touched there.</summary>
    public static void SweepSecond(string second, DateTimeOffset now) => Remove(second, file => file.At < now.AddDays(-DaysKept));

    /// <summary>销毁: every backup made up to a moment, here and in the second place if it is there.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DestroyAsync(OfficeDb db, DateTimeOffset upTo, CancellationToken stopping = default)
    {
        var plan = await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync(stopping);
        return Remove(folder, file => file.At <= upTo) + Remove(plan?.SecondFolder ?? "", file => file.At <= upTo);
    }

    private static IEnumerable<BackupOnDisk> In(string place) => !Directory.Exists(place)
        ? []
        : new DirectoryInfo(place).EnumerateFiles().Select(file => (File: file, Name: OurName().Match(file.Name))).Where(each => each.Name.Success)
            .Select(each => new BackupOnDisk(each.File.Name, At(each.Name.Groups["at"].Value), each.File.Length))
            .OrderByDescending(file => file.At).ThenByDescending(file => file.Name, StringComparer.Ordinal);

    private static int Remove(string place, Func<BackupOnDisk, bool> which)
    {
        var files = In(place).Where(which).ToList();
        files.ForEach(file => File.Delete(Path.Combine(place, file.Name)));
        return files.Count;
    }

    private static DateTimeOffset At(string stamp) => DateTime.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        ? OfficeClock.StartOf(DateOnly.FromDateTime(at)) + at.TimeOfDay
        : DateTimeOffset.MaxValue;

    private string NewPath(string before, string behind, DateTimeOffset at)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, before + OfficeClock.AtOffice(at).ToString(Stamp, CultureInfo.InvariantCulture));
        var path = stem + behind;
        for (var number = 2; File.Exists(path); number++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{behind}");
        }

        return path;
    }

    [GeneratedRegex(@"^(healthcode|before-upgrade)-(?<at>[0-9]{8}-[0-9]{6})(-[0-9]+)?\.(hcb|db)$", RegexOptions.CultureInvariant)]
    private static partial Regex OurName();
}
