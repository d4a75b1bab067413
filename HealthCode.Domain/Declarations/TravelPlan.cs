namespace HealthCode.Domain.Declarations;

/// <summary>出行计划 — destination, date and means of travel; every part may be blank.</summary>
public sealed record TravelPlan
{
    /// <summary>出行到省内 / 出行到省外.</summary>
    public TravelScope? Scope { get; init; }

    /// <summary>目的地, 省.</summary>
    public string Province { get; init; } = "";

    /// <summary>市.</summary>
    public string City { get; init; } = "";

    /// <summary>县（市、区）.</summary>
    public string County { get; init; } = "";

    /// <summary>乡镇（街道）.</summary>
    public string Township { get; init; } = "";

    /// <summary>村（小区）.</summary>
    public string Village { get; init; } = "";

    /// <summary>门牌号.</summary>
    public string House { get; init; } = "";

    /// <summary>出行日期.</summary>
    public DateOnly? On { get; init; }

    /// <summary>交通工具.</summary>
    public Transport? By { get; init; }

    /// <summary>车次 or 航班号; a description for 其他.</summary>
    public string Ride { get; init; } = "";

    /// <summary>座位号.</summary>
    public string Seat { get; init; } = "";

    /// <summary>The destination in one line.</summary>
    public string Destination => Province + City + County + Township + Village + House;

    /// <summary>Whether it says where to: within the province more than the province, which follows from 省内.</summary>
    public bool NamesDestination => (Scope == TravelScope.WithinProvince ? City + County + Township + Village + House : Destination).Length > 0;
}
