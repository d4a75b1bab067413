using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>通行登记表: the fields the guard fills in (琼肺炎指〔2020〕29号 3.1).</summary>
/// <param name="Name">通行人姓名 *.</param>
/// <param name="Phone">通行人电话.</param>
/// <param name="Plate">车牌.</param>
/// <param name="Reason">通行原因 *.</param>
/// <param name="Direction">通行类型 *.</param>
public sealed record PassageForm(string Name, string Phone, string Plate, PassageReason? Reason, PassageDirection? Direction)
{
    /// <summary>The mandatory fields that are empty.</summary>
    public IReadOnlyList<Breach> Validate() =>
    [
        .. Open(Name.Length == 0, "通行人姓名", GateField.Name),
        .. Open(Reason is not { } reason || !Enum.IsDefined(reason), "通行原因", GateField.Reason),
        .. Open(Direction is not { } direction || !Enum.IsDefined(direction), "通行类型", GateField.Direction),
    ];

    private static Breach[] Open(bool open, string line, GateField field) => open ? [GateRules.PassageComplete.Broken(line + "。", field)] : [];
}
