namespace HealthCode.Domain.PrintRuns;

/// <summary>打印用语.</summary>
public static class PrintNames
{
    /// <summary>正在排版, 待核对, 已核对, 不印了.</summary>
    public static string ChineseName(this PrintRunState state) => state switch
    {
        PrintRunState.Laying => "正在排版",
        PrintRunState.AwaitingCheck => "待核对",
        PrintRunState.Checked => "已核对",
        PrintRunState.GivenUp => "不印了",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>待核对, 印好, 印坏, 没有印.</summary>
    public static string ChineseName(this SheetState state) => state switch
    {
        SheetState.AwaitingCheck => "待核对",
        SheetState.Good => "印好",
        SheetState.Spoiled => "印坏",
        SheetState.Unused => "没有印",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
