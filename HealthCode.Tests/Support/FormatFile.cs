using System.Text.RegularExpressions;

namespace HealthCode.Tests.Support;

/// <summary>A FORMAT.md beside the code it describes: what it tells the writer of another reader is tested.</summary>
public static partial class FormatFile
{
    /// <summary>Its test vectors, name → value.</summary>
    /// <param name="folder">From the root of the repository.</param>
    public static IReadOnlyDictionary<string, string> Vectors(params string[] folder)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Folder(folder), "FORMAT.md"));
        return Vector().Matches(text[text.IndexOf("## Test vector", StringComparison.Ordinal)..]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    [GeneratedRegex(@"^([a-z][a-z -]+):\s+(\S.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Vector();
}
