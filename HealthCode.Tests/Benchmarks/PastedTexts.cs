using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What happens when somebody pastes a book into a box: every parser of a typed value answers at once.</summary>
internal sealed class PastedTexts : IBenchmark
{
    private const int Length = 10_000_000;
    private const double LimitMilliseconds = 500;
    private static readonly DateOnly Today = new(2020, 3, 5);

    private static readonly (string Parser, string Text, Func<string, bool> Accepts)[] Cases =
    [
        ("date", new('2', Length), text => TypedDate.TryParse(text, Today, out _, out _)),
        ("free text", new('村', Length), text => FreeText.TryParse(text, 40, out _, out _)),
        ("free text of spaces", "村" + new string(' ', Length), text => FreeText.TryParse(text, 40, out _, out _)),
        ("free text of NUL", "村" + new string('\0', Length), text => FreeText.TryParse(text, 40, out _, out _)),
        ("identity document", new('6', Length), text => IdentityDocument.Read(IdentityDocumentKind.Passport, text, text, true, Today).Document is not null),
        ("reason for no document", new('6', Length), text => IdentityDocument.Read(IdentityDocumentKind.None, "", text, true, Today).Document is not null),
        ("temperature", new('3', Length), text => BodyTemperature.TryParse(text, out _, out _)),
        ("form number", new('B', Length), text => PrintedFormNumber.TryParse(text, out _)),
        ("card number", new('6', Length), text => PassNumber.TryParse(text, out _)),
        ("scanned code", new string(' ', Length) + PublishedText, text => TokenText.Read(text) is not null),
        ("sheet numbers", new('3', Length), text => SheetNumbers.TryParse(text, out _, out _)),
        ("ranges over ranges", string.Concat(Enumerable.Repeat("1-10000,", 250)), text => !SheetNumbers.TryParse(text, out _, out _)),
    ];

    public string Name => "texts";

    public string Purpose => "10 MB pasted into each kind of box, answered; beside reading the same text once";

    private static string PublishedText => TokenText.Write(new byte[TokenText.Bytes]);

    public async Task RunAsync(TextWriter output)
    {
        foreach (var (parser, text, accepts) in Cases)
        {
            var read = Milliseconds(() => text.AsSpan().Count('\u4e00') >= 0);
            // The second time: the first compiles.
            _ = accepts(text);
            var taken = Milliseconds(() => accepts(text) ? throw new InvalidOperationException($"{parser} took it") : true);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{parser}: {taken:F1} ms, reading it once {read:F1} ms (limit {LimitMilliseconds:F0} ms: {(taken <= LimitMilliseconds ? "kept" : "missed")})"));
        }
    }

    private static double Milliseconds(Func<bool> act)
    {
        var start = Stopwatch.GetTimestamp();
        _ = act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
