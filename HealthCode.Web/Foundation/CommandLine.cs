namespace HealthCode.Web.Foundation;

/// <summary>命令行 — command line options: <c>--demo</c>, <c>--urls URLS</c>.</summary>
public static class CommandLine
{
    /// <summary>Converts switches without a value to settings, and finds wwwroot when started from another folder.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var beside = AppContext.BaseDirectory;
        var startedElsewhere = !Directory.Exists("wwwroot") && Directory.Exists(Path.Combine(beside, "wwwroot"));
        return new()
        {
            // Configuration would take the next argument as the value of a switch. --service has no effect, but older installers wrote it before the
            // data folder.
            Args = [.. args.Select(word => word is "--demo" or "--service" ? word + "=true" : word)],
            ContentRootPath = startedElsewhere ? beside : null,
        };
    }
}
