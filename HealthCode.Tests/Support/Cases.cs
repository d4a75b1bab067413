using Xunit.Sdk;

namespace HealthCode.Tests.Support;

/// <summary>Several cases of one rule before one server, where the rule says that nothing is changed: a server for each would take most of the time.</summary>
internal static class Cases
{
    /// <summary>Tries one case after the other; one that fails is named.</summary>
    public static async Task EachAsync<T>(IEnumerable<T> cases, Func<T, Task> proveAsync)
    {
        foreach (var one in cases)
        {
            try
            {
                await proveAsync(one);
            }
            catch (XunitException fault)
            {
                throw new XunitException($"{one}: {fault.Message}", fault);
            }
        }
    }
}
