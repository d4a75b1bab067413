using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>入场登记的规则.</summary>
public static class EntryRules
{
    /// <summary>Where nobody is to be written down, nobody is.</summary>
    public static Rule ProvinceKeepsEntries { get; } = new("entry-kept", "本省的通知不要求登记进出的人，不能登记。", "宁疫指办发〔2020〕73号 二(一)");

    /// <summary>A list is keyed for the venue whose number it bears.</summary>
    public static Rule ListOfVenue { get; } = new("entry-list", "名单上的场所编号和这个场所的编号不一样，请核对：名单是不是别的场所的？这个场所的编号：", "DECISIONS.md D54");

    /// <summary>日期 is given.</summary>
    public static Rule HasDay { get; } = new("entry-day", "请填写名单上的日期。", "冀防领办〔2020〕169号 二(四)");

    /// <summary>Nobody goes in before the venue opened, or after it closed.</summary>
    public static Rule VenueWasOpen { get; } = new("entry-open", "那天这个场所还没有启用，或者已经停用，请核对日期：", "DECISIONS.md D54");

    /// <summary>几点 is given.</summary>
    public static Rule HasTime { get; } = new("entry-time", "请填写几点进来的，例如 0830。", "冀防领办〔2020〕169号 二(四)");

    /// <summary>Nobody has gone in tomorrow.</summary>
    public static Rule NotInFuture { get; } = new("entry-future", "这个时间还没有到，请核对日期和时间。", "DECISIONS.md D54");

    /// <summary>A name or a card.</summary>
    public static Rule HasPerson { get; } = new("entry-person", "请写姓名，或者扫卡、输入卡号。", "冀防领办〔2020〕169号 二(四)");

    /// <summary>The judgement of who stood at the door.</summary>
    public static Rule TemperatureTicked { get; } = new("entry-temperature", "体温：正常打 1，不正常打 2，照名单上写的。", "DECISIONS.md D13");

    /// <summary>Who wrote it down.</summary>
    public static Rule StaffNamed { get; } = new("entry-staff", "请填写名单上是谁登记的。", "冀防领办〔2020〕169号 二(二)");

    /// <summary>The same line was keyed before.</summary>
    public static Rule NotTwice { get; } = new("entry-twice", "这一行已经录过了，没有再记：", "DECISIONS.md D54");

    /// <summary>Only what was found not normal and not looked at.</summary>
    public static Rule Unhandled { get; } = new("entry-unhandled", "这一条已经处理过，或者不用处理。", "DECISIONS.md D54");

    /// <summary>What was done.</summary>
    public static Rule HandlingNamed { get; } = new("entry-handling", "请写明怎样处理的，例如“打电话问过，已去发热门诊”。", "DECISIONS.md D54");

    /// <summary>Validates a line; empty if it is valid.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="line">The line.</param>
    /// <param name="listNumber">场所编号 at the head of the list.</param>
    /// <param name="same">The line keyed before for the same person at the same minute, or null.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="now">Current time, in Beijing.</param>
    public static IReadOnlyList<Breach> Validate(Venue venue, EntryLine line, string listNumber, VenueEntry? same, RulePack pack, DateTimeOffset now)
    {
        if (pack.Venues.Entries is null)
        {
            return [ProvinceKeepsEntries.Broken()];
        }

        var today = BeijingTime.DayOf(now);
        return
        [
            .. If(listNumber != venue.NumberText, ListOfVenue, EntryField.ListNumber, venue.NumberText + "。"),
            .. If(line.On is null, HasDay, EntryField.Day),
            .. If(line.On is { } day && day <= today && !venue.WasOpenOn(day), VenueWasOpen, EntryField.Day, venue.OpenedOn is { } opened ? $"{opened.Chinese()}启用。" : "还没有核准。"),
            .. If(line.At is null, HasTime, EntryField.At),
            .. If(line.On > today || (line.On == today && line.At > TimeOnly.FromDateTime(BeijingTime.At(now).DateTime)), NotInFuture, EntryField.At),
            .. If(line.Name.Length == 0 && line.CardNumber.Length == 0, HasPerson, EntryField.Who),
            .. If(line.FoundNormal is null, TemperatureTicked, EntryField.FoundNormal),
            .. If(line.Staff.Length == 0, StaffNamed, EntryField.Staff),
            .. same is null ? [] : new[] { NotTwice.Broken($"{same.KeyedBy.Name}录的。", EntryField.Who) },
        ];
    }

    private static Breach[] If(bool broken, Rule rule, EntryField field, string? detail = null) => broken ? [rule.Broken(detail, field)] : [];
}

/// <summary>入场登记的栏.</summary>
public enum EntryField
{
    /// <summary>名单上的场所编号.</summary>
    ListNumber,

    /// <summary>日期.</summary>
    Day,

    /// <summary>登记的人.</summary>
    Staff,

    /// <summary>几点.</summary>
    At,

    /// <summary>姓名或者卡.</summary>
    Who,

    /// <summary>出示了什么.</summary>
    Shown,

    /// <summary>体温.</summary>
    FoundNormal,
}
