using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>What is set for the process of the tests, in which some hundred servers live one after the other.</summary>
internal static class ManyServers
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        // None may hold one of the 128 file watchers Linux gives a user.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        // No server lives long enough for code that builds its services faster to pay. The benchmarks run in a process of their own.
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", System.Reflection.Assembly.GetEntryAssembly() != typeof(ManyServers).Assembly);
    }
}
