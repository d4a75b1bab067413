namespace HealthCode.Domain.Residents;

/// <summary>Where the office has it from that somebody has the official code.</summary>
public enum CodeSource
{
    /// <summary>本人出示: shown at the desk.</summary>
    Shown = 1,

    /// <summary>家人告知.</summary>
    Told = 2,

    /// <summary>上门排查: the grid worker saw it.</summary>
    Outreach = 3,

    /// <summary>监护人代领.</summary>
    Guardian = 4,

    /// <summary>我们帮他注册的.</summary>
    HelpedHere = 5,
}
