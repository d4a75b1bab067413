using System.Globalization;

namespace HealthCode.Domain.Declarations;

/// <summary>申报编号 — day of entry and running number of that day, e.g. 20260305-0012. Unique within an office.</summary>
public readonly record struct DeclarationNumber
{
    private DeclarationNumber(string value) => Value = value;

    /// <summary>The number, e.g. 20260305-0012.</summary>
    public string Value { get; }

    /// <summary>Creates the number of the n-th declaration of a day, n from 1.</summary>
    public static DeclarationNumber Of(DateOnly day, int place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{place:0000}"));
    }

    /// <summary>Restores a stored number without validation.</summary>
    public static DeclarationNumber Restore(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
