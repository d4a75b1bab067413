namespace HealthCode.Domain.People;

/// <summary>监护人或代填人: a person who acts for the applicant. Source: DECISIONS.md D17; 个人信息保护法 第三十一条 for guardians.</summary>
/// <param name="Name">姓名 of the attendant.</param>
/// <param name="Role">监护人 or 代填人.</param>
/// <param name="Relation">与申报人关系, as typed, such as 父亲, 村医.</param>
/// <param name="Phone">电话, or null.</param>
public sealed record Attendant(PersonName Name, AttendantRole Role, string Relation, PhoneNumber? Phone);
