using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>官方结果 — what the official platform said, as somebody of the office saw or heard it; it wins over everything derived here (宁疫指办发〔2020〕71号 三).</summary>
/// <param name="Result">The value, one of the province's own.</param>
/// <param name="Source">How the office learnt it.</param>
/// <param name="SeenAt">When it was shown or told.</param>
/// <param name="By">Who saw or heard it.</param>
/// <param name="Consent">本人 or 监护人 with the name: who agreed that it is written down.</param>
/// <param name="Reference">The register entry it stands on; empty when it was noted by itself.</param>
public sealed record OfficialResult(HealthCodeResult Result, OfficialSource Source, DateTimeOffset SeenAt, StaffMember By, string Consent, string Reference = "");

/// <summary>How the office learnt an official result.</summary>
public enum OfficialSource
{
    /// <summary>The platform itself, shown by the person.</summary>
    Platform = 1,

    /// <summary>家属出示.</summary>
    ShownByFamily = 2,

    /// <summary>电话告知.</summary>
    ToldByPhone = 3,

    /// <summary>文件导入.</summary>
    File = 4,
}
