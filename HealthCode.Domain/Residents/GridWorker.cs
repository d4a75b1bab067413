using HealthCode.Domain.People;

namespace HealthCode.Domain.Residents;

/// <summary>网格员 — person responsible for a group of households.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Phone">电话, or null.</param>
public sealed record GridWorker(PersonName Name, PhoneNumber? Phone);
