using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>Some hundred servers live one after the other in the test process: none may hold one of the 128 file watchers Linux gives a user.</summary>
internal static class ManyServers
{
    [ModuleInitializer]
    internal static void WatchNoFiles()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
