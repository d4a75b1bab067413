using HealthCode.Domain.Rules;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;

namespace HealthCode.Web.Jobs;

/// <summary>Messages in Chinese why a job failed; details are in the log.</summary>
public static class JobFaults
{
    /// <summary>A Chinese message without personal data.</summary>
    public static string SentenceOf(Exception fault) =>
        fault is JobFailedException ? fault.Message
        : IsRefusal(fault) ? $"没有做成：{fault.Message}"
        : DataFaults.SentenceOf(fault) is { } told ? $"没有做成：{told}"
        : fault is IOException
        ? "没有做成：文件写不进去。请检查磁盘有没有地方、文件是不是正被打开。"
        : "没有做成，原因记在运行日志里。";

    /// <summary>Whether a business rule or a setting prevents it, so that a retry would fail again.</summary>
    public static bool IsRefusal(Exception fault) => fault is RuleBrokenException or BackupRefusedException;
}
