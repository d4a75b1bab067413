using System.Globalization;

namespace HealthCode.Domain.Auditing;

/// <summary>号段 — numbers of records, 1—120、125: how a destruction says which ones it emptied.</summary>
public sealed class AuditRanges
{
    private readonly List<(long First, long Last)> _ranges = [];

    /// <summary>In ascending order, each once.</summary>
    public IReadOnlyList<(long First, long Last)> All => _ranges;

    /// <summary>Adds a number greater than all before it.</summary>
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

    /// <summary>Reads what <see cref="ToString"/> wrote; what is none is left out.</summary>
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

    /// <summary>1—120、125.</summary>
    public override string ToString() => string.Join('、', _ranges.Select(range => range.First == range.Last
        ? range.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}—{range.Last}")));
}
