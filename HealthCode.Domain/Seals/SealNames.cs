namespace HealthCode.Domain.Seals;

/// <summary>库存用语.</summary>
public static class SealNames
{
    /// <summary>领入, 作废, 日结清点.</summary>
    public static string ChineseName(this StockEntryKind kind) => kind switch
    {
        StockEntryKind.Received => "领入",
        StockEntryKind.Spoiled => "作废",
        StockEntryKind.Counted => "日结清点",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
