namespace HealthCode.Web.Backups;

/// <summary>备份做到哪一步.</summary>
public enum BackupStep
{
    Copy = 1,
    Close,
    ReadBack,
    SecondCopy,
}

/// <summary>Display names of the steps.</summary>
public static class BackupStepNames
{
    /// <summary>Number of steps.</summary>
    public static int Count { get; } = Enum.GetValues<BackupStep>().Length;

    public static string ChineseName(this BackupStep step) => step switch
    {
        BackupStep.Copy => "抄写数据库",
        BackupStep.Close => "加密写出",
        BackupStep.ReadBack => "读回来检查",
        _ => "拷到第二个地方",
    };
}
