namespace HealthCode.Domain.Offices;

/// <summary>销毁步骤 — one kind of data that was destroyed, how, and the count. Holds no personal data.</summary>
public sealed class DestructionStep
{
    private DestructionStep(string code, string kind, string unit, string how)
    {
        (Code, Kind, Unit, How) = (code, kind, unit, how);
    }

    /// <summary>Key in the database; order of execution.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the step, e.g. <c>passes</c>.</summary>
    public string Code { get; private set; }

    /// <summary>种类, e.g. 健康通行卡.</summary>
    public string Kind { get; private set; }

    /// <summary>单位: 张, 份, 个.</summary>
    public string Unit { get; private set; }

    /// <summary>销毁方式.</summary>
    public string How { get; private set; }

    /// <summary>数量.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the last execution that destroyed something.</summary>
    public DateTimeOffset DoneAt { get; private set; }

    internal static DestructionStep Of(string code, string kind, string unit, string how, int count, DateTimeOffset at) =>
        new(code, kind, unit, how) { Count = count, DoneAt = at };

    internal void Add(int count, DateTimeOffset at) => (Count, DoneAt) = (Count + count, at);
}
