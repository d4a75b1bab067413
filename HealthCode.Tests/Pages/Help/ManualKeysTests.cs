using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Tests.Pages.Help;

/// <summary>按键 — the tables of keys in the manual say what the pages declare. <c>scripts/test --pictures</c> writes them anew.</summary>
public sealed partial class ManualKeysTests
{
    private const string None = "这张桌的按钮没有自己的字母，都能用的见[到处都一样的按键](29-keys.md)。";

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
        Assert.DoesNotContain(DeclaredKeys.All.Select(key => Chapter(key.Page)), chapter => !written.Contains(chapter));
    }

    [Fact]
    public void Twin_a_key_is_found_with_the_words_of_its_button_whatever_the_page_decides() => Assert.Equal(
        [("Alt+S", "保存"), ("Alt+P", "印这一户"), ("Alt+F", "登记、放行"), ("Alt+J", "几张卡都盖好章了")],
        DeclaredKeys.In("""
            <button class="main" data-key="Alt+S">保存</button> <a data-key="Alt+P" href="@Url.Page("x", (a) => a > 1)">印这一户（@Model.Count 份）</a>
            <button data-key="@(Model.Read is null ? "Alt+F" : null)"><span>@(Model.Count > 0 ? "登记" : "放行")</span></button> <button data-key="Alt+J">@Model.ToStamp 张卡都盖好章了</button>
            """));

    [Fact]
    public void Twin_a_key_of_a_step_that_a_page_model_reports_is_found_too()
    {
        Assert.Equal([("Alt+P", "打印补正单"), ("Alt+P", "打印告知单"), ("Alt+J", "下一位")], DeclaredKeys.InModel("""
            SetStatus("退回", Slip("打印补正单")); SetStatus("不办", Slip("打印告知单"));
            private NextStep Slip(string text) => new(text, Url.Page("/Printing/Slip", new { Id })!, "Alt+P", IsAgainst: true);
            NextStep[] queue = [new($"下一位（还有 {await waiting.CountAsync()} 位）", Url.Page("/Review/Decide", new { id = first })!, "Alt+J")];
            """));
        Assert.Equal([("Alt+U", "同上"), ("Alt+R", "读给本人听")], DeclaredKeys.In("""
            <field for="Address" data-same-as="Stay" data-same-key="Alt+U" hint="写“同上”" /> <button data-aloud="#Input_ReadAloud">读给本人听</button>
            """));
    }

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
