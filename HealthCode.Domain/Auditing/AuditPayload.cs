using System.Security.Cryptography;

namespace HealthCode.Domain.Auditing;

/// <summary>审计内容 — the part of a record that is destroyed at the end of the epidemic; its hash stays, and the chain with it.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="StaffName">Real name.</param>
/// <param name="OfficeCode">The office concerned, or null.</param>
/// <param name="Workstation">Network address of the PC.</param>
/// <param name="OnBehalfOf">代谁办理.</param>
/// <param name="Subject">Kind and number of the paper.</param>
/// <param name="Detail">Clause, reason, changed fields.</param>
public sealed record AuditPayload(string UserName, string StaffName, string? OfficeCode, string Workstation, string OnBehalfOf, string Subject, string Detail)
{
    /// <summary>What is left of a payload that was destroyed.</summary>
    public static AuditPayload Destroyed { get; } = new("", "", null, "", "", "", "");

    /// <summary>SHA-256.</summary>
    public byte[] Hash() => SHA256.HashData(AuditFields.Join(UserName, StaffName, OfficeCode, Workstation, OnBehalfOf, Subject, Detail));
}
