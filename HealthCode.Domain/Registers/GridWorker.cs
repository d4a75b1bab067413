using HealthCode.Domain.People;

namespace HealthCode.Domain.Registers;

/// <summary>网格员 — who looks after a group of households, and whom to ring.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Phone">电话, null when none is noted.</param>
public sealed record GridWorker(PersonName Name, PhoneNumber? Phone);
