namespace HealthCode.Domain.Rules;

/// <summary>省 — a province or other authority with its own notices. One class per file; <see cref="RulePacks"/> finds it by reflection.</summary>
public interface IProvince
{
    /// <summary>Its rule packs: one for each version of its notices.</summary>
    IReadOnlyList<RulePack> Packs { get; }
}
