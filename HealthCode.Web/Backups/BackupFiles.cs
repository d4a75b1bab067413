using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>备份文件 — what lies in the folder of backups. A file that has its name has been read back and checked.</summary>
public sealed partial class BackupFiles(string folder)
{
    /// <summary>The setting that names another folder than <c>backups/</c> of the data folder.</summary>
    public const string Setting = "backups";

    /// <summary>What is behind the name of a file until it is checked.</summary>
    public const string Unfinished = ".part";

    /// <summary>For so many days a backup is kept.</summary>
    public const int DaysKept = 30;

    /// <summary>So many are kept whatever their age: a clock that was ahead for one night leaves more than its own.</summary>
    public const int AlwaysKept = 3;

    private const string OfBackup = ".hcb";
    private const string OfUpgrade = ".db";

    private const string Stamp = "yyyyMMdd-HHmmss";

    public string Folder => folder;

    /// <summary>The backups there are, the newest first; copies made before an upgrade are not among them.</summary>
    public IReadOnlyList<BackupOnDisk> All() => In(folder).Where(IsBackup).ToList();

    /// <summary>The newest one, or null; a stamp that lies ahead is of a clock that was wrong.</summary>
    public BackupOnDisk? Newest(DateTimeOffset now) => In(folder).FirstOrDefault(file => IsBackup(file) && file.At <= now);

    /// <summary>Whether a plain copy from before an upgrade still lies here, in clear.</summary>
    public bool HasUpgradeCopies => In(folder).Any(IsUpgradeCopy);

    /// <summary>A name for a backup of this moment that nothing has yet.</summary>
    public string NewPath(DateTimeOffset at) => NewPath("healthcode-", OfBackup, at);

    /// <summary>A name for a plain copy made before an upgrade.</summary>
    public string NewUpgradePath(DateTimeOffset at) => NewPath("before-upgrade-", OfUpgrade, at);

    /// <summary>Removes what is older than a month, and what was cut short.</summary>
    public void Sweep(DateTimeOffset now)
    {
        Remove(folder, IsOld(folder, now));
        foreach (var half in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Unfinished) : [])
        {
            File.Delete(half);
        }
    }

    /// <summary>Removes the plain copies from before an upgrade: a checked backup has just been made.</summary>
    public void RemoveUpgradeCopies() => Remove(folder, IsUpgradeCopy);

    /// <summary>The same in the second place, and what was made before papers were destroyed while it was away; only files of our own name are touched there.</summary>
    public static void SweepSecond(string second, DateTimeOffset now, DateTimeOffset? destroyed)
    {
        var isOld = IsOld(second, now);
        TryRemove(second, file => IsHalf(file) || isOld(file) || (destroyed is { } until && IsOfThen(file, until, now)));
    }

    /// <summary>销毁: every backup made up to a moment, copies from before an upgrade and half ones too, here and in the second place if it is there.</summary>
    /// <exception cref="IOException">One of those here cannot be deleted.</exception>
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

    /// <summary>A stamp that lies ahead says nothing: it counts as of then.</summary>
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

    /// <summary>A stick that is write-protected or failing keeps nothing else from being destroyed.</summary>
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
            // It cannot even be looked at: as good as not plugged in.
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
/// <param name="Name">Of the file.</param>
/// <param name="At">The moment it shows.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupOnDisk(string Name, DateTimeOffset At, long Bytes);

/// <summary>删掉的备份.</summary>
/// <param name="Count">How many were deleted.</param>
/// <param name="Left">Names of those in the second place that could not be.</param>
public sealed record RemovedBackups(int Count, IReadOnlyList<string> Left);
