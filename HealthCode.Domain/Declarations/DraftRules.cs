using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>草稿的规则 — limits the size and number of drafts.</summary>
public static class DraftRules
{
    /// <summary>Maximum size of <see cref="DeclarationDraft.Fields"/> in bytes of UTF-8; a completely filled form takes about a tenth.</summary>
    public const int LongestFields = 200 * 1024;

    /// <summary>Maximum number of drafts of a clerk.</summary>
    public const int MostOfOneClerk = 50;

    /// <summary>A draft is not larger than <see cref="LongestFields"/>.</summary>
    public static Rule IsShort { get; } = new("draft-short", "这张表写得太长，存不成草稿。请删短再存，填的内容还在这一页上。", "DECISIONS.md D29");

    /// <summary>A clerk has at most <see cref="MostOfOneClerk"/> drafts.</summary>
    public static Rule AreFew { get; } = new("draft-few", "没录完的表太多了，存不下新的草稿。请先把“没录完的表”接着录完，或者丢弃几张，再存这一张；填的内容还在这一页上。", "DECISIONS.md D29");
}
