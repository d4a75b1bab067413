namespace HealthCode.Domain.Rules;

/// <summary>规则包用语.</summary>
public static class PackNames
{
    /// <summary>只记人数, 记场所和时间, 每次通行登记.</summary>
    public static string ChineseName(this PassageKeeping keeping) => keeping switch
    {
        PassageKeeping.Tally => "只记人数",
        PassageKeeping.VenueAndTime => "记场所和时间",
        PassageKeeping.EveryPassage => "每次通行登记",
        _ => throw new ArgumentOutOfRangeException(nameof(keeping)),
    };
}
