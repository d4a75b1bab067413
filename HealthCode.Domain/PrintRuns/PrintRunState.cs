namespace HealthCode.Domain.PrintRuns;

/// <summary>打印批次的状态.</summary>
public enum PrintRunState
{
    /// <summary>正在排版.</summary>
    Laying = 1,

    /// <summary>待核对: the PDF is there; somebody prints it and says which sheets came out well.</summary>
    AwaitingCheck = 2,

    /// <summary>已核对.</summary>
    Checked = 3,

    /// <summary>不印了.</summary>
    GivenUp = 4,
}
