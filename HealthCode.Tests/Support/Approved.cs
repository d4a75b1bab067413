using System.Runtime.CompilerServices;

namespace HealthCode.Tests.Support;

/// <summary>An approved copy beside the test: somebody looked at it, and from then on every change of it is seen.</summary>
public static class Approved
{
    /// <summary>Compares with <c>Approved/NAME.txt</c> beside the calling test; what differs is left as <c>NAME.received.txt</c> to be looked at and, if right, renamed.</summary>
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
