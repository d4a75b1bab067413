namespace HealthCode.Domain.Outreach;

/// <summary>What a round is for.</summary>
public enum OutreachKind
{
    /// <summary>排查帮办: who has neither code nor card (宁疫指办发〔2020〕73号 三).</summary>
    Canvass = 1,

    /// <summary>到期续办: whose card ends soon.</summary>
    Renewal = 2,
}

/// <summary>What came of a visit.</summary>
public enum OutreachResult
{
    /// <summary>已办: he declared, the form came back with the grid worker.</summary>
    Done = 1,

    /// <summary>家里没人.</summary>
    NotAtHome = 2,

    /// <summary>不需要: he does not go out, or does not want one.</summary>
    NotNeeded = 3,

    /// <summary>已有码.</summary>
    HasCode = 4,

    /// <summary>再来.</summary>
    ComeAgain = 5,
}

/// <summary>帮办用语.</summary>
public static class OutreachNames
{
    /// <summary>排查帮办, 到期续办.</summary>
    public static string ChineseName(this OutreachKind kind) => kind switch
    {
        OutreachKind.Canvass => "排查帮办",
        OutreachKind.Renewal => "到期续办",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>已办, 家里没人, 不需要, 已有码, 再来.</summary>
    public static string ChineseName(this OutreachResult result) => result switch
    {
        OutreachResult.Done => "已办",
        OutreachResult.NotAtHome => "家里没人",
        OutreachResult.NotNeeded => "不需要",
        OutreachResult.HasCode => "已有码",
        OutreachResult.ComeAgain => "再来",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>Whether nobody has to come again.</summary>
    public static bool IsSettled(this OutreachResult result) => result is OutreachResult.Done or OutreachResult.NotNeeded or OutreachResult.HasCode;
}
