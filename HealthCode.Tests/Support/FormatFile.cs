using System.Text.RegularExpressions;

namespace HealthCode.Tests.Support;

/// <summary>Reads a FORMAT.md, so that what it tells the author of another implementation is tested.</summary>
public static partial class FormatFile
{
    /// <summary>Its test vectors by name.</summary>
    /// <param name="folder">Path of its folder in the repository.</param>
    public static IReadOnlyDictionary<string, string> Vectors(params string[] folder)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Folder(folder), "FORMAT.md"));
        return Vector().Matches(text[text.IndexOf("## Test vector", StringComparison.Ordinal)..]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    [GeneratedRegex(@"^([a-z][a-z -]+):\s+(\S.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Vector();
}
