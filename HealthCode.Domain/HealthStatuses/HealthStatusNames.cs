using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>健康状态用语.</summary>
public static class HealthStatusNames
{
    /// <summary>窗口, 电话, 上门, 家属代报, 关口监督测温, 隔离机构上报.</summary>
    public static string ChineseName(this CheckInChannel channel) => channel switch
    {
        CheckInChannel.Desk => "窗口",
        CheckInChannel.Phone => "电话",
        CheckInChannel.Door => "上门",
        CheckInChannel.Family => "家属代报",
        CheckInChannel.Gate => "关口监督测温",
        CheckInChannel.Institution => "隔离机构上报",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>官方平台, 家属出示, 电话告知, 文件导入.</summary>
    public static string ChineseName(this OfficialSource source) => source switch
    {
        OfficialSource.Platform => "官方平台",
        OfficialSource.ShownByFamily => "家属出示",
        OfficialSource.ToldByPhone => "电话告知",
        OfficialSource.File => "文件导入",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>The ground in plain words; a pack has those of its own notices.</summary>
    public static string ChineseName(this HealthGround ground) => ground switch
    {
        HealthGround.Case => "确诊、疑似或阳性",
        HealthGround.FeverCase => "发热病例",
        HealthGround.CloseContact => "密切接触者",
        HealthGround.Returnee => "外省来（返）",
        HealthGround.HighRisk => "来自高风险地区或有接触史",
        HealthGround.FeverClinic => "发热门诊",
        HealthGround.FeverMedicine => "购买止咳、退烧药",
        HealthGround.Symptoms => "发烧咳嗽等症状",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>不一致, 没有官方结果, 官方结果较旧.</summary>
    public static string ChineseName(this ReconciliationFinding finding) => finding switch
    {
        ReconciliationFinding.Differs => "不一致",
        ReconciliationFinding.NoOfficialResult => "没有官方结果",
        ReconciliationFinding.OfficialIsOlder => "官方结果较旧",
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    /// <summary>纠错, 健康状态核验.</summary>
    public static string ChineseName(this ResultCaseKind kind) => kind switch
    {
        ResultCaseKind.Correction => "纠错",
        ResultCaseKind.Verification => "健康状态核验",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>是, 否, 不确定.</summary>
    public static string ChineseName(this ExposureAnswer answer) => answer switch
    {
        ExposureAnswer.Yes => "是",
        ExposureAnswer.No => "否",
        ExposureAnswer.Uncertain => "不确定",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
