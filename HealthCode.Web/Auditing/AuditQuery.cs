using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Auditing;

/// <summary>查审计 — filter for audit records; null or empty values do not filter.</summary>
/// <param name="FirstDay">从.</param>
/// <param name="LastDay">到, inclusive.</param>
/// <param name="User">登录名 or 姓名, exact.</param>
/// <param name="Action">操作, or a part of it.</param>
/// <param name="Subject">对象, or a part of it.</param>
/// <param name="Workstation">电脑, or a part of it.</param>
public sealed record AuditQuery(DateOnly? FirstDay, DateOnly? LastDay, string? User, string? Action, string? Subject, string? Workstation)
{
    /// <summary>The archived chain to read instead of the database's own; null for its own.</summary>
    public int? Archive { get; init; }

    /// <summary>The records of an archived chain, as audit records.</summary>
    public static IQueryable<AuditRecord> Archived(OfficeDb db, int chain) => db.AuditRecords.FromSql(
        $"""
        SELECT "Number" AS "Id", "At", "Action", "UserName", "StaffName", "OfficeCode", "Workstation", "OnBehalfOf", "Subject", "Detail", "PreviousHash", "PayloadHash", "Hash"
        FROM "ArchivedAuditRecords" WHERE "ChainId" = {chain}
        """).AsNoTracking();

    /// <summary>The records found.</summary>
    public IQueryable<AuditRecord> Of(OfficeDb db)
    {
        var records = Archive is { } chain ? Archived(db, chain) : db.AuditRecords.AsNoTracking();
        if (FirstDay is { } first)
        {
            var begin = OfficeClock.StartOf(first);
            records = records.Where(record => record.At >= begin);
        }

        if (LastDay is { } last && last < DateOnly.MaxValue)
        {
            var end = OfficeClock.StartOf(last.AddDays(1));
            records = records.Where(record => record.At < end);
        }

        if (Typed(User) is { } user)
        {
            records = records.Where(record => record.UserName == user || record.StaffName == user);
        }

        if (Typed(Action) is { } action)
        {
            records = records.Where(record => record.Action.Contains(action));
        }

        if (Typed(Subject) is { } subject)
        {
            records = records.Where(record => record.Subject.Contains(subject));
        }

        return Typed(Workstation) is { } workstation ? records.Where(record => record.Workstation.Contains(workstation)) : records;
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
