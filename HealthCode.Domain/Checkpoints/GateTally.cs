namespace HealthCode.Domain.Checkpoints;

/// <summary>通行人数 — anonymous count of people passing a gate in one hour: 绿码、体温正常，无需登记予以通行 (宁疫指办发〔2020〕73号 二(一); DECISIONS.md D20).</summary>
public sealed class GateTally
{
    private GateTally(string officeCode, long checkpointId, DateOnly on, int hour)
    {
        (OfficeCode, CheckpointId, On, Hour) = (officeCode, checkpointId, on, hour);
    }

    /// <summary>Code of the office that runs the gate.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>关口: key of the gate.</summary>
    public long CheckpointId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Hour of the day, 0–23.</summary>
    public int Hour { get; private set; }

    /// <summary>人数.</summary>
    public int People { get; private set; }

    /// <summary>Creates the count of an hour, starting at 0.</summary>
    public static GateTally Of(Checkpoint checkpoint, DateOnly on, int hour) => new(checkpoint.OfficeCode, checkpoint.Id, on, hour);

    /// <summary>Counts one more person.</summary>
    public void Add() => People++;
}
