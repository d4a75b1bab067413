using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.People;

namespace HealthCode.Web.Imports;

/// <summary>选项 — the words allowed in a cell and their values; the template offers the first word of each value.</summary>
internal static class ImportVocabulary
{
    /// <summary>男, 女.</summary>
    public static IReadOnlyList<(string Word, Sex Value)> Sexes { get; } = Of<Sex>(SexNames.ChineseName);

    /// <summary>居民身份证, 户口簿 …; also 身份证, as it is usually called.</summary>
    public static IReadOnlyList<(string Word, IdentityDocumentKind Value)> Papers { get; } = [.. Of<IdentityDocumentKind>(IdentityDocumentKindNames.ChineseName), ("身份证", IdentityDocumentKind.ResidentIdCard)];

    /// <summary>本人, 家人代接, 邻居代接.</summary>
    public static IReadOnlyList<(string Word, PhoneOwner Value)> PhoneOwners { get; } = Of<PhoneOwner>(PhoneOwnerNames.ChineseName);

    /// <summary>省内, 省外.</summary>
    public static IReadOnlyList<(string Word, TravelScope Value)> Scopes { get; } =
        [("省内", TravelScope.WithinProvince), ("省外", TravelScope.OutsideProvince), .. Of<TravelScope>(DeclarationNames.ChineseName)];

    /// <summary>火车, 飞机, 自驾, 其他.</summary>
    public static IReadOnlyList<(string Word, Transport Value)> Transports { get; } = Of<Transport>(DeclarationNames.ChineseName);

    /// <summary>老年人, 未成年人, 特殊情况, 其他.</summary>
    public static IReadOnlyList<(string Word, CardReason Value)> Reasons { get; } = Of<CardReason>(DeclarationNames.ChineseName);

    /// <summary>签字, 按手印, 未签.</summary>
    public static IReadOnlyList<(string Word, SignatureKind? Value)> Signatures { get; } = [.. Of<SignatureKind>(DeclarationNames.ChineseName).Select(each => (each.Word, (SignatureKind?)each.Value)), ("未签", null)];

    /// <summary>是, 否.</summary>
    public static IReadOnlyList<(string Word, bool Value)> Answers { get; } = [("是", true), ("否", false)];

    /// <summary>有, 无, 不清楚.</summary>
    public static IReadOnlyList<(string Word, bool? Value)> Possessions { get; } = [("有", true), ("无", false), ("不清楚", null)];

    /// <summary>窗口, 电话, 上门 ….</summary>
    public static IReadOnlyList<(string Word, CheckInChannel Value)> Channels { get; } = Of<CheckInChannel>(HealthStatusNames.ChineseName);

    /// <summary>正常, 不正常; also 是 and 否, because the column asks 是否正常.</summary>
    public static IReadOnlyList<(string Word, bool Value)> Normal { get; } = [("正常", true), ("不正常", false), .. Answers];

    /// <summary>是, 否, 不确定.</summary>
    public static IReadOnlyList<(string Word, ExposureAnswer Value)> Exposures { get; } = Of<ExposureAnswer>(HealthStatusNames.ChineseName);

    private static IReadOnlyList<(string Word, T Value)> Of<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (name(value), value))];
}
