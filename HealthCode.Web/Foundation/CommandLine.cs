namespace HealthCode.Web.Foundation;

/// <summary>命令行 — what may follow the program's name: <c>--demo</c>, <c>--urls URLS</c>.</summary>
public static class CommandLine
{
    /// <summary>Makes the bare switches settings, and finds the web files wherever the program was started from.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var beside = AppContext.BaseDirectory;
        var startedElsewhere = !Directory.Exists("wwwroot") && Directory.Exists(Path.Combine(beside, "wwwroot"));
        return new()
        {
            // The framework would take the next word for the value of a bare switch. --service means nothing any more, but installers wrote it before the data folder.
            Args = [.. args.Select(word => word is "--demo" or "--service" ? word + "=true" : word)],
            ContentRootPath = startedElsewhere ? beside : null,
        };
    }
}
