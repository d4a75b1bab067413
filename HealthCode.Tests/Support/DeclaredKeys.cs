using System.Text.RegularExpressions;

namespace HealthCode.Tests.Support;

/// <summary>The keys that the pages declare with <c>data-key</c> and their models in the steps they report, with the words of the buttons, read from the sources.</summary>
internal static partial class DeclaredKeys
{
    /// <summary>Page (or partial view) by its path, e.g. <c>/Passes/Details</c>; key; words of the button, without what is known only at run time.</summary>
    public static IReadOnlyList<(string Page, string Key, string Words)> All { get; } =
    [
        .. Directory.EnumerateFiles(Pages, "*.cshtml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => In(File.ReadAllText(file)).Concat(File.Exists(file + ".cs") ? InModel(File.ReadAllText(file + ".cs")) : [])
                .Select(key => ("/" + Path.ChangeExtension(Path.GetRelativePath(Pages, file), null).Replace('\\', '/'), key.Key, key.Words))),
    ];

    private static string Pages => SourceTree.Folder("HealthCode.Web", "Pages");

    /// <summary>Keys and words in the text of a page.</summary>
    public static IEnumerable<(string Key, string Words)> In(string page)
    {
        foreach (var match in Attribute().Matches(page).Cast<Match>())
        {
            var value = page[(match.Index + match.Length)..];
            if (match.Groups[1].Value is not "key" and var script)
            {
                // The scripts form-parts.js and read-aloud.js put the button or its key there.
                yield return script == "aloud" ? ("Alt+R", "读给本人听") : (Key().Match(value).Value, "同上");
                continue;
            }

            // Either the key, or an expression with it.
            var key = Key().Match(value.StartsWith("@(", StringComparison.Ordinal) ? value[..Behind(value, 1)] : value[..value.IndexOf('"', StringComparison.Ordinal)]);
            if (!key.Success)
            {
                continue;
            }

            var inside = value[EndOfTag(value)..];
            var words = Words(inside[..EndOfElement().Match(inside).Index]);
            yield return (key.Value, words);
        }
    }

    /// <summary>Keys and words of the steps (<c>NextStep</c>) in a page model: the words stand where the step is made, or in the calls of the method that makes it.</summary>
    public static IEnumerable<(string Key, string Words)> InModel(string model)
    {
        foreach (var step in Step().Matches(model).Cast<Match>())
        {
            IEnumerable<string> words = step.Groups["words"].Success
                ? [Parenthesis().Replace(step.Groups["words"].Value.Replace('{', '@'), "")]
                : Regex.Matches(model, step.Groups["method"].Value + @"\(""([^""]+)""\)").Select(call => call.Groups[1].Value);
            foreach (var each in words)
            {
                yield return (step.Groups["key"].Value, each);
            }
        }
    }

    /// <summary>The words of a button; of expressions the texts they choose among.</summary>
    private static string Words(string markup)
    {
        var text = Tag().Replace(markup, "");
        while (text.IndexOf("@(", StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = Behind(text[at..], 1) + at;
            text = text[..at] + string.Join("、", Literal().Matches(text[at..end]).Select(literal => literal.Groups[1].Value).Where(literal => literal.Length > 0)) + text[end..];
        }

        return Parenthesis().Replace(Expression().Replace(text, "@"), "").Replace("@ 张", "几张", StringComparison.Ordinal).Replace("@", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>The place behind the parenthesis that opens at a place.</summary>
    private static int Behind(string text, int at)
    {
        for (var depth = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    /// <summary>The place behind the &gt; of the tag; one inside an expression does not count.</summary>
    private static int EndOfTag(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '(')
            {
                at = Behind(text, at) - 1;
            }
            else if (text[at] == '>')
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    [GeneratedRegex("data-(key|same-key|aloud)=\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(NextStep (?<method>\w+)\(string \w+\) => new\(\w+|new\(\$?""(?<words>[^""]+)""), Url\.Page\([^;]*?""(?<key>Alt\+\w)""")]
    private static partial Regex Step();

    [GeneratedRegex(@"(Alt|Ctrl)\+\w|\bF\d+\b|\bEsc\b")]
    private static partial Regex Key();

    [GeneratedRegex("</(a|button)>")]
    private static partial Regex EndOfElement();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"@[\w.!\[\]]+(\([^()]*\))?")]
    private static partial Regex Expression();

    // With something in it that only the running program knows.
    [GeneratedRegex("（[^（）]*@[^（）]*）")]
    private static partial Regex Parenthesis();
}
