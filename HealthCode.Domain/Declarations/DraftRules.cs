using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>草稿的规则 — a draft is a paper form that is not finished, not a place to keep things in.</summary>
public static class DraftRules
{
    /// <summary>The longest text of a draft, in bytes of UTF-8; a form full of words has a tenth of it.</summary>
    public const int LongestFields = 200 * 1024;

    /// <summary>So many has one clerk at most.</summary>
    public const int MostOfOneClerk = 50;

    /// <summary>No longer than a form can be.</summary>
    public static Rule IsShort { get; } = new("draft-short", "这张表写得太长，存不成草稿。请删短再存，填的内容还在这一页上。", "DECISIONS.md D29");

    /// <summary>No more than anybody takes up again.</summary>
    public static Rule AreFew { get; } = new("draft-few", "没录完的表太多了，存不下新的草稿。请先把“没录完的表”接着录完，或者丢弃几张，再存这一张；填的内容还在这一页上。", "DECISIONS.md D29");
}
