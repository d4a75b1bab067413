using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>一户一起领 — hands several cards of a household to one collector, who signs once. Each card keeps its own rules.</summary>
public static class HouseholdHandOver
{
    /// <summary>本人.</summary>
    public const string Self = "本人";

    /// <summary>发放 of all cards that are stamped; the others are left as they are.</summary>
    /// <param name="cards">The cards chosen.</param>
    /// <param name="collector">Name of the collector, or 本人 for a single card.</param>
    /// <param name="relation">His relation to the holders, such as 儿子; needed if he collects for others.</param>
    /// <param name="office">The office.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <returns>The cards left, because they are not stamped yet or are no longer in use.</returns>
    /// <exception cref="RuleBrokenException">No card can be handed over; no collector named; after 疫情解除.</exception>
    public static IReadOnlyList<HealthPass> HandOver(IReadOnlyList<HealthPass> cards, string collector, string relation, Office office, DateTimeOffset at, DateOnly today)
    {
        var ready = cards.Where(card => card.State == PassState.Stamped && card.IsLive(today)).ToList();
        PassRules.StepInOrder.Require(ready.Count > 0, "没有勾选已盖章的卡；先盖章，再发放（盖章有效）。");
        PassRules.CollectorNamed.Require(collector.Length > 0);
        var others = ready.Where(card => !IsHolder(card, collector)).ToList();
        PassRules.CollectorOfSeveral.Require(collector == Self ? ready.Count == 1 : others.Count == 0 || relation.Length > 0);

        foreach (var card in ready)
        {
            card.HandOver(WordsFor(card, collector, relation), office, at, today);
        }

        return [.. cards.Except(ready)];
    }

    /// <summary>领取人 as stored on a card: 本人, or name and relation of who collects it for the holder.</summary>
    /// <exception cref="RuleBrokenException">No collector named; no relation, though it is not the holder.</exception>
    public static string WordsFor(HealthPass card, string collector, string relation)
    {
        PassRules.CollectorNamed.Require(collector.Length > 0);
        var isHolder = collector == Self || IsHolder(card, collector);
        PassRules.CollectorOfSeveral.Require(isHolder || relation.Length > 0);

        return isHolder ? Self : $"{collector}（{relation}）";
    }

    private static bool IsHolder(HealthPass card, string collector) => card.Holder.Name.Value == collector;
}
