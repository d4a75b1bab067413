namespace HealthCode.Domain.Declarations;

/// <summary>交通工具.</summary>
public enum Transport
{
    /// <summary>火车.</summary>
    Train = 1,

    /// <summary>飞机.</summary>
    Plane = 2,

    /// <summary>自驾.</summary>
    OwnCar = 3,

    /// <summary>其他.</summary>
    Other = 4,
}
