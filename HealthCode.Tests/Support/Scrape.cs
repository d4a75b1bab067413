using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HealthCode.Web.Metrics;

namespace HealthCode.Tests.Support;

/// <summary>What <c>/metrics</c> answers, in the text format of Prometheus.</summary>
public sealed partial record Scrape(string Text)
{
    /// <summary>The samples: name, labels, value.</summary>
    public IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> Samples { get; } =
    [
        .. Text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => Sample().Match(line)).Select(match => (
            match.Groups["name"].Value,
            (IReadOnlyDictionary<string, string>)Label().Matches(match.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value),
            double.Parse(match.Groups["value"].Value.Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture))),
    ];

    /// <summary>Scrapes a server from its own PC.</summary>
    public static async Task<Scrape> OfAsync(OfficeServer server)
    {
        var before = server.From;
        server.From = IPAddress.Loopback;
        try
        {
            using var answer = await server.Browser().Http.GetAsync(MetricsSetUp.Path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
            return new(await answer.Content.ReadAsStringAsync());
        }
        finally
        {
            server.From = before;
        }
    }

    /// <summary>The value with this name and these labels among others; null if there is none.</summary>
    public double? Value(string name, params (string Label, string Value)[] labels)
    {
        var found = Samples.Where(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Label) == label.Value)).ToList();
        return found.Count == 0 ? null : Assert.Single(found).Value;
    }

    [GeneratedRegex("""^(?<name>[a-z_0-9]+)(\{(?<labels>.*)\})? (?<value>\S+)( \d+)?$""")]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[a-z_0-9]+)="(?<value>(?:[^"\\]|\\.)*)",?""")]
    private static partial Regex Label();
}
