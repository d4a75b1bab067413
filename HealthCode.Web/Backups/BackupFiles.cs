using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>备份文件 — the files in the backup folder. A file gets its final name only after it was read back and checked.</summary>
public sealed partial class BackupFiles(string folder)
{
    /// <summary>Setting that overrides <c>backups/</c> of the data folder.</summary>
    public const string Setting = "backups";

    /// <summary>Suffix of a file that is not checked yet.</summary>
    public const string Unfinished = ".part";

    /// <summary>Days a backup is kept.</summary>
    public const int DaysKept = 30;

    /// <summary>Number kept regardless of age: after a night with a wrong clock, earlier backups must not all count as old.</summary>
    public const int AlwaysKept = 3;

    private const string OfBackup = ".hcb";
    private const string OfUpgrade = ".db";

    private const string Stamp = "yyyyMMdd-HHmmss";

    public string Folder => folder;

    /// <summary>All backups, newest first, without the copies made before an upgrade.</summary>
    public IReadOnlyList<BackupOnDisk> All() => In(folder).Where(IsBackup).ToList();

    /// <summary>The newest backup, or null. Timestamps in the future are ignored: the clock was wrong.</summary>
    public BackupOnDisk? Newest(DateTimeOffset now) => In(folder).FirstOrDefault(file => IsBackup(file) && file.At <= now);

    /// <summary>Whether an unencrypted copy from before an upgrade exists.</summary>
    public bool HasUpgradeCopies => In(folder).Any(IsUpgradeCopy);

    /// <summary>An unused file name for a backup made now.</summary>
    public string NewPath(DateTimeOffset at) => NewPath("healthcode-", OfBackup, at);

    /// <summary>An unused file name for an unencrypted copy made before an upgrade.</summary>
    public string NewUpgradePath(DateTimeOffset at) => NewPath("before-upgrade-", OfUpgrade, at);

    /// <summary>Deletes backups past retention and unfinished files.</summary>
    public void Sweep(DateTimeOffset now)
    {
        Remove(folder, IsOld(folder, now));
        foreach (var half in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Unfinished) : [])
        {
            File.Delete(half);
        }
    }

    /// <summary>Deletes the unencrypted copies from before an upgrade, after a backup was made and checked.</summary>
    public void RemoveUpgradeCopies() => Remove(folder, IsUpgradeCopy);

    /// <summary>The same in the second folder, plus backups from before a destruction at which the folder was missing. Only files named by this program are touched.</summary>
    public static void SweepSecond(string second, DateTimeOffset now, DateTimeOffset? destroyed)
    {
        var isOld = IsOld(second, now);
        TryRemove(second, file => IsHalf(file) || isOld(file) || (destroyed is { } until && IsOfThen(file, until, now)));
    }

    /// <summary>销毁: deletes every backup up to a moment, including upgrade copies and unfinished files, here and in the second folder if present.</summary>
    /// <exception cref="IOException">A file in the first folder cannot be deleted.</exception>
    public async Task<RemovedBackups> DestroyAsync(OfficeDb db, DateTimeOffset upTo, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var plan = await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        bool Which(BackupOnDisk file) => IsHalf(file) || IsOfThen(file, upTo, now);
        var here = Remove(folder, Which);
        var there = TryRemove(plan?.SecondFolder ?? "", Which);
        return there with { Count = here + there.Count };
    }

    private static bool IsHalf(BackupOnDisk file) => !file.Name.EndsWith(OfBackup, StringComparison.Ordinal) && !file.Name.EndsWith(OfUpgrade, StringComparison.Ordinal);

    private static bool IsBackup(BackupOnDisk file) => file.Name.EndsWith(OfBackup, StringComparison.Ordinal);

    private static bool IsUpgradeCopy(BackupOnDisk file) => file.Name.Contains(OfUpgrade, StringComparison.Ordinal);

    /// <summary>A timestamp in the future is not reliable and counts as before <paramref name="upTo"/>.</summary>
    private static bool IsOfThen(BackupOnDisk file, DateTimeOffset upTo, DateTimeOffset now) => file.At <= upTo || file.At > now;

    private static Func<BackupOnDisk, bool> IsOld(string place, DateTimeOffset now)
    {
        var kept = TryIn(place).Where(file => IsBackup(file) && file.At <= now).Take(AlwaysKept).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return file => file.At < now.AddDays(-DaysKept) && !kept.Contains(file.Name);
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

    /// <summary>A write-protected or failing stick must not stop the rest of the destruction.</summary>
    private static RemovedBackups TryRemove(string place, Func<BackupOnDisk, bool> which)
    {
        List<string> left = [];
        var count = 0;
        foreach (var file in TryIn(place).Where(which))
        {
            try
            {
                File.Delete(Path.Combine(place, file.Name));
                count++;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                left.Add(file.Name);
            }
        }

        return new(count, left);
    }

    private static List<BackupOnDisk> TryIn(string place)
    {
        try
        {
            return [.. In(place)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Not readable: treated as not plugged in.
            return [];
        }
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

    [GeneratedRegex(@"^(healthcode|before-upgrade)-(?<at>[0-9]{8}-[0-9]{6})(-[0-9]+)?\.(hcb|db)(\.part(-journal)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OurName();
}

/// <summary>一份备份.</summary>
/// <param name="Name">File name.</param>
/// <param name="At">Timestamp in the name.</param>
/// <param name="Bytes">Size.</param>
public sealed record BackupOnDisk(string Name, DateTimeOffset At, long Bytes);

/// <summary>删掉的备份.</summary>
/// <param name="Count">Number of deleted files.</param>
/// <param name="Left">Names of files in the second folder that could not be deleted.</param>
public sealed record RemovedBackups(int Count, IReadOnlyList<string> Left);
