using System.Text.Json.Serialization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>一天的数字 — the figures of one office for one day, without personal data.</summary>
/// <param name="On">The day, Beijing time.</param>
public sealed record DayReport(DateOnly On)
{
    /// <summary>The figures of the cards with their column titles, in the order of the table.</summary>
    public static IReadOnlyList<(string Title, Func<DayReport, int> Of)> Figures { get; } =
    [
        ("申报", day => day.Submitted), ("符合", day => day.Approved), ("不予办理", day => day.Refused), ("退回", day => day.Returned),
        ("体温异常", day => day.Feverish), ("打印", day => day.Printed), ("盖章", day => day.Stamped), ("发放", day => day.HandedOver),
        ("补打", day => day.Reprinted), ("停用", day => day.Revoked),
    ];

    /// <summary>Figures of the registers and of tips, which only some provinces keep: title, figure, and where.</summary>
    private static IReadOnlyList<(string Title, Func<DayReport, int> Of, Func<RulePack, bool> IsKept)> Registers { get; } =
    [
        ("返乡登记", day => day.Returnees, pack => pack.Register(RegisterKind.Returnees) is not null), ("返岗登记", day => day.Workers, pack => pack.Register(RegisterKind.Work) is not null),
        ("发热门诊", day => day.ClinicVisits, pack => pack.Register(RegisterKind.FeverClinic) is not null), ("购药登记", day => day.Purchases, pack => pack.Register(RegisterKind.Medicines) is not null),
        ("线索举报", day => day.Tips, pack => pack.Tips is not null),
    ];

    /// <summary>The figures that offices of a province have.</summary>
    public static IReadOnlyList<(string Title, Func<DayReport, int> Of)> FiguresOf(RulePack pack) => [.. Figures, .. Registers.Where(figure => figure.IsKept(pack)).Select(figure => (figure.Title, figure.Of))];

    /// <summary>The figures to show of offices of any province: those of the cards, and of the registers those that are there.</summary>
    public static IReadOnlyList<(string Title, Func<DayReport, int> Of)> FiguresIn(DayReport sum) => [.. Figures, .. Registers.Where(figure => figure.Of(sum) > 0).Select(figure => (figure.Title, figure.Of))];

    /// <summary>申报: declarations submitted.</summary>
    public int Submitted { get; init; }

    /// <summary>符合: decisions.</summary>
    public int Approved { get; init; }

    /// <summary>不予办理: decisions.</summary>
    public int Refused { get; init; }

    /// <summary>退回补正: decisions.</summary>
    public int Returned { get; init; }

    /// <summary>体温异常: declarations with a temperature of that day ticked as not normal by a staff member.</summary>
    public int Feverish { get; init; }

    /// <summary>打印: cards printed for the first time.</summary>
    public int Printed { get; init; }

    /// <summary>盖章.</summary>
    public int Stamped { get; init; }

    /// <summary>发放.</summary>
    public int HandedOver { get; init; }

    /// <summary>补打: lost or damaged cards that were replaced.</summary>
    public int Reprinted { get; init; }

    /// <summary>停用.</summary>
    public int Revoked { get; init; }

    // Written only where the province keeps the register, so that an older program reads the packages of all others.

    /// <summary>返乡登记, by the day of the entry.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Returnees { get; init; }

    /// <summary>返岗登记.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Workers { get; init; }

    /// <summary>发热门诊登记.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ClinicVisits { get; init; }

    /// <summary>购药登记.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Purchases { get; init; }

    /// <summary>线索举报, by the day on which they were taken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Tips { get; init; }

    /// <summary>合计.</summary>
    public static DayReport Sum(IEnumerable<DayReport> days) => days.Aggregate(new DayReport(default(DateOnly)), (sum, day) => sum with
    {
        Submitted = sum.Submitted + day.Submitted,
        Approved = sum.Approved + day.Approved,
        Refused = sum.Refused + day.Refused,
        Returned = sum.Returned + day.Returned,
        Feverish = sum.Feverish + day.Feverish,
        Printed = sum.Printed + day.Printed,
        Stamped = sum.Stamped + day.Stamped,
        HandedOver = sum.HandedOver + day.HandedOver,
        Reprinted = sum.Reprinted + day.Reprinted,
        Revoked = sum.Revoked + day.Revoked,
        Returnees = sum.Returnees + day.Returnees,
        Workers = sum.Workers + day.Workers,
        ClinicVisits = sum.ClinicVisits + day.ClinicVisits,
        Purchases = sum.Purchases + day.Purchases,
        Tips = sum.Tips + day.Tips,
    });
}
