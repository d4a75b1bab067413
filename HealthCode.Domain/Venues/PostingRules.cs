using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>张贴检查的规则.</summary>
public static class PostingRules
{
    /// <summary>Only what is used has a door to look at.</summary>
    public static Rule VenueLives { get; } = new("posting-venue", "这个场所没有核准或者已经停用，不用检查张贴。", "DECISIONS.md D52");

    /// <summary>检查日 is not in the future.</summary>
    public static Rule CheckedByToday { get; } = new("posting-on", "请填写检查日期，不能晚于今天。", "DECISIONS.md D52");

    /// <summary>检查人.</summary>
    public static Rule CheckerNamed { get; } = new("posting-checked-by", "请填写检查人。", "DECISIONS.md D52");

    /// <summary>Each sheet has an answer.</summary>
    public static Rule EachAnswered { get; } = new("posting-each", "每一张都要看：贴着，还是没有。还没有选的：", "DECISIONS.md D52");

    /// <summary>张贴至入口显眼位置: where it hangs.</summary>
    public static Rule PlaceNamed { get; } = new("posting-place", "请写明贴在哪里，例如“大门右边”。", "冀防领办〔2020〕169号 附件 三；DECISIONS.md D52");

    /// <summary>Mended is only what was missing.</summary>
    public static Rule SomethingMissing { get; } = new("posting-missing", "这次检查没有缺的，或者已经登记补齐了。", "DECISIONS.md D52");

    /// <summary>Who mended it.</summary>
    public static Rule MenderNamed { get; } = new("posting-mended-by", "请写明是谁补的。", "DECISIONS.md D52");

    /// <summary>Not before the check, not in the future.</summary>
    public static Rule MendedAfterCheck { get; } = new("posting-mended-on", "补齐的日期请核对：不能早于检查那天，不能晚于今天。", "DECISIONS.md D52");

    /// <summary>Validates a check; empty if it is valid.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="on">检查日.</param>
    /// <param name="checkedBy">检查人.</param>
    /// <param name="sheets">What was answered, in the order of the province's sheets.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Breach> Validate(Venue venue, DateOnly? on, string checkedBy, IReadOnlyList<PostedSheet> sheets, RulePack pack, DateOnly today) =>
    [
        .. venue.IsLiving ? Array.Empty<Breach>() : [VenueLives.Broken()],
        .. on is { } day && day <= today ? Array.Empty<Breach>() : [CheckedByToday.Broken(field: PostingField.On)],
        .. checkedBy.Length > 0 ? Array.Empty<Breach>() : [CheckerNamed.Broken(field: PostingField.CheckedBy)],
        .. pack.Venues.Sheets.Index().SelectMany(each => OfSheet(each.Item, each.Index + 1, sheets.FirstOrDefault(sheet => sheet.Kind == each.Item))),
    ];

    private static Breach[] OfSheet(NoticeKind kind, int number, PostedSheet? sheet) =>
        sheet is null ? [EachAnswered.Broken($"{kind.ChineseName()}。", new(PostingField.Hangs, number))]
        : sheet is { Hangs: true, Place.Length: 0 } ? [PlaceNamed.Broken(field: new(PostingField.Place, number))]
        : [];
}

/// <summary>张贴检查的栏.</summary>
public enum PostingField
{
    /// <summary>检查日.</summary>
    On,

    /// <summary>检查人.</summary>
    CheckedBy,

    /// <summary>贴着没有, of the sheet with this number.</summary>
    Hangs,

    /// <summary>贴在哪里, of the sheet with this number.</summary>
    Place,
}
