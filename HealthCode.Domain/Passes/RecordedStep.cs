namespace HealthCode.Domain.Passes;

/// <summary>刚登记的一步 — what somebody has just recorded on a card, so that he can take it back.</summary>
/// <param name="PassId">Key of the card.</param>
/// <param name="State">The state recorded: 已盖章 or 已发放.</param>
/// <param name="At">When; the time stored on the card.</param>
/// <param name="ByUserName">Sign-in name of who recorded it.</param>
public sealed record RecordedStep(long PassId, PassState State, DateTimeOffset At, string ByUserName)
{
    /// <summary>How long a step can be taken back.</summary>
    public static readonly TimeSpan UndoableFor = TimeSpan.FromMinutes(10);
}
