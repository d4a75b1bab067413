using HealthCode.Domain.Couriers;

namespace HealthCode.Web.Data;

/// <summary>一个村居的报送 — its packages, and the figures that count.</summary>
/// <param name="Code">12 digits.</param>
/// <param name="Name">As the trust list names it.</param>
/// <param name="Numbers">Of all its packages that lie here.</param>
/// <param name="Packages">Those that name one of the days, by number.</param>
/// <param name="Days">Each day once.</param>
public sealed record CourierOffice(string Code, string Name, IReadOnlyList<int> Numbers, IReadOnlyList<PackageReceived> Packages, IReadOnlyList<DayReport> Days)
{
    /// <summary>缺的包.</summary>
    public IReadOnlyList<int> Missing => PackageReceived.Missing(Numbers);

    /// <summary>合计.</summary>
    public DayReport Sum => DayReport.Sum(Days);
}
