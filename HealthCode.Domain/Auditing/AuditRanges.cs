using System.Globalization;

namespace HealthCode.Domain.Auditing;

/// <summary>号段 — ranges of record numbers, e.g. 1—120、125; a destruction record lists the records it emptied this way.</summary>
public sealed class AuditRanges
{
    private readonly List<(long First, long Last)> _ranges = [];

    /// <summary>The ranges in ascending order, without overlap.</summary>
    public IReadOnlyList<(long First, long Last)> All => _ranges;

    /// <summary>Adds a number; must be greater than all added before (not checked).</summary>
    public void Add(long number)
    {
        if (_ranges.Count > 0 && _ranges[^1].Last == number - 1)
        {
            _ranges[^1] = (_ranges[^1].First, number);
        }
        else
        {
            _ranges.Add((number, number));
        }
    }

    /// <summary>Parses the format of <see cref="ToString"/>; malformed parts are skipped.</summary>
    public static IEnumerable<(long First, long Last)> Read(string text)
    {
        foreach (var part in text.Split('、'))
        {
            var ends = part.Split('—');
            if (long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                yield return (first, last);
            }
        }
    }

    /// <summary>The ranges as text, e.g. 1—120、125.</summary>
    public override string ToString() => string.Join('、', _ranges.Select(range => range.First == range.Last
        ? range.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}—{range.Last}")));
}
