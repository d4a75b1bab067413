using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Auditing;

/// <summary>销毁审计内容 — clears the contents of audit records; numbers, times, actions and hashes stay, so that the chains remain valid.</summary>
public static class AuditPayloads
{
    /// <summary>Clears those of an office, archived ones too, or of all, and notes which. Joins the surrounding transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="officeCode">The office; null for all records.</param>
    /// <returns>Number of cleared records.</returns>
    public static Task<int> DestroyAsync(OfficeDb db, string? officeCode = null) => db.InOneTransactionAsync(async () =>
    {
        await db.SaveChangesAsync();
        var (own, count) = await EmptyAsync(db, "AuditRecords", "Id", officeCode);
        if (count > 0)
        {
            db.Audit(AuditRecord.PayloadsDestroyed, officeCode is null ? "审计记录" : $"审计记录 {officeCode}", own.ToString(), SystemUser.Program);
        }

        foreach (var chain in await db.ArchivedAuditChains.AsNoTracking().OrderBy(chain => chain.Id).ToListAsync())
        {
            var (archived, countOfChain) = await EmptyAsync(db, "ArchivedAuditRecords", "Number", officeCode, chain.Id);
            if (countOfChain > 0)
            {
                db.Audit(AuditRecord.ArchivedPayloadsDestroyed, chain.Description, archived.ToString(), SystemUser.Program);
            }

            count += countOfChain;
        }

        return count;
    });

    private static async Task<(AuditRanges Emptied, int Count)> EmptyAsync(OfficeDb db, string table, string number, string? officeCode, int? chain = null)
    {
        // Records that say what was emptied stay.
        var due = """WHERE "Subject" <> '' AND "Action" <> {0} AND "Action" <> {1} AND ({2} = '' OR "OfficeCode" = {2})""" + (chain is null ? "" : """ AND "ChainId" = {3}""");
        object[] values = [AuditRecord.PayloadsDestroyed, AuditRecord.ArchivedPayloadsDestroyed, officeCode ?? "", .. chain is { } id ? (object[])[id] : []];
        var (emptied, count) = (new AuditRanges(), 0);
#pragma warning disable EF1002 // Names of our own tables and columns.
        await foreach (var each in db.Database.SqlQueryRaw<long>($"SELECT \"{number}\" AS \"Value\" FROM \"{table}\" {due}", values).OrderBy(each => each).AsAsyncEnumerable())
        {
            emptied.Add(each);
            count++;
        }

        if (count > 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                $"""
                UPDATE "{table}" SET "UserName" = '', "StaffName" = '', "OfficeCode" = NULL, "Workstation" = '', "OnBehalfOf" = '', "Subject" = '', "Detail" = '' {due}
                """,
                values);
        }
#pragma warning restore EF1002

        return (emptied, count);
    }
}
