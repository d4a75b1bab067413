using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>数据库故障 — a fault of the disk or of another program, as a sentence that says what to do. Everything else is a bug and gets an error page with a number.</summary>
public static class DataFaults
{
    /// <summary>Fallback sentence for a file error.</summary>
    public const string OfSomeKind = "文件读不出或者写不进去。请系统管理员检查磁盘和权限，再试一次。";

    /// <summary>Kind of a fault of the database that is no <see cref="DatabaseFault"/>: a bug, or a row changed meanwhile.</summary>
    private const string OtherKind = "other";

    private const string DiskIsFull = "硬盘满了，存不下了。请系统管理员腾出地方，再试一次。";

    // Linux: ENOSPC, EROFS. Windows: ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL, ERROR_WRITE_PROTECT.
    private static readonly int[] FullDisk = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly int[] ReadOnlyDisk = [30, unchecked((int)0x80070013)];

    /// <summary>The sentence, or null if it is another kind of error.</summary>
    public static string? SentenceOf(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if ((DatabaseEngines.FaultOf(fault) is { } ofDatabase ? Sentence(ofDatabase) : Sentence(fault)) is { } sentence)
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>All kinds of fault of a save, as the metrics name them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<DatabaseFault>().Select(Kind), OtherKind];

    /// <summary>The kind of fault of a save, or null if the database is not at fault: a rule refused, or the request ended.</summary>
    public static string? KindOf(Exception fault)
    {
        string? kind = null;
        for (var each = fault; each is not null; each = each.InnerException)
        {
            if (each is OperationCanceledException)
            {
                return null;
            }

            if (DatabaseEngines.FaultOf(each) is { } known)
            {
                return Kind(known);
            }

            kind = each is DbException or DbUpdateException ? OtherKind : kind;
        }

        return kind;
    }

    /// <summary>Whether the database file is damaged.</summary>
    public static bool IsDamage(Exception fault) => DatabaseEngines.FaultOf(fault) == DatabaseFault.Damaged;

    private static string Kind(DatabaseFault fault) => JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.ToString());

    private static string Sentence(DatabaseFault fault) => fault switch
    {
        DatabaseFault.Damaged => "数据库文件有损坏。请马上请系统管理员停下程序，照安装说明“从备份恢复”一节做；不要再录。",
        DatabaseFault.Busy => "数据库正被别的程序占用，没有轮到这一次。请再试一次；一直这样，请系统管理员看看是不是杀毒、同步网盘或者打开数据库的工具占着它，关掉那个程序。",
        DatabaseFault.ReadOnly => "数据库或者数据目录成了只读的，写不进去。请系统管理员检查磁盘和权限。",
        DatabaseFault.DiskError => "磁盘读写出错，可能是硬盘或者 U 盘要坏了。请系统管理员马上备份，检查硬盘。",
        DatabaseFault.CannotOpen => "数据库文件打不开：文件不见了、没有权限，或者硬盘满了。请系统管理员检查数据目录。",
        DatabaseFault.Unreachable => "连不上数据库，可能正在重新启动。请过一分钟再试；还是不行，请系统管理员看看数据库那台机器和网络。",
        _ => DiskIsFull,
    };

    private static string? Sentence(Exception fault) => fault switch
    {
        IOException { HResult: var code } when FullDisk.Contains(code) => DiskIsFull,
        IOException { HResult: var code } when ReadOnlyDisk.Contains(code) => "磁盘是只读的，写不进去：U 盘有写保护开关的请拨开，没有的请系统管理员检查磁盘。",
        UnauthorizedAccessException => "没有权限，文件打不开或者写不进去。请系统管理员检查权限；在命令行里做的，请用管理员身份再做一次。",
        _ => null,
    };
}
