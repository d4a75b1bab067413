namespace HealthCode.Domain.PrintRuns;

/// <summary>纸的下落.</summary>
public enum SheetState
{
    /// <summary>待核对.</summary>
    AwaitingCheck = 1,

    /// <summary>印好.</summary>
    Good = 2,

    /// <summary>印坏.</summary>
    Spoiled = 3,

    /// <summary>没有印出来: the run was abandoned before.</summary>
    Unused = 4,
}
