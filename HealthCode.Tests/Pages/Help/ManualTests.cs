using AngleSharp.Html.Parser;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Help;

namespace HealthCode.Tests.Pages.Help;

/// <summary>使用手册: the chapters, read from the files that GitHub shows.</summary>
public sealed class ManualTests
{
    [Fact]
    public void Every_file_is_a_chapter_in_the_order_of_its_number()
    {
        var files = Directory.GetFiles(SourceTree.Folder("HealthCode.Web", "Pages", "Help", "Chapters"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)[3..]);

        Assert.Equal(files.Order(StringComparer.Ordinal), Manual.Chapters.Select(chapter => chapter.Name).Order(StringComparer.Ordinal));
        Assert.Equal("first-card", Manual.Chapters[0].Name);
        Assert.Equal("trouble", Manual.Chapters[^1].Name);
    }

    [Theory]
    [InlineData("五分钟，办第一张卡")]
    [InlineData("启动和首次设置")]
    [InlineData("登录和密码")]
    [InlineData("录入")]
    [InlineData("查询")]
    [InlineData("审核")]
    [InlineData("通行卡")]
    [InlineData("打印")]
    [InlineData("查验")]
    [InlineData("场所")]
    [InlineData("报表")]
    [InlineData("导入")]
    [InlineData("谁看过")]
    [InlineData("管理")]
    [InlineData("到处都一样的按键")]
    [InlineData("停电、备份和恢复")]
    [InlineData("疫情解除")]
    [InlineData("出了问题怎么办")]
    public void What_an_office_does_has_its_chapter(string title) => Assert.NotEmpty(Assert.Single(Manual.Chapters, chapter => chapter.Title == title).Headings);

    [Fact]
    public void An_anchor_is_there_once_in_the_whole_manual() =>
        Assert.All(
            Manual.Chapters.SelectMany(chapter => chapter.Headings.Select(heading => heading.Anchor).Append(chapter.Name)).CountBy(anchor => anchor),
            anchor => Assert.Equal(1, anchor.Value));

    [Fact]
    public void Raw_HTML_is_shown_as_text()
    {
        var chapter = Manual.Read("test", "# 一章\n\n## 一节\n\n<script>alert(1)</script> <b onclick=\"x\">粗</b>\n\n<iframe src=\"/\"></iframe>\n");

        Assert.Empty(new HtmlParser().ParseDocument(chapter.Html).QuerySelectorAll("script, iframe, b, [onclick]"));
        Assert.Contains("&lt;script&gt;", chapter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[网页](https://example.com/)")]
    [InlineData("[脚本](javascript:alert(1))")]
    [InlineData("![图](data:image/png;base64,AAAA)")]
    [InlineData("[源码](../Index.cshtml)")]
    public void A_link_that_leads_neither_to_a_chapter_nor_to_a_picture_is_refused(string link) =>
        Assert.Throws<InvalidOperationException>(() => Manual.Read("test", $"# 一章\n\n{link}\n"));

    [Fact]
    public void No_chapter_has_a_style_of_its_own_or_marks_that_were_not_understood() => Assert.All(Manual.Chapters, chapter =>
    {
        Assert.Empty(new HtmlParser().ParseDocument(chapter.Html).QuerySelectorAll("[style], script, style"));
        Assert.DoesNotContain("**", chapter.Html, StringComparison.Ordinal);
    });
}
