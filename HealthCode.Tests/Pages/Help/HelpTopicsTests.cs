using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Help;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HealthCode.Tests.Pages.Help;

/// <summary>Which chapter is about which page: every desk has one of its own.</summary>
public sealed class HelpTopicsTests
{
    [Fact]
    public void Every_desk_of_the_menu_has_a_chapter_of_its_own_with_its_name()
    {
        var chapters = Navigation.Desks.Select(desk => (desk.Title, Chapter: Manual.Find(HelpTopics.AddressOf(desk.Page)["/Help/".Length..]))).ToList();

        Assert.All(chapters, desk => Assert.Equal(desk.Title, desk.Chapter?.Title));
    }

    [Fact]
    public void Every_desk_of_the_menu_is_shown_in_a_picture_of_its_chapter() => Assert.All(Navigation.Desks, desk =>
        Assert.Contains(Manual.Find(HelpTopics.AddressOf(desk.Page)["/Help/".Length..])!.Document.Descendants<LinkInline>(), link => link.IsImage));

    [Fact]
    public void Every_page_but_those_of_the_manual_leads_to_a_chapter()
    {
        var folder = SourceTree.Folder("HealthCode.Web", "Pages");
        var pages = Directory.EnumerateFiles(folder, "*.cshtml", SearchOption.AllDirectories).Where(file => File.ReadLines(file).FirstOrDefault()?.StartsWith("@page", StringComparison.Ordinal) is true)
            .Select(file => "/" + Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/')).ToList();

        Assert.True(pages.Count > 100);
        Assert.Equal(pages.Where(HelpTopics.IsManual).Order(), pages.Where(page => HelpTopics.AddressOf(page) == "/Help").Order());
    }

    [Fact]
    public void Every_page_of_the_table_of_permissions_leads_to_a_chapter() => Assert.DoesNotContain(
        Policies.All.SelectMany(row => row.Pages).Concat(Policies.SignedIn).Concat(Policies.Anonymous).Select(page => page.Split(' ')[0]).Where(page => page != "/Help/"),
        page => HelpTopics.AddressOf(page) == "/Help");

    [Fact]
    public void Every_chapter_and_anchor_of_the_table_exists() => Assert.All(HelpTopics.All, topic =>
    {
        var parts = topic.Chapter.Split('#');
        var chapter = Manual.Find(parts[0]);
        Assert.True(chapter is not null && (parts.Length == 1 || chapter.Headings.Any(heading => heading.Anchor == parts[1])), topic.Chapter);
    });

    [Fact]
    public void A_page_overrides_its_folder_and_what_nobody_knows_leads_to_the_contents()
    {
        Assert.Equal("/Help/keying", HelpTopics.AddressOf("/Declarations/Edit"));
        Assert.Equal("/Help/search", HelpTopics.AddressOf("/Declarations/Index"));
        Assert.Equal("/Help/passes#扫一张记一张", HelpTopics.AddressOf("/Passes/Scan"));
        Assert.Equal("/Help", HelpTopics.AddressOf("/Nowhere"));
        Assert.Equal("/Help", HelpTopics.AddressOf(null));
    }

    [Fact]
    public void Every_chapter_says_in_a_sentence_what_it_is_for_and_what_to_do_when_something_goes_wrong() => Assert.All(Navigation.Desks, desk =>
    {
        var chapter = Manual.Find(HelpTopics.AddressOf(desk.Page)["/Help/".Length..])!;
        Assert.InRange(ManualText.Passages(chapter.Document[0]).First().Length, 10, 80);
        Assert.Contains(chapter.Headings, heading => heading.Words == desk.Title + "的按键");
        Assert.Contains(chapter.Headings, heading => heading.Words == desk.Title + "出错了怎么办");
    });
}
