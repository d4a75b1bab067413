namespace HealthCode.Domain.PrintRuns;

/// <summary>打印批次的状态.</summary>
public enum PrintRunState
{
    /// <summary>正在排版.</summary>
    Laying = 1,

    /// <summary>待核对: the PDF exists; a user prints it and records which sheets are good.</summary>
    AwaitingCheck = 2,

    /// <summary>已核对.</summary>
    Checked = 3,

    /// <summary>不印了.</summary>
    GivenUp = 4,
}
