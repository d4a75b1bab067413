namespace HealthCode.Domain.Passes;

/// <summary>停用名单的一行 — a number and why; nothing about anybody.</summary>
/// <param name="Number">20 characters.</param>
/// <param name="Kind">停用 or 作废.</param>
public sealed record StoppedPass(string Number, StopKind Kind);
