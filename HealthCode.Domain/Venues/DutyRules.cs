using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>值守表的规则.</summary>
public static class DutyRules
{
    private const int MostDays = 92;

    /// <summary>Only what is used has a door.</summary>
    public static Rule VenueLives { get; } = new("duty-venue", "这个场所没有核准或者已经停用，不用排值守。", "DECISIONS.md D53");

    /// <summary>专人 has a name.</summary>
    public static Rule HasName { get; } = new("duty-name", "请填写由谁值守。", "冀防领办〔2020〕169号 二(二)");

    /// <summary>From a day to a day.</summary>
    public static Rule DaysInOrder { get; } = new("duty-days", "日期请核对：先填从哪天，到哪天不能更早；一次最多排三个月。", "DECISIONS.md D53");

    /// <summary>From an hour to another.</summary>
    public static Rule HoursNamed { get; } = new("duty-hours", "请填写几点到几点，例如 8:00 到 18:00；夜里可以排到第二天早上。", "DECISIONS.md D53");

    /// <summary>The same person is on the table once.</summary>
    public static Rule NotTwice { get; } = new("duty-twice", "这个人这几天这个时段已经排过了：", "DECISIONS.md D53");

    /// <summary>Validates a line of the table; empty if it is valid.</summary>
    public static IReadOnlyList<Breach> Validate(Venue venue, string name, DateOnly? firstDay, DateOnly? lastDay, TimeOnly? from, TimeOnly? to, IReadOnlyList<DoorDuty> others)
    {
        var last = lastDay ?? firstDay;
        var twice = firstDay is not null && from is { } begin && to is { } end
            ? others.FirstOrDefault(other => other.Name == name && other.FirstDay <= last && firstDay <= other.LastDay && Overlap((begin, end), (other.From, other.To))) : null;
        return
        [
            .. If(!venue.IsLiving, VenueLives, null),
            .. If(name.Length == 0, HasName, DutyField.Name),
            .. If(firstDay is null, DaysInOrder, DutyField.FirstDay),
            .. If(firstDay is { } first && (last < first || last!.Value.DayNumber - first.DayNumber >= MostDays), DaysInOrder, DutyField.LastDay),
            .. If(from is null || to is null || from == to, HoursNamed, from is null ? DutyField.From : DutyField.To),
            .. twice is null ? [] : new[] { NotTwice.Broken($"{twice.FirstDay.Chinese()}至{twice.LastDay.Chinese()} {twice.From.Typed()}–{twice.To.Typed()}。", DutyField.Name) },
        ];
    }

    /// <summary>Whether two watches have an hour in common; one whose end is earlier than its beginning goes past midnight.</summary>
    private static bool Overlap((TimeOnly From, TimeOnly To) one, (TimeOnly From, TimeOnly To) other) =>
        other.From.IsBetween(one.From, one.To) || one.From.IsBetween(other.From, other.To);

    private static Breach[] If(bool broken, Rule rule, DutyField? field) => broken ? [rule.Broken(field: field is { } named ? named : null)] : [];
}

/// <summary>值守表的栏.</summary>
public enum DutyField
{
    /// <summary>谁.</summary>
    Name,

    /// <summary>从哪天.</summary>
    FirstDay,

    /// <summary>到哪天.</summary>
    LastDay,

    /// <summary>几点起.</summary>
    From,

    /// <summary>到几点.</summary>
    To,
}
