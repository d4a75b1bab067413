using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>通行登记 — one person passing one gate: 河北 place and time, 海南 the whole form, 宁夏 none (冀防领办〔2020〕169号 二(四); 琼肺炎指〔2020〕29号 3.1).</summary>
public sealed class Passage
{
    private Passage(string officeCode, long checkpointId, string checkpointName, string checkpointAddress, DateTimeOffset at, DateOnly on, string number)
    {
        (OfficeCode, CheckpointId, CheckpointName, CheckpointAddress, At, On, Number) = (officeCode, checkpointId, checkpointName, checkpointAddress, at, on, number);
        (Name, Phone, Plate) = ("", "", "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office that runs the gate.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>关口: key of the gate.</summary>
    public long CheckpointId { get; private set; }

    /// <summary>关口名称 at that time.</summary>
    public string CheckpointName { get; private set; }

    /// <summary>关口地址 at that time.</summary>
    public string CheckpointAddress { get; private set; }

    /// <summary>Time of the passage.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Day of the passage.</summary>
    public DateOnly On { get; private set; }

    /// <summary>卡号.</summary>
    public string Number { get; private set; }

    /// <summary>通行人姓名; empty in 河北.</summary>
    public string Name { get; private set; }

    /// <summary>通行人电话, may be empty.</summary>
    public string Phone { get; private set; }

    /// <summary>车牌, may be empty.</summary>
    public string Plate { get; private set; }

    /// <summary>通行原因.</summary>
    public PassageReason? Reason { get; private set; }

    /// <summary>通行类型.</summary>
    public PassageDirection? Direction { get; private set; }

    /// <summary>体温是否正常.</summary>
    public bool? FoundNormal { get; private set; }

    /// <summary>体温, if recorded.</summary>
    public BodyTemperature? Temperature { get; private set; }

    /// <summary>河北: 记场所和时间.</summary>
    public static Passage Of(Checkpoint checkpoint, string number, DateTimeOffset at, DateOnly on) =>
        new(checkpoint.OfficeCode, checkpoint.Id, checkpoint.Name, checkpoint.FullAddress, at, on, number);

    /// <summary>海南: 每次通行登记.</summary>
    /// <exception cref="RuleBrokenException">A mandatory field is empty.</exception>
    public static Passage Of(Checkpoint checkpoint, string number, PassageForm form, GateFinding finding, DateTimeOffset at, DateOnly on)
    {
        RuleBrokenException.ThrowIfAny(form.Validate());

        return new(checkpoint.OfficeCode, checkpoint.Id, checkpoint.Name, checkpoint.FullAddress, at, on, number)
        {
            Name = form.Name,
            Phone = form.Phone,
            Plate = form.Plate,
            Reason = form.Reason,
            Direction = form.Direction,
            FoundNormal = finding.FoundNormal,
            Temperature = finding.Temperature,
        };
    }
}
