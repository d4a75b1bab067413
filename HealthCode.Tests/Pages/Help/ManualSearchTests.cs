using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Help;

namespace HealthCode.Tests.Pages.Help;

/// <summary>手册查找: without a sign-in and without a script.</summary>
public sealed class ManualSearchTests
{
    [Fact]
    public async Task A_word_leads_to_the_sections_that_have_it_and_is_marked_in_its_sentence()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var browser = await server.Browser().OpenAsync("/Help?q=备份口令");

        var first = browser.Page.QuerySelector(".hits li")!;
        Assert.Equal("/Help/backup#设一次备份口令", Uri.UnescapeDataString(first.QuerySelector("a")!.GetAttribute("href")!));
        Assert.Equal("设一次备份口令", first.QuerySelector("a")!.TextContent);
        Assert.All(browser.Page.QuerySelectorAll(".hits li"), hit => Assert.Equal("备份口令", hit.QuerySelector("mark")!.TextContent));
        Assert.Contains(browser.Page.QuerySelectorAll(".hits p"), sentence => sentence.TextContent.Contains("备份口令", StringComparison.Ordinal));
        Assert.Equal("备份口令", browser.Page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_heading_comes_before_the_text_and_letters_are_the_same_in_either_case()
    {
        var hits = ManualSearch.Find("扫码枪");

        Assert.Equal(("trouble", "扫码枪没有反应"), (hits[0].Chapter.Name, hits[0].Anchor));
        Assert.NotEmpty(ManualSearch.Find("alt+s"));
        Assert.Equal(ManualSearch.Find("alt+s").Count, ManualSearch.Find("ALT+S").Count);
    }

    [Fact]
    public void Several_words_must_all_be_in_a_section()
    {
        var hits = ManualSearch.Find("补打　作废");

        Assert.NotEmpty(hits);
        Assert.All(hits, hit =>
        {
            var words = hit.Chapter.Title + string.Concat(hit.Heading.Concat(hit.Sentences.SelectMany(parts => parts)).Select(part => part.Text));
            Assert.True(words.Contains("补打", StringComparison.Ordinal) && words.Contains("作废", StringComparison.Ordinal), words);
        });
        Assert.True(hits.Count < ManualSearch.Find("作废").Count);
    }

    [Fact]
    public void Cells_of_tables_are_found_and_the_parts_make_up_the_sentence()
    {
        var hit = ManualSearch.Find("主板电池").Single();

        Assert.Equal("电脑时间不对", string.Concat(hit.Heading.Select(part => part.Text)));
        Assert.Contains(hit.Sentences, sentence => string.Concat(sentence.Select(part => part.Text)) == "时间老是自己变，多半是主板电池没电，换一粒。");
        Assert.NotEmpty(ManualSearch.Find("大写锁定键"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("没有这样的字没有这样的字")]
    public async Task What_is_nowhere_is_said_so_and_nothing_of_the_question_becomes_a_tag(string question)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var browser = await server.Browser().OpenAsync("/Help?q=" + Uri.EscapeDataString(question));

        Assert.Contains("手册里没有这些字", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main script, mark"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("　 ")]
    public void An_empty_question_finds_nothing(string? question) => Assert.Empty(ManualSearch.Find(question));
}
