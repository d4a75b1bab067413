using HealthCode.Web.Foundation;
using NLog;
using NLog.Config;
using NLog.Targets;

namespace HealthCode.Web.Hosting;

/// <summary>运行日志 — log for maintainers. Contains no user input: no query strings, form values or SQL parameters.</summary>
public static class OfficeLog
{
    /// <summary>One file a day, kept a year (网络安全法: at least six months).</summary>
    public static LogFactory Open(DataFolder folder)
    {
        var file = new FileTarget("file")
        {
            FileName = Path.Combine(folder.Logs, "healthcode-${shortdate}.log"),
            Layout = "${longdate} ${level:uppercase=true} ${logger:shortName=true} ${message}${onexception:${newline}${exception:format=ToString}}",
            MaxArchiveDays = 366,
            KeepFileOpen = true,
        };
        var factory = new LogFactory();
        var rules = new LoggingConfiguration(factory);
        rules.AddRule(NLog.LogLevel.Info, NLog.LogLevel.Fatal, file);
        factory.Configuration = rules;
        return factory;
    }
}
