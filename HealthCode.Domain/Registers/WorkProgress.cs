namespace HealthCode.Domain.Registers;

/// <summary>复工进度 of a unit: 全体职员符合健康要求才可复工 (琼肺炎指〔2020〕29号 系统操作流程 2.2). Counted by official results alone.</summary>
/// <param name="Total">People on the roll.</param>
/// <param name="Clear">Those whose newest official result is the clear one.</param>
public sealed record WorkProgress(int Total, int Clear)
{
    /// <summary>Those of whom the office has no clear result yet.</summary>
    public int Missing => Total - Clear;

    /// <summary>「全员符合」 or 「还差 3 人」.</summary>
    public string Sentence => Total == 0 ? "名单上还没有人" : Missing == 0 ? "全员符合" : $"还差 {Missing} 人";
}
