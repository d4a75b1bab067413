using HealthCode.Domain.Passes;

namespace HealthCode.Web.Statistics;

/// <summary>在办的卡.</summary>
public static class OpenPasses
{
    /// <summary>Cards that are still valid and have not been handed over. States one by one, not a range of them: the index leads with the state, and a range of states
    /// would read through the cards of all offices of a county.</summary>
    public static IQueryable<HealthPass> NotHandedOver(this IQueryable<HealthPass> passes, DateOnly today) =>
        passes.Where(pass => (pass.State == PassState.AwaitingPrint || pass.State == PassState.Printed || pass.State == PassState.Stamped) && pass.Validity.LastDay >= today);
}
