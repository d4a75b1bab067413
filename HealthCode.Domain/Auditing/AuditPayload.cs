using System.Security.Cryptography;

namespace HealthCode.Domain.Auditing;

/// <summary>审计内容 — the part of a record that is destroyed at the end of the epidemic; its hash is kept, so the chain stays verifiable.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="StaffName">Real name.</param>
/// <param name="OfficeCode">Code of the office concerned, or null.</param>
/// <param name="Workstation">IP address of the PC.</param>
/// <param name="OnBehalfOf">代谁办理.</param>
/// <param name="Subject">Kind and number of the document.</param>
/// <param name="Detail">Clause, reason, names of changed fields.</param>
public sealed record AuditPayload(string UserName, string StaffName, string? OfficeCode, string Workstation, string OnBehalfOf, string Subject, string Detail)
{
    /// <summary>The empty payload that replaces a destroyed one.</summary>
    public static AuditPayload Destroyed { get; } = new("", "", null, "", "", "", "");

    /// <summary>SHA-256 over all fields.</summary>
    public byte[] Hash() => SHA256.HashData(AuditFields.Join(UserName, StaffName, OfficeCode, Workstation, OnBehalfOf, Subject, Detail));
}
