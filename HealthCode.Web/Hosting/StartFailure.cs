using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using NLog;

namespace HealthCode.Web.Hosting;

/// <summary>启动不成 — reports in Chinese why the program did not start, on the console and in the log (a service has no console).</summary>
public static class StartFailure
{
    /// <summary>Writes the reason to the console and the log.</summary>
    public static void Report(Exception fault, LogFactory log)
    {
        var reason = fault as CannotStartException ?? new CannotStartException(
            DataFaults.SentenceOf(fault) ?? "程序自己出了错。请把数据目录里 logs 文件夹中最新的文件交给维护程序的人。",
            $"{fault.GetType().Name}: {fault.Message}",
            fault);
        // Message only; the stack trace goes to the log.
        Console.Error.WriteLine(reason.Message);
        log.GetLogger(typeof(StartFailure).FullName!).Fatal(fault, reason.Message);
        log.Flush();
    }
}
