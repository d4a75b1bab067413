namespace HealthCode.Domain.Checkpoints;

/// <summary>通行人数 — how many went through a gate in an hour, and nothing else: 绿码、体温正常，无需登记予以通行 (宁疫指办发〔2020〕73号 二(一); DECISIONS.md D20).</summary>
public sealed class GateTally
{
    private GateTally(string officeCode, long checkpointId, DateOnly on, int hour)
    {
        (OfficeCode, CheckpointId, On, Hour) = (officeCode, checkpointId, on, hour);
    }

    /// <summary>The office that keeps the gate.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>关口.</summary>
    public long CheckpointId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>0–23.</summary>
    public int Hour { get; private set; }

    /// <summary>人数.</summary>
    public int People { get; private set; }

    /// <summary>An hour without anybody yet.</summary>
    public static GateTally Of(Checkpoint checkpoint, DateOnly on, int hour) => new(checkpoint.OfficeCode, checkpoint.Id, on, hour);

    /// <summary>One more.</summary>
    public void Add() => People++;
}
