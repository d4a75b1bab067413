using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Requests;

/// <summary>查阅、纠错的规则.</summary>
public static class RequestRules
{
    /// <summary>The name of the data subject is mandatory.</summary>
    public static Rule HasApplicant { get; } = new("request-applicant", "请填写是谁的资料：姓名。", "个人信息保护法 第四十五条；DECISIONS.md D31");

    /// <summary>The identity check is mandatory, so that nobody gets another person's data.</summary>
    public static Rule IsIdentified { get; } = new("request-identified", "请写明怎样核对了身份，例如“看过身份证原件”。没有核对身份，不能查阅。", "个人信息保护法 第四十五条；DECISIONS.md D31");

    /// <summary>The request text is mandatory.</summary>
    public static Rule HasAsked { get; } = new("request-asked", "请写明要求，例如“出生日期录错了”。", "DECISIONS.md D31");

    /// <summary>A correction refers to a declaration.</summary>
    public static Rule CorrectionHasForm { get; } = new("request-form", "纠错要写明是哪一份申报表。不知道编号，请先到“查询”里找。", "个人信息保护法 第四十六条；DECISIONS.md D31");

    /// <summary>The declaration that gives access to all data of a person must be the applicant's own.</summary>
    public static Rule FormIsHis { get; } = new("request-own-form", "这份申报表上不是这个姓名，请核对编号和姓名。不是本人的资料，谁也不能看；姓名录错了的，先办纠错。", "个人信息保护法 第四十五条；DECISIONS.md D31");

    /// <summary>不满十四周岁: a guardian must make the request.</summary>
    public static Rule ChildHasGuardian { get; } = new("request-guardian", "本人不满 14 周岁，请由监护人申请，写明监护人姓名和与本人的关系。", "个人信息保护法 第三十一条");

    /// <summary>A request is answered only once.</summary>
    public static Rule AnsweredOnce { get; } = new("request-once", "这份申请已经答复过了。", "DECISIONS.md D31");

    /// <summary>The answer must not be empty.</summary>
    public static Rule AnswerGiven { get; } = new("request-answer", "请写明答复：改了什么，或者为什么不改、不能看。", "个人信息保护法 第五十条；DECISIONS.md D31");

    /// <summary>The correction must be made before the request is granted.</summary>
    public static Rule CorrectedFirst { get; } = new("request-corrected", "请先改申报表（改成新的一版，或重新录入一份），再填写它的编号答复。", "个人信息保护法 第四十六条；DECISIONS.md D31");

    /// <summary>The rules that a request breaks; empty if none.</summary>
    public static IReadOnlyList<Breach> Validate(RequestKind kind, string applicant, string guardian, string identified, string asked, Declaration? declaration, DateOnly today) =>
    [
        .. If(applicant.Length == 0, HasApplicant, RequestField.Applicant),
        .. If(identified.Length == 0, IsIdentified, RequestField.IdentityCheck),
        .. If(asked.Length == 0, HasAsked, RequestField.RequestText),
        .. If(kind == RequestKind.Correction && declaration is null, CorrectionHasForm, RequestField.Declaration),
        .. If(kind == RequestKind.Access && applicant.Length > 0 && declaration is not null && !IsOf(declaration, applicant), FormIsHis, RequestField.Applicant),
        .. If(declaration?.Content.Person.NeedsGuardianOn(today) == true && guardian.Length == 0, ChildHasGuardian, RequestField.Guardian),
    ];

    private static bool IsOf(Declaration declaration, string applicant) => PersonName.TryParse(applicant, out var name, out _) && name.Key == declaration.Content.Person.Name.Key;

    private static Breach[] If(bool broken, Rule rule, RequestField field) => broken ? [rule.Broken(field: field)] : [];
}

/// <summary>查阅、纠错的栏.</summary>
public enum RequestField
{
    /// <summary>谁的资料.</summary>
    Applicant,

    /// <summary>监护人和与本人的关系.</summary>
    Guardian,

    /// <summary>怎样核对了身份.</summary>
    IdentityCheck,

    /// <summary>申报编号.</summary>
    Declaration,

    /// <summary>要求.</summary>
    RequestText,
}
