using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What the benchmarks printed before a change and after it: medians of each figure, and how many times worse it has become.</summary>
internal sealed partial class Comparison
{
    /// <summary>More than this is a loss.</summary>
    public const double Limit = 1.10;

    private Comparison(IReadOnlyList<Figure> figures) => Figures = figures;

    public IReadOnlyList<Figure> Figures { get; }

    /// <param name="before">The printed lines, of all rounds.</param>
    /// <param name="after">The same, after the change.</param>
    public static Comparison Of(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (Read(before), Read(after));
        // What is printed alike every time is a number of the sentence, not a measurement.
        return new([.. from figure in old.Keys
                       where now.ContainsKey(figure) && old[figure].Concat(now[figure]).Distinct().Count() > 1
                       select new Figure(figure, Median(old[figure]), Median(now[figure]))]);
    }

    /// <summary>A heading for each kind of line, and below it its figures.</summary>
    /// <returns>How many figures are worse.</returns>
    public int Print(TextWriter output)
    {
        foreach (var line in Figures.GroupBy(figure => figure.Label.Line))
        {
            output.WriteLine(line.Key);
            foreach (var figure in line)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"    {figure.Label.Unit,-12} {figure.Before,12} -> {figure.After,12}  {figure.Ratio:F2}{(figure.IsWorse ? "  WORSE" : "")}"));
            }
        }

        var worse = Figures.Count(figure => figure.IsWorse);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Figures.Count} figures, {worse} worse by more than {(Limit - 1) * 100:F0} %"));
        return worse;
    }

    /// <summary>"==> cards: …" names the benchmark; of the other lines every number with a unit is a figure, but for the limits.</summary>
    private static Dictionary<Label, List<decimal>> Read(IEnumerable<string> lines)
    {
        var (figures, benchmark) = (new Dictionary<Label, List<decimal>>(), "");
        foreach (var line in lines)
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                benchmark = heading.Groups[1].Value;
                continue;
            }

            var text = Limits().Replace(line, "");
            var kind = $"{benchmark}: {Number().Replace(text, "${name}… ${unit}")}";
            foreach (var (place, found) in Number().Matches(text).Index())
            {
                var label = new Label(kind, place, found.Groups["name"].Value + found.Groups["unit"].Value);
                figures.TryAdd(label, []);
                figures[label].Add(decimal.Parse(found.Groups["value"].Value, CultureInfo.InvariantCulture));
            }
        }

        return figures;
    }

    private static decimal Median(List<decimal> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    [GeneratedRegex("^==> ([^:]+):")]
    private static partial Regex Heading();

    [GeneratedRegex(@" ?\(limit [^)]*\)")]
    private static partial Regex Limits();

    [GeneratedRegex(@"(?<name>\bp\d+ )?(?<![\w.-])(?<value>\d+(\.\d+)?) ?(?<unit>\w*/s|a second|%|times|ms|s|MB|bytes)(?!\w)")]
    private static partial Regex Number();

    /// <summary>Where a figure stands.</summary>
    /// <param name="Line">The benchmark and its line, without the numbers.</param>
    /// <param name="Place">Which of the line's figures.</param>
    /// <param name="Unit">With p50, p95 or p99 before it.</param>
    internal sealed record Label(string Line, int Place, string Unit)
    {
        /// <summary>The machine alone: what it tells is how far the rounds can be trusted.</summary>
        public bool IsOfTheMachine => Line.Contains(": raw: ", StringComparison.Ordinal) || Line.Contains(": yardstick: ", StringComparison.Ordinal);
    }

    /// <summary>Medians.</summary>
    internal sealed record Figure(Label Label, decimal Before, decimal After)
    {
        /// <summary>Above 1 it has become worse: slower, larger, fewer in a second, or a smaller share of what the machine can do.</summary>
        public double Ratio => Label.Unit.EndsWith("/s", StringComparison.Ordinal) || Label.Unit is "a second" or "%" ? Quotient(Before, After) : Quotient(After, Before);

        /// <summary>One step of the last printed digit is rounding.</summary>
        public bool IsWorse => Ratio > Limit && Math.Abs(After - Before) > Step && !Label.IsOfTheMachine;

        private decimal Step => new(1, 0, 0, false, Math.Max(Before.Scale, After.Scale));

        private static double Quotient(decimal upper, decimal lower) => upper == lower ? 1 : (double)upper / (double)lower;
    }
}
