namespace HealthCode.Domain.Rules;

/// <summary>通行登记 — what a province's notice requires to be recorded when a person passes a gate (DECISIONS.md D20).</summary>
public enum PassageKeeping
{
    /// <summary>只记人数 (宁夏): 无需登记予以通行; a count only, no names.</summary>
    Tally = 1,

    /// <summary>记场所和时间 (河北 场所码).</summary>
    VenueAndTime = 2,

    /// <summary>每次通行登记 (海南 关口).</summary>
    EveryPassage = 3,
}
