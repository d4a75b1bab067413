using HealthCode.Domain.Rules;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;

namespace HealthCode.Web.Jobs;

/// <summary>Why a job has failed, in words for the office; the log has the rest.</summary>
public static class JobFaults
{
    /// <summary>A Chinese sentence that carries no value of a row.</summary>
    public static string SentenceOf(Exception fault) =>
        fault is JobFailedException ? fault.Message
        : IsRefusal(fault) ? $"没有做成：{fault.Message}"
        : DataFaults.SentenceOf(fault) is { } told ? $"没有做成：{told}"
        : fault is IOException
        ? "没有做成：文件写不进去。请检查磁盘有没有地方、文件是不是正被打开。"
        : "没有做成，原因记在运行日志里。";

    /// <summary>Whether the office's rules or its settings stand against it: trying again changes nothing.</summary>
    public static bool IsRefusal(Exception fault) => fault is RuleBrokenException or BackupRefusedException;
}
