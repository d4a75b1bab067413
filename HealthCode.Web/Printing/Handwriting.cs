using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;

namespace HealthCode.Web.Printing;

/// <summary>手写补字 — warns before printing about names with characters that no font has.</summary>
public static class Handwriting
{
    private const string WhatToDo = "打印机的字库里没有，打印时空出位置并画横线；打印后请照证件用黑色笔补写清楚，再盖章";

    /// <summary>Whether a character of the name is left blank on paper.</summary>
    public static bool IsNeeded(PersonName name) => Typography.BlanksOf(name.Value).Count > 0;

    /// <summary>A notice such as 姓名第 2 个字…… for users who may see the name; null if every character can be printed.</summary>
    /// <param name="whose">E.g. 姓名 or 监护人姓名.</param>
    /// <param name="name">The name.</param>
    public static string? NoticeOf(string whose, PersonName? name) =>
        name is not null && Typography.BlanksOf(name.Value) is { Count: > 0 } places
            ? $"{whose}第 {string.Join('、', places)} 个字{WhatToDo}。字没有录错，不必改成别的字。"
            : null;

    /// <summary>The same for masked pages: does not tell which character.</summary>
    public static string? NoticeOf(PersonName name) => IsNeeded(name) ? $"姓名里有字{WhatToDo}。" : null;

    /// <summary>Notices for all names of a declaration.</summary>
    public static IReadOnlyList<string> NoticesOf(DeclarationContent content) =>
    [
        .. new[]
        {
            NoticeOf("姓名", content.Person.Name),
            NoticeOf("监护人姓名", content.Guardian?.Name),
            NoticeOf("代填人姓名", content.Scribe?.Name),
        }.OfType<string>(),
    ];
}
