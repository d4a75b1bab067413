namespace HealthCode.Domain.Seals;

/// <summary>库存登记的种类.</summary>
public enum StockEntryKind
{
    /// <summary>领入.</summary>
    Received = 1,

    /// <summary>作废: spoiled outside a print run.</summary>
    Spoiled = 2,

    /// <summary>日结清点.</summary>
    Counted = 3,
}
