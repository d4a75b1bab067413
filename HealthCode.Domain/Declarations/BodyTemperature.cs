using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>体温 — ℃ with one decimal, 34.0 to 42.9 (DECISIONS.md D13). The value alone does not say whether it is normal.</summary>
public readonly record struct BodyTemperature
{
    private const decimal Lowest = 34.0m;
    private const decimal Highest = 42.9m;

    private BodyTemperature(decimal celsius) => Celsius = celsius;

    /// <summary>℃, one decimal.</summary>
    public decimal Celsius { get; }

    /// <summary>Parses a typed value: 36.5, 365, 36。5, 36,5, ３６．５, 36.5℃.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="temperature">The parsed value.</param>
    /// <param name="fault">Message for the user, or null if valid.</param>
    public static bool TryParse(string? text, out BodyTemperature temperature, out string? fault)
    {
        temperature = default;
        var typed = text is { Length: > 20 } ? "" : HalfWidth.Normalize(text ?? "").Trim()
            .Replace("°C", "", StringComparison.OrdinalIgnoreCase).Replace('。', '.').Replace(',', '.').Replace('、', '.').Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 3 && typed.All(char.IsAsciiDigit))
        {
            typed = typed.Insert(2, ".");
        }

        if (typed.Length == 0 && string.IsNullOrWhiteSpace(text))
        {
            fault = "请填写体温";
        }
        else if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var celsius))
        {
            fault = "体温请写成 36.5 这样的数";
        }
        else if (celsius is >= 90m and < 110m)
        {
            fault = "像是华氏度，请换成摄氏度，例如 36.5";
        }
        else if (celsius >= 100m)
        {
            fault = "数字太大，是不是多打了一位？请写成 36.5 这样的数";
        }
        else if (celsius != decimal.Round(celsius, 1))
        {
            fault = "体温只留一位小数，例如 36.5";
        }
        else if (celsius < Lowest)
        {
            fault = $"{celsius:0.0} ℃ 太低，多半没有测准（天冷、刚进门），请过几分钟复测";
        }
        else if (celsius > Highest)
        {
            fault = $"{celsius:0.0} ℃ 超出体温计范围，请核对或复测";
        }
        else
        {
            temperature = new(decimal.Round(celsius, 1));
            fault = null;
        }

        return fault is null;
    }

    /// <summary>Restores a stored value without validation.</summary>
    public static BodyTemperature Restore(decimal celsius) => new(celsius);

    /// <summary>The value with its unit, e.g. 36.5 ℃.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Celsius:0.0} ℃");
}
