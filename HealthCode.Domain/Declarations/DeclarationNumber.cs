using System.Globalization;

namespace HealthCode.Domain.Declarations;

/// <summary>申报编号 — the day it was keyed and its place in that day: 20260305-0012. Unique within an office.</summary>
public readonly record struct DeclarationNumber
{
    private DeclarationNumber(string value) => Value = value;

    /// <summary>20260305-0012.</summary>
    public string Value { get; }

    /// <summary>The number of the n-th declaration of a day, n from 1.</summary>
    public static DeclarationNumber Of(DateOnly day, int place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{place:0000}"));
    }

    /// <summary>A number read from the database.</summary>
    public static DeclarationNumber Restore(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
