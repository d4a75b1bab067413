using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Declarations;

/// <summary>测温记录 — item (10): the value, how it was measured, and whether a person judged it normal; never computed (DECISIONS.md D13).</summary>
/// <param name="Temperature">Measured value.</param>
/// <param name="Site">Site on the body.</param>
/// <param name="Device">Thermometer, e.g. 额温枪2号; may be empty.</param>
/// <param name="FoundNormal">体温是否正常, ticked by a person.</param>
/// <param name="By">Who measured.</param>
/// <param name="At">Time of measurement.</param>
public sealed record TemperatureReading(
    BodyTemperature Temperature, MeasuringSite Site, string Device, bool FoundNormal, StaffMember By, DateTimeOffset At)
{
    /// <summary>Question shown if value and tick contradict each other by the office's prompt value, else null. Decides nothing.</summary>
    /// <param name="promptCelsius">The office's 提示值, ℃.</param>
    public string? Question(decimal promptCelsius) => (Temperature.Celsius >= promptCelsius, FoundNormal) switch
    {
        (true, true) => $"体温 {Temperature}，您勾选了“正常”。请确认（{promptCelsius:0.0} ℃ 只是提示值，由您判断）。",
        (false, false) => $"体温 {Temperature}，您勾选了“不正常”。请确认（{promptCelsius:0.0} ℃ 只是提示值，由您判断）。",
        _ => null,
    };
}
