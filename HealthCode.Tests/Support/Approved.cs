using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>Approval tests: compares output with a reviewed copy that is checked in beside the test.</summary>
public static class Approved
{
    /// <summary>Compares with <c>Approved/NAME.txt</c> beside the test; if it differs, writes <c>NAME.received.txt</c> for a review.</summary>
    public static void Matches(string name, string text, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name + ".txt");
        var received = Path.ChangeExtension(approved, ".received.txt");
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved) : "", text);
    }
}
