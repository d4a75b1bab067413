using System.Reflection;
using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>Process-wide settings for tests that start some hundred servers one after the other.</summary>
internal static class ManyServers
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        // Each server would hold one of the 128 file watchers that Linux allows a user.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        // The benchmarks run in a process of their own and measure the settings an office has.
        if (Assembly.GetEntryAssembly() == typeof(ManyServers).Assembly)
        {
            return;
        }

        // No server lives long enough for the compiled service factories to pay off.
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
        // Also for programs that a test starts and kills: delays recompilation (tiered compilation) beyond the start.
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "10000");
    }
}
