using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Tips;

/// <summary>辖区 — a line of the office's own table: a part of its place, and the 网格员 or 联络员 who goes there (琼肺炎指〔2020〕29号 系统使用说明 三(三); DECISIONS.md D67).</summary>
/// <remarks>Who takes over gets a line of his own, so that a tip keeps the one it was given to.</remarks>
public sealed class TipArea
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 30;

    /// <summary>Characters of all other spellings together.</summary>
    public const int LongestSpellings = 200;

    private TipArea(string officeCode, DateOnly since)
    {
        (OfficeCode, Since) = (officeCode, since);
        (Name, OtherNames, Worker) = ("", [], null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>辖区名称, e.g. 3组.</summary>
    public string Name { get; private set; }

    /// <summary>别的写法, e.g. 三组.</summary>
    public IReadOnlyList<string> OtherNames { get; private set; }

    /// <summary>网格员 or 联络员.</summary>
    public TipAreaRole Role { get; private set; }

    /// <summary>Who goes there.</summary>
    public PersonName Worker { get; private set; }

    /// <summary>电话; null if unknown.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>从哪天起.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>离开: from this day on nothing is given to him; null while he is there.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>All spellings, the name first.</summary>
    public IEnumerable<string> Spellings => OtherNames.Prepend(Name);

    /// <summary>登记.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="TipAreaRules.Validate"/>.</exception>
    public static TipArea Enter(Office office, TipAreaDetails details, IReadOnlyList<TipArea> others, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(TipAreaRules.Validate(details, null, others, today));

        var area = new TipArea(office.Code, details.Since!.Value);
        area.Describe(details);
        return area;
    }

    /// <summary>改登记.</summary>
    /// <exception cref="RuleBrokenException">He has left; see <see cref="TipAreaRules.Validate"/>.</exception>
    public void Change(TipAreaDetails details, IReadOnlyList<TipArea> others, DateOnly today)
    {
        TipAreaRules.StillThere.Require(LeftOn is null);
        RuleBrokenException.ThrowIfAny(TipAreaRules.Validate(details, this, others, today));

        Describe(details);
    }

    /// <summary>离开.</summary>
    /// <exception cref="RuleBrokenException">He has left; before he began or after today.</exception>
    public void Leave(DateOnly on, DateOnly today)
    {
        TipAreaRules.StillThere.Require(LeftOn is null);
        RuleBrokenException.ThrowIfAny(on < Since || on > today ? [TipAreaRules.LeftInTime.Broken(field: TipAreaField.LeftOn)] : []);

        LeftOn = on;
    }

    /// <summary>Whether he may be sent on a day: from the first one until the day before he left.</summary>
    public bool Serves(DateOnly day) => Since <= day && !(LeftOn <= day);

    private void Describe(TipAreaDetails details) =>
        (Name, OtherNames, Role, Worker, Phone, Since) = (details.Name, details.OtherNames, details.Role!.Value, details.Worker!, details.Phone, details.Since!.Value);
}

/// <summary>Who goes.</summary>
public enum TipAreaRole
{
    /// <summary>网格员.</summary>
    GridWorker = 1,

    /// <summary>疫情处理联络员.</summary>
    Liaison = 2,
}

/// <summary>What stands in a line of the 辖区表.</summary>
/// <param name="Name">辖区名称.</param>
/// <param name="OtherNames">别的写法.</param>
/// <param name="Role">网格员 or 联络员; null if not chosen.</param>
/// <param name="Worker">姓名; null if missing.</param>
/// <param name="Phone">电话; null if unknown.</param>
/// <param name="Since">从哪天起; null if missing.</param>
public sealed record TipAreaDetails(string Name, IReadOnlyList<string> OtherNames, TipAreaRole? Role, PersonName? Worker, PhoneNumber? Phone, DateOnly? Since);

/// <summary>辖区表的规则.</summary>
public static class TipAreaRules
{
    /// <summary>Which area.</summary>
    public static Rule HasName { get; } = new("tip-area-name", "请填写辖区名称，至少两个字，照大家平常的说法，例如“3组”。", "DECISIONS.md D67");

    /// <summary>A place lies in one area.</summary>
    public static Rule SpelledOnce { get; } = new("tip-area-twice", "这个名称或写法，辖区表里已经有了：", "DECISIONS.md D67");

    /// <summary>网格员 or 联络员.</summary>
    public static Rule RoleChosen { get; } = new("tip-area-role", "请选是网格员还是联络员。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>Who goes.</summary>
    public static Rule WorkerNamed { get; } = new("tip-area-worker", "请填写网格员或联络员的姓名。", "琼肺炎指〔2020〕29号 系统使用说明 三(三)");

    /// <summary>从哪天起.</summary>
    public static Rule HasFirstDay { get; } = new("tip-area-since", "请填写从哪天起。", "DECISIONS.md D67");

    /// <summary>What has ended stays as it was.</summary>
    public static Rule StillThere { get; } = new("tip-area-ended", "这个人已经离开，不能再改。接替他的人，请另登记一行。", "DECISIONS.md D67");

    /// <summary>He leaves after he has begun, and not tomorrow.</summary>
    public static Rule LeftInTime { get; } = new("tip-area-left", "离开日期要在开始那天以后、今天以前，请核对。", "DECISIONS.md D67");

    /// <summary>What is wrong with a line; empty when nothing is.</summary>
    /// <param name="details">What was typed.</param>
    /// <param name="area">The line itself; null for a new one.</param>
    /// <param name="others">The office's lines.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Breach> Validate(TipAreaDetails details, TipArea? area, IReadOnlyList<TipArea> others, DateOnly today)
    {
        var living = others.Where(other => (area is null || other.Id != area.Id) && !(other.LeftOn <= today)).ToList();
        return
        [
            .. If(TipAreaMatcher.Plain(details.Name).Length < 2, HasName, TipAreaField.Name),
            .. Twice(details.Name, living, TipAreaField.Name),
            .. details.OtherNames.SelectMany(name => Twice(name, living, TipAreaField.OtherNames)),
            .. If(details.OtherNames.Any(name => TipAreaMatcher.Plain(name).Length < 2), HasName, TipAreaField.OtherNames),
            .. If(details.Role is null, RoleChosen, TipAreaField.Role),
            .. If(details.Worker is null, WorkerNamed, TipAreaField.Worker),
            .. If(details.Since is null, HasFirstDay, TipAreaField.Since),
        ];
    }

    private static IEnumerable<Breach> Twice(string name, List<TipArea> others, TipAreaField field) =>
        others.Where(other => other.Spellings.Any(spelling => TipAreaMatcher.Plain(spelling) == TipAreaMatcher.Plain(name))).Take(1)
            .Select(other => SpelledOnce.Broken($"{other.Name} {other.Worker.Value}。", field));

    private static Breach[] If(bool broken, Rule rule, TipAreaField field) => broken ? [rule.Broken(field: field)] : [];
}

/// <summary>辖区表的栏 that a rule speaks of.</summary>
public enum TipAreaField
{
    /// <summary>辖区名称.</summary>
    Name,

    /// <summary>别的写法.</summary>
    OtherNames,

    /// <summary>网格员还是联络员.</summary>
    Role,

    /// <summary>姓名.</summary>
    Worker,

    /// <summary>从哪天起.</summary>
    Since,

    /// <summary>离开日期.</summary>
    LeftOn,
}
