using System.Reflection;
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
        // The benchmarks measure what an office has; they run in a process of their own.
        if (Assembly.GetEntryAssembly() == typeof(ManyServers).Assembly)
        {
            return;
        }

        // No server lives long enough for code that builds its services faster to pay.
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
        // Nor a program that a test starts beside this process and kills, for compiling its code anew while it starts.
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "10000");
    }
}
