namespace HealthCode.Domain.People;

/// <summary>监护人或代填人 — who answers for a child, or wrote the form for somebody (rule-table G8); recorded beside the form.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Role">监护人 or 代填人.</param>
/// <param name="Relation">与本人关系.</param>
/// <param name="Phone">电话, if any.</param>
public sealed record Attendant(PersonName Name, AttendantRole Role, string Relation, PhoneNumber? Phone);
