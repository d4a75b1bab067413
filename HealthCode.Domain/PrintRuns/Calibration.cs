using HealthCode.Domain.Rules;

namespace HealthCode.Domain.PrintRuns;

/// <summary>校准 — corrects the deviation of a workstation's printer: offset in millimetres and scale in per cent.</summary>
/// <param name="OffsetX">mm to the right, −5.0 to 5.0.</param>
/// <param name="OffsetY">mm downwards, −5.0 to 5.0.</param>
/// <param name="Scale">Per cent, 95.0 to 105.0; 100 is actual size.</param>
public sealed record Calibration(decimal OffsetX, decimal OffsetY, decimal Scale)
{
    /// <summary>No correction.</summary>
    public static Calibration None { get; } = new(0, 0, 100);

    /// <summary>Creates a calibration, rounded to 0.1.</summary>
    /// <exception cref="RuleBrokenException">Out of range: then the paper is misplaced or the driver scales.</exception>
    public static Calibration Of(decimal offsetX, decimal offsetY, decimal scale)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. Off(offsetX is < -5 or > 5, PrintRules.OffsetInRange, PrintField.OffsetX),
            .. Off(offsetY is < -5 or > 5, PrintRules.OffsetInRange, PrintField.OffsetY),
            .. Off(scale is < 95 or > 105, PrintRules.ScaleInRange, PrintField.Scale),
        ]);

        return new(decimal.Round(offsetX, 1), decimal.Round(offsetY, 1), decimal.Round(scale, 1));
    }

    private static Breach[] Off(bool broken, Rule rule, PrintField field) => broken ? [rule.Broken(field: field)] : [];
}
