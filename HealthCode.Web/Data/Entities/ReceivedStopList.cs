using System.Globalization;
using HealthCode.Domain.Passes;

namespace HealthCode.Web.Data.Entities;

/// <summary>收来的停用名单 — the stop list of another office, from its trust file.</summary>
public sealed class ReceivedStopList
{
    /// <summary>Code of the issuing office, 12 digits.</summary>
    public required string Issuer { get; init; }

    /// <summary>Date of the list.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>One line per card: number, serial of the blank, kind.</summary>
    public required string Lines { get; set; }

    /// <summary>Serializes the list, one line per card.</summary>
    public static string Write(IEnumerable<StoppedPass> stopped) =>
        string.Join('\n', stopped.Select(line => $"{line.Number} {(int)line.Kind}"));

    /// <summary>Parses the list.</summary>
    public StopList Read() => new(At, Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        new StoppedPass(line[..20], (StopKind)int.Parse(line.AsSpan(21), CultureInfo.InvariantCulture))));
}
