namespace HealthCode.Tests.Benchmarks;

/// <summary>scripts/bench --against: the arithmetic, and what of the printed lines is a figure.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void Figures_are_numbers_with_a_unit_that_vary_and_their_medians_are_compared()
    {
        var compared = Comparison.Of(
            ["==> cards: 1,000 A6 cards", .. Lines(("0.80", "1250", "150"), ("0.70", "1400", "150"), ("9.00", "111", "150"))],
            ["==> cards: 1,000 A6 cards", .. Lines(("0.84", "1190", "190"), ("0.90", "1111", "190"), ("0.10", "9999", "151"))]);

        Assert.Equal(["s", "cards/s", "MB"], compared.Figures.Select(figure => figure.Label.Unit));
        Assert.Equal([0.80m, 1250m, 150m], compared.Figures.Select(figure => figure.Before));
        Assert.Equal([0.84m, 1190m, 190m], compared.Figures.Select(figure => figure.After));
        Assert.Equal([1.05, 1.05, 1.27], compared.Figures.Select(figure => Math.Round(figure.Ratio, 2)));
        Assert.Equal([false, false, true], compared.Figures.Select(figure => figure.IsWorse));
    }

    [Theory]
    [InlineData("p95 1.00 ms", "p95 1.10 ms", false)]
    [InlineData("p95 1.00 ms", "p95 1.11 ms", true)]
    [InlineData("100 saves/s", "91 saves/s", false)]
    [InlineData("100 saves/s", "90 saves/s", true)]
    [InlineData("raw: 100 commits/s", "raw: 50 commits/s", false)]
    [InlineData("1.00 s", "0.10 s", false)]
    [InlineData("90 % of openssl", "71 % of openssl", true)]
    [InlineData("checked in half the time of writing: 0.50 times", "checked in half the time of writing: 0.60 times", true)]
    public void Worse_is_more_than_a_tenth_slower_and_not_what_the_machine_alone_does(string before, string after, bool worse) =>
        Assert.Equal(worse, Assert.Single(Compared(before, after).Figures).IsWorse);

    [Fact]
    public void One_step_of_the_last_digit_is_rounding()
    {
        Assert.Equal(0, Compared("first 2 ms", "first 3 ms").Print(TextWriter.Null));
        Assert.Equal(1, Compared("first 2 ms", "first 4 ms").Print(TextWriter.Null));
    }

    [Fact]
    public void Lines_are_told_apart_by_their_words_and_counts_not_by_their_figures()
    {
        var compared = Comparison.Of(
            ["==> tokens: codes", "checks on 1 thread(s): 900/s by the clock, 90 % of openssl (limit 50 %: kept)", "checks on 2 thread(s): 1800/s by the clock", "only before: 3 s"],
            ["==> tokens: codes", "checks on 2 thread(s): 1700/s by the clock", "checks on 1 thread(s): 800/s by the clock, 71 % of openssl (limit 50 %: kept)"]);

        Assert.Equal([(900m, 800m), (90m, 71m), (1800m, 1700m)], compared.Figures.Select(figure => (figure.Before, figure.After)));
    }

    [Fact]
    public void It_says_what_it_found()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Compared("32 clerks: 30 saves/s, p99 9.00 ms (limit p99 50 ms: kept)", "32 clerks: 31 saves/s, p99 12.00 ms (limit p99 50 ms: kept)").Print(output);

        Assert.Equal(
            """
            clerk-saves: 32 clerks: … saves/s, p99 … ms
                saves/s                30 ->           31  0.97
                p99 ms               9.00 ->        12.00  1.33  WORSE
            2 figures, 1 worse by more than 10 %

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    private static Comparison Compared(string before, string after) => Comparison.Of(["==> clerk-saves: 32 clerks", before], ["==> clerk-saves: 32 clerks", after]);

    private static IEnumerable<string> Lines(params (string Seconds, string Rate, string Memory)[] rounds) => rounds.Select(round =>
        $"1000 cards: {round.Seconds} s (limit 1.5 s: kept), {round.Rate} cards/s, 2700 bytes a card, file 2.70 MB (limit 3 MB: kept), peak memory so far {round.Memory} MB (limit 200 MB: kept)");
}
