using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Venues;

/// <summary>场所登记的规则.</summary>
public static class VenueRules
{
    /// <summary>名称 stands on the poster.</summary>
    public static Rule HasName { get; } = new("venue-name", "请填写场所名称，例如“新渠村卫生室”。", "冀防领办〔2020〕169号 附件 四3；DECISIONS.md D50");

    /// <summary>类别 is one of the notice's.</summary>
    public static Rule KindOfNotice { get; } = new("venue-kind", "请在类别里选一种；类别照本省的通知，没有列出的选最后一种。", "宁疫指办发〔2020〕66号 二；DECISIONS.md D50");

    /// <summary>地址.</summary>
    public static Rule HasAddress { get; } = new("venue-address", "请填写场所的地址，别人照着能找到。", "DECISIONS.md D50");

    /// <summary>A field is too long or contains characters that are not allowed.</summary>
    public static Rule LineFits { get; } = new("venue-line", "场所的这一栏请核对：", "DECISIONS.md D50");

    /// <summary>申领人 is named.</summary>
    public static Rule HasApplicant { get; } = new("venue-applicant", "请填写申领人的姓名：场所由他负责。", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>申领人 is told apart by the number of a document.</summary>
    public static Rule ApplicantIdentified { get; } = new("venue-applicant-document", "请填写申领人的证件号码：一人只能申领一个场所，靠号码认人。", "冀防领办〔2020〕169号 附件 四3；DECISIONS.md D50");

    /// <summary>场所码一人只能申领一个.</summary>
    public static Rule OneEach { get; } = new("venue-one-each", "一人只能申领一个场所。这个人已经申领了：", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>申领日 is not in the future.</summary>
    public static Rule AppliedByToday { get; } = new("venue-applied-on", "请填写申领日期，不能晚于今天。", "DECISIONS.md D50");

    /// <summary>Only who waits is decided on.</summary>
    public static Rule Awaits { get; } = new("venue-awaits", "这个场所不在待核：已经有人核过，或者已经停用。", "DECISIONS.md D50");

    /// <summary>严格审核: nobody checks what he entered himself.</summary>
    public static Rule ApprovedByAnother { get; } = new("venue-approved-by-another", "登记、修改的人不能自己核准，请换一个人核。", "冀防领办〔2020〕169号 附件 四3；DECISIONS.md D50");

    /// <summary>The approver says what he saw.</summary>
    public static Rule SeenNamed { get; } = new("venue-seen", "请写明看到了什么材料，例如“营业执照和本人身份证”。", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>Not approved for a reason.</summary>
    public static Rule DeclineExplained { get; } = new("venue-decline-reason", "请写明为什么不核准，例如“不是这个场所的人”。", "冀防领办〔2020〕169号 附件 四3");

    /// <summary>What was decided is changed for a reason.</summary>
    public static Rule ChangeExplained { get; } = new("venue-change-reason", "请写明为什么改，例如“换了负责人”。改了以后要另一个人重新核。", "DECISIONS.md D50");

    /// <summary>Closed for a reason.</summary>
    public static Rule CloseExplained { get; } = new("venue-close-reason", "请写明为什么停用，例如“店不开了”。", "DECISIONS.md D50");

    /// <summary>What is closed stays closed.</summary>
    public static Rule StillUsed { get; } = new("venue-closed", "这个场所已经停用，不能再改。重新开的，请另登记一个。", "DECISIONS.md D50");

    /// <summary>Validates what stands on the application; empty if it is valid.</summary>
    /// <param name="details">What was typed.</param>
    /// <param name="venue">The venue itself, which is not another.</param>
    /// <param name="others">Living venues of the same applicant.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Breach> Validate(VenueDetails details, Venue venue, IReadOnlyList<Venue> others, RulePack pack, DateOnly today) =>
    [
        .. Line(details.Name, VenueDetails.LongestName, HasName, VenueField.Name),
        // A kind that an earlier version of the notice named stays while nobody touches it.
        .. If(!pack.Venues.Kinds.Contains(details.Kind) && details.Kind != NonEmpty(venue.Kind), KindOfNotice, VenueField.Kind),
        .. Line(details.Address, VenueDetails.LongestAddress, HasAddress, VenueField.Address),
        .. If(details.Applicant is null, HasApplicant, VenueField.ApplicantName),
        .. If(details.Applicant is { Document.Key: null }, ApplicantIdentified, VenueField.DocumentNumber),
        .. details.Applicant is not null && others.FirstOrDefault(other => other.Number != venue.Number && other.IsLiving) is { } other
            ? [OneEach.Broken($"{other.NumberText} {other.Name}。", VenueField.DocumentNumber)] : Array.Empty<Breach>(),
        .. If(details.AppliedOn is not { } applied || applied > today, AppliedByToday, VenueField.AppliedOn),
    ];

    private static string? NonEmpty(string kind) => kind.Length > 0 ? kind : null;

    private static IReadOnlyList<Breach> Line(string text, int longest, Rule filled, VenueField field) =>
        !FreeText.TryParse(text, longest, out var line, out var fault) ? [LineFits.Broken(fault + "。", field)]
        : line.Length == 0 ? [filled.Broken(field: field)]
        : [];

    private static Breach[] If(bool broken, Rule rule, VenueField field) => broken ? [rule.Broken(field: field)] : [];
}

/// <summary>场所登记的栏.</summary>
public enum VenueField
{
    /// <summary>名称.</summary>
    Name,

    /// <summary>类别.</summary>
    Kind,

    /// <summary>地址.</summary>
    Address,

    /// <summary>申领人姓名.</summary>
    ApplicantName,

    /// <summary>证件号码.</summary>
    DocumentNumber,

    /// <summary>证件的说明.</summary>
    DocumentReason,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>申领日.</summary>
    AppliedOn,

    /// <summary>为什么改.</summary>
    Reason,
}
