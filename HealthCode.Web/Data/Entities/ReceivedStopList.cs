using System.Globalization;
using HealthCode.Domain.Passes;

namespace HealthCode.Web.Data.Entities;

/// <summary>收来的停用名单 — another office's stop list as its trust file carried it.</summary>
public sealed class ReceivedStopList
{
    /// <summary>The office that keeps it, 12 digits.</summary>
    public required string Issuer { get; init; }

    /// <summary>When it was true.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>One line a card: number, blank, kind.</summary>
    public required string Lines { get; set; }

    /// <summary>As one line a card.</summary>
    public static string Write(IEnumerable<StoppedPass> stopped) =>
        string.Join('\n', stopped.Select(line => $"{line.Number} {(int)line.Kind}"));

    /// <summary>To be asked.</summary>
    public StopList Read() => new(At, Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        new StoppedPass(line[..20], (StopKind)int.Parse(line.AsSpan(21), CultureInfo.InvariantCulture))));
}
