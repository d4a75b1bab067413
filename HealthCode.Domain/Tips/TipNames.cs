namespace HealthCode.Domain.Tips;

/// <summary>线索与监督举报用语.</summary>
public static class TipNames
{
    /// <summary>线索, 监督举报.</summary>
    public static string ChineseName(this TipKind kind) => kind switch
    {
        TipKind.Clue => "线索",
        TipKind.Supervision => "监督举报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>待派, 已派, 已上门, 已反馈, 已上报, 已并入.</summary>
    public static string ChineseName(this TipState state) => state switch
    {
        TipState.Received => "待派",
        TipState.Dispatched => "已派",
        TipState.Visited => "已上门",
        TipState.Answered => "已反馈",
        TipState.Reported => "已上报",
        TipState.Linked => "已并入",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>网格员, 联络员.</summary>
    public static string ChineseName(this TipAreaRole role) => role switch
    {
        TipAreaRole.GridWorker => "网格员",
        TipAreaRole.Liaison => "联络员",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>实名, 未留姓名: all that anybody but the dispatcher is told of the reporter.</summary>
    public static string ReporterWord(bool isNamed) => isNamed ? "实名" : "未留姓名";
}
