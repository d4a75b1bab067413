namespace HealthCode.Domain.Rules;

/// <summary>省 — a province, or whoever else issues notices of its own. One class in one file; <see cref="RulePacks"/> finds it by this interface.</summary>
public interface IProvince
{
    /// <summary>Its rule packs: one for each time its notices changed.</summary>
    IReadOnlyList<RulePack> Packs { get; }
}
