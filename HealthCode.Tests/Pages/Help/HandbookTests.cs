using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Help;
using HealthCode.Web.Security;
using Markdig.Syntax;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Help;

/// <summary>操作手册 and 快速上手 on paper.</summary>
public sealed partial class HandbookTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task All_of_the_manual_is_in_it_the_contents_are_right_and_nothing_runs_off_the_page()
    {
        var pdf = await _server.Browser().Http.GetByteArrayAsync("/Help/Handbook");
        using var book = new PdfInspector(pdf);
        var pages = Enumerable.Range(1, book.Sizes.Count).Select(book.Words).ToList();
        var all = Reference().Replace(string.Concat(pages.Select(page => Foot().Replace(page, ""))), "");

        Assert.All(book.Sizes, size => Assert.True(Math.Abs(size.Width - 210) < 0.1 && Math.Abs(size.Height - 297) < 0.1));
        Assert.All(book.Fonts, font => Assert.True(font.Embedded, font.Name));
        Assert.Equal("", book.Faults);

        // Every sentence: of paragraphs, lists and cells.
        foreach (var passage in Manual.Chapters.SelectMany(chapter => chapter.Document.Descendants<LeafBlock>().Select(ManualText.Of)))
        {
            foreach (var piece in Words(passage))
            {
                Assert.Contains(piece, all, StringComparison.Ordinal);
            }
        }

        var contents = string.Concat(pages.Skip(1).TakeWhile(page => page.StartsWith("目录", StringComparison.Ordinal)));
        var before = 1 + pages.Skip(1).TakeWhile(page => page.StartsWith("目录", StringComparison.Ordinal)).Count();
        foreach (var chapter in Manual.Chapters)
        {
            var first = pages.FindIndex(before, page => page.StartsWith(Bare(chapter.Title), StringComparison.Ordinal) && page.Contains("操作手册" + Bare(chapter.Title), StringComparison.Ordinal)) + 1;
            Assert.True(first > 0, chapter.Title);
            Assert.Contains(Bare(chapter.Title) + first.ToString(CultureInfo.InvariantCulture), contents, StringComparison.Ordinal);
            foreach (var (_, words) in chapter.Headings)
            {
                var entry = Regex.Match(contents, Regex.Escape(Bare(words)) + @"(\d{1,2})");
                Assert.True(entry.Success, words);
                Assert.Contains(Bare(words), pages[int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture) - 1], StringComparison.Ordinal);
            }
        }

        Assert.All(Enumerable.Range(1, pages.Count), page =>
        {
            var ink = book.Render(page, 50).Ink()!.Value;
            Assert.True(ink is { Left: > 15, Top: > 15, Right: < 195, Bottom: < 290 }, $"page {page}: {ink}");
            Assert.True(page == 1 || pages[page - 1].EndsWith(page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), $"page {page} has no number");
        });
        Assert.Equal(Manual.Chapters.Sum(chapter => 1 + chapter.Headings.Count), book.Objects.EnumerateObject()
            .Count(each => each.Value.TryGetProperty("value", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Object && value.TryGetProperty("/Parent", out _) && value.TryGetProperty("/Title", out _)));
    }

    [Fact]
    public async Task The_cover_names_the_office_of_who_has_signed_in_and_nobodys_for_who_has_not()
    {
        var office = await _server.InDbAsync(db => db.Offices.SingleAsync());
        var desk = await _server.SignedInUserAsync("yiren", office.Code, Roles.Clerk);
        using var own = new PdfInspector(await desk.Http.GetByteArrayAsync("/Help/Handbook"));
        using var nobodys = new PdfInspector(await _server.Browser().Http.GetByteArrayAsync("/Help/Handbook"));

        Assert.Contains(office.OfficialName, own.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain(office.OfficialName, nobodys.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_the_wall_has_the_five_steps_in_large_print_and_the_telephone_of_the_office()
    {
        var office = await _server.InDbAsync(db => db.Offices.SingleAsync());
        var desk = await _server.SignedInUserAsync("yiren", office.Code, Roles.Clerk);
        using var sheet = new PdfInspector(await desk.Http.GetByteArrayAsync("/Help/QuickStart"));
        using var nobodys = new PdfInspector(await _server.Browser().Http.GetByteArrayAsync("/Help/QuickStart"));

        Assert.Single(sheet.Sizes);
        Assert.Equal(5, QuickStartModel.Steps.Count);
        foreach (var words in QuickStartModel.Steps.SelectMany(ManualText.Passages).SelectMany(Words))
        {
            Assert.Contains(words, sheet.Words(1), StringComparison.Ordinal);
            Assert.Contains(words, nobodys.Words(1), StringComparison.Ordinal);
        }

        Assert.Contains(office.ContactPhone, sheet.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain(office.ContactPhone, nobodys.Words(1), StringComparison.Ordinal);
        var page = sheet.Render(1, 200);
        var ink = page.Ink()!.Value;
        Assert.True(ink is { Left: > 12, Top: > 8, Right: < 198, Bottom: < 289 }, $"{ink}");
        // Han characters of 14 points are at least 4 mm high.
        Assert.All(page.Lines(38, 44, 190, 200).Where(line => line > 1), line => Assert.True(line > 3.6, $"{line} mm"));
    }

    /// <summary>The words between marks, without blanks.</summary>
    private static IEnumerable<string> Words(string passage) => passage.Split(['。', '，', '；', '：', '、', '）', '“', '”', '！', '？', '（', '【', '】']).Select(Bare).Where(piece => piece.Length > 0);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The foot of a page, so that a sentence that goes on on the next page is whole.</summary>
    [GeneratedRegex(@"操作手册\D{1,14}\d{1,2}$")]
    private static partial Regex Foot();

    /// <summary>What is printed behind a link.</summary>
    [GeneratedRegex(@"（第\d{1,2}页）")]
    private static partial Regex Reference();
}
