using Xunit.Sdk;

namespace HealthCode.Tests.Support;

/// <summary>Runs several cases against one server; for rules whose cases change nothing, because starting a server for each would be slow.</summary>
internal static class Cases
{
    /// <summary>Runs the cases in turn; the failure message names the case that failed.</summary>
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
