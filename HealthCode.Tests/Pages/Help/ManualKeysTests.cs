using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Tests.Pages.Help;

/// <summary>按键 — the tables of keys in the manual say what the pages declare. <c>scripts/test --pictures</c> writes them anew.</summary>
public sealed partial class ManualKeysTests
{
    private const string None = "这张桌的按钮没有自己的字母；[到处都一样的按键](29-keys.md)都能用。";

    [Fact]
    public void Every_table_of_keys_says_what_the_pages_declare()
    {
        List<string> differing = [];
        HashSet<string> written = [];
        foreach (var file in Directory.GetFiles(SourceTree.Folder("HealthCode.Web", "Pages", "Help", "Chapters"), "*.md").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var chapter = Path.GetFileNameWithoutExtension(file)[3..];
            if (Section().Match(text) is not { Success: true } section)
            {
                continue;
            }

            written.Add(chapter);
            var today = text[..section.Groups[1].Index] + Table(chapter) + text[(section.Groups[1].Index + section.Groups[1].Length)..];
            if (today != text && ManualPictures.AreWritten)
            {
                File.WriteAllText(file, today);
            }
            else if (today != text)
            {
                differing.Add($"{Path.GetFileName(file)}: the keys of its pages have changed; {ManualPictures.Command} writes them");
            }
        }

        Assert.Empty(differing);
        Assert.Empty(DeclaredKeys.All.Select(key => Chapter(key.Page)).Where(chapter => !written.Contains(chapter)));
    }

    [Fact]
    public void Twin_a_key_is_found_with_the_words_of_its_button_whatever_the_page_decides() => Assert.Equal(
        [("Alt+S", "保存"), ("Alt+P", "印这一户"), ("Alt+F", "登记、放行"), ("Alt+J", "张卡都盖好章了")],
        DeclaredKeys.In("""
            <button class="main" data-key="Alt+S">保存</button> <a data-key="Alt+P" href="@Url.Page("x", (a) => a > 1)">印这一户（@Model.Count 份）</a>
            <button data-key="@(Model.Read is null ? "Alt+F" : null)"><span>@(Model.Count > 0 ? "登记" : "放行")</span></button> <button data-key="Alt+J">@Model.ToStamp 张卡都盖好章了</button>
            """));

    private static string Table(string chapter)
    {
        var keys = DeclaredKeys.All.Where(key => Chapter(key.Page) == chapter).GroupBy(key => key.Key).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var table = new StringBuilder("\n");
        if (keys.Count == 0)
        {
            return table.Append(None).Append('\n').ToString();
        }

        table.Append("| 按键 | 做什么 |\n|---|---|\n");
        foreach (var key in keys)
        {
            table.Append("| ").Append(key.Key).Append(" | ").Append(string.Join("；", key.Select(each => each.Words).Where(words => words.Length > 0).Distinct())).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Chapter(string page) => page.StartsWith("/Shared/", StringComparison.Ordinal) ? "keys" : HelpTopics.AddressOf(page).Split('/')[^1].Split('#')[0];

    /// <summary>What stands between the heading and the next one.</summary>
    [GeneratedRegex(@"^## (?:[^\n]*的按键|各页都有的按钮)\n(.*?)(?=\n## |\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();
}
