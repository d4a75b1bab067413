namespace HealthCode.Domain.Passes;

/// <summary>通行卡用语.</summary>
public static class PassNames
{
    /// <summary>待打印, 已打印, 已盖章, 已发放, 停用, 遗失作废, 损毁作废, 续办收回, 收回作废.</summary>
    public static string ChineseName(this PassState state) => state switch
    {
        PassState.AwaitingPrint => "待打印",
        PassState.Printed => "已打印",
        PassState.Stamped => "已盖章",
        PassState.HandedOver => "已发放",
        PassState.Revoked => "停用",
        PassState.Lost => "遗失作废",
        PassState.Damaged => "损毁作废",
        PassState.Renewed => "续办收回",
        PassState.TakenBack => "收回作废",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
