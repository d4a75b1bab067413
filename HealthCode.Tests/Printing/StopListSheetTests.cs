using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>停用、作废名单 on paper: numbers only, to be found by eye.</summary>
public sealed class StopListSheetTests
{
    private const string Other = "640104001202";

    [Fact]
    public void Each_ending_of_eight_stands_sorted_under_the_twelve_digits_of_its_office()
    {
        using var sheet = Sheet([.. Stopped(Other, 3, 1), .. Stopped(Code, 20, 2, 700)]);

        Assert.Contains(
            Heading(Code) + Ending(Code, 2) + Ending(Code, 20) + Ending(Code, 700) + Heading(Other) + Ending(Other, 1) + Ending(Other, 3),
            sheet.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_ending_has_its_check_character_even_when_that_is_an_X()
    {
        var sequence = Enumerable.Range(1, 100).First(each => Number(each).Value[^1] == 'X');
        using var sheet = Sheet([.. Stopped(Code, sequence)]);

        Assert.Contains(Heading(Code) + Ending(Code, sequence), sheet.Words(1), StringComparison.Ordinal);
        Assert.EndsWith("X", Ending(Code, sequence), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_whose_it_is_of_which_day_and_hour_how_many_and_whom_to_call()
    {
        using var sheet = Sheet([.. Stopped(Code, 1, 2)], Now.ToUniversalTime());

        var words = sheet.Words(1);
        Assert.Contains("停用、作废名单" + Office().OfficialName, words, StringComparison.Ordinal);
        Assert.Contains("2020年3月5日09:30的名单，共2张第1页，共1页过了一天就旧了，请换新的", words, StringComparison.Ordinal);
        Assert.Contains("核发机构电话0951-6012345监督电话0951-12345", words, StringComparison.Ordinal);
        Assert.Contains("不要当场没收", words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_hour_after_midnight_in_Beijing_belongs_to_the_new_day()
    {
        using var sheet = Sheet([], new(2020, 3, 5, 17, 5, 0, TimeSpan.Zero));

        Assert.Contains("2020年3月6日01:05的名单", sheet.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_without_a_stopped_card_says_so()
    {
        using var sheet = Sheet([]);

        Assert.Single(sheet.Sizes);
        Assert.Contains("共0张", sheet.Words(1), StringComparison.Ordinal);
        Assert.Contains("今天没有停用、作废的卡。", sheet.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Six_hundred_run_on_to_further_pages_nobody_is_lost_and_each_page_says_whose_endings_it_has()
    {
        using var sheet = Sheet([.. Stopped(Code, [.. Enumerable.Range(1, 350)]), .. Stopped(Other, [.. Enumerable.Range(1, 250)])]);
        var pages = Enumerable.Range(1, sheet.Sizes.Count).Select(sheet.Words).ToList();

        Assert.InRange(pages.Count, 4, 6);
        var (office, found) = ("", new List<string>());
        foreach (var (page, i) in pages.Select((page, i) => (page, i)))
        {
            Assert.Contains($"共600张第{i + 1}页，共{pages.Count}页", page, StringComparison.Ordinal);
            Assert.Contains("怎样看一张卡", page, StringComparison.Ordinal);
            var list = page[(page.IndexOf("请换新的", StringComparison.Ordinal) + 4)..page.IndexOf("怎样看一张卡", StringComparison.Ordinal)];
            // A guard who has only this leaf in his hand must know whose endings these are.
            Assert.StartsWith("卡号前12位是", list, StringComparison.Ordinal);
            foreach (var part in list.Split("卡号前12位是", StringSplitOptions.RemoveEmptyEntries))
            {
                office = part[..12];
                Assert.StartsWith(office + "的，后8位是：", part, StringComparison.Ordinal);
                found.AddRange(part[(office + "的，后8位是：").Length..].Chunk(8).Select(ending => office + new string(ending)));
            }
        }

        Assert.Equal([.. Stopped(Code, [.. Enumerable.Range(1, 350)]).Select(line => line.Number), .. Stopped(Other, [.. Enumerable.Range(1, 250)]).Select(line => line.Number)], found);
    }

    [Fact]
    public void No_heading_is_left_alone_at_the_foot_of_a_page()
    {
        for (var rows = 20; rows <= 30; rows++)
        {
            using var sheet = Sheet([.. Stopped(Code, [.. Enumerable.Range(1, rows * 6)]), .. Stopped(Other, 1)]);

            Assert.All(Enumerable.Range(1, sheet.Sizes.Count), page => Assert.DoesNotContain("后8位是：怎样看", sheet.Words(page), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_is_A4_with_its_fonts_in_the_file_and_nothing_at_the_edges()
    {
        using var sheet = Sheet([.. Stopped(Code, [.. Enumerable.Range(1, 200)])]);

        Assert.All(sheet.Sizes, size => Assert.Equal((210, 297), (Math.Round(size.Width), Math.Round(size.Height))));
        Assert.NotEmpty(sheet.Fonts);
        Assert.All(sheet.Fonts, font => Assert.True(font.Embedded, font.Name));
        var ink = sheet.Render(1, 100).Ink()!.Value;
        Assert.InRange(ink.Left, 10, 25);
        Assert.InRange(ink.Top, 10, 25);
        Assert.InRange(ink.Right, 180, 200);
        Assert.InRange(ink.Bottom, 260, 287);
    }

    [Fact]
    public void It_names_nobody_and_no_reason()
    {
        var pass = Pass(PassState.Revoked);
        using var sheet = Sheet([StopList.LineOf(pass, Today)!]);

        foreach (var secret in (string[])[pass.Holder.Name.Value, pass.Holder.Document.Number, pass.EndReason, "密切接触"])
        {
            Assert.DoesNotContain(secret, sheet.Words(1), StringComparison.Ordinal);
        }
    }

    private static PdfInspector Sheet(IReadOnlyList<StoppedPass> lines, DateTimeOffset? at = null) => new(StopListSheet.Draw(lines, Office(), at ?? Now));

    private static IEnumerable<StoppedPass> Stopped(string office, params int[] sequences) =>
        sequences.Select(sequence => new StoppedPass(PassNumber.Of(DivisionCode.Parse(office), sequence).Value, sequence % 2 == 0 ? StopKind.Void : StopKind.Revoked));

    private static string Heading(string office) => $"卡号前12位是{office}的，后8位是：";

    private static string Ending(string office, int sequence) => PassNumber.Of(DivisionCode.Parse(office), sequence).Value[12..];
}
