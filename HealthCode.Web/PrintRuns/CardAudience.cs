namespace HealthCode.Web.PrintRuns;

/// <summary>给谁用 — a group of holders whom one product suits better than another. It is told from what the declaration and the cards say; nothing is asked
/// for it and nobody is bound to it.</summary>
/// <param name="Code">Used in addresses.</param>
/// <param name="Name">e.g. 满 60 周岁的.</param>
/// <param name="Includes">Whether the card's holder belongs to it on a day.</param>
public sealed record CardAudience(string Code, string Name, Func<PrintCandidate, DateOnly, bool> Includes)
{
    /// <summary>The age from which somebody is 老年人 (老年人权益保障法 第二条).</summary>
    private const int AgeOfElders = 60;

    /// <summary>With the third card somebody plainly carries one all the time.</summary>
    private const int CardsOfWhoCarriesOne = 2;

    public static CardAudience Elders { get; } = new("old", $"满 {AgeOfElders} 周岁的", (card, day) => card.Pass.Holder.AgeOn(day) >= AgeOfElders);

    public static CardAudience Pupils { get; } = new("pupils", "登记了班级的学生", (card, _) => card.SchoolClass.Length > 0);

    public static CardAudience Regulars { get; } = new("regulars", "常带卡的（第三张卡起）", (card, _) => card.EarlierCards >= CardsOfWhoCarriesOne);

    /// <summary>All, in the order of the page.</summary>
    public static IReadOnlyList<CardAudience> All { get; } = [Elders, Pupils, Regulars];
}
