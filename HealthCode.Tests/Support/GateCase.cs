using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Cards, and a guard who checks them at a checkpoint.</summary>
public static class GateCase
{
    /// <summary>Issues this many cards and hands them over to their holders.</summary>
    public static async Task<List<HealthPass>> CardsInHandAsync(this OfficeServer server, int count = 1)
    {
        var ids = await server.IssueAsync(count);
        await server.HandOverAsync(ids);
        return await server.InDbAsync(db => db.Passes.AsNoTracking().OrderBy(pass => pass.Id).ToListAsync());
    }

    /// <summary>停用: revokes a card.</summary>
    public static Task RevokeAsync(this OfficeServer server, long id) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var clock = server.Services.GetRequiredService<OfficeClock>();
        (await db.Passes.SingleAsync(pass => pass.Id == id)).Revoke(RefusalClause.CloseContact, "接县疾控中心通知", clock.Now, clock.Today);
    }));

    /// <summary>Trusts another office's key, and replaces the stop list received from that office.</summary>
    public static async Task TrustAsync(this OfficeServer server, TrustedKey key, StopList? list = null)
    {
        await server.InDbAsync(async db =>
        {
            if (!await db.TrustedKeys.IgnoreQueryFilters().AnyAsync(each => each.OfficeCode == key.OfficeCode))
            {
                db.TrustedKeys.Add(key);
            }

            db.StopLists.RemoveRange(await db.StopLists.Where(each => each.Issuer == key.OfficeCode).ToListAsync());
            await db.SaveChangesAsync();
            if (list is not null)
            {
                db.StopLists.Add(new() { Issuer = key.OfficeCode, At = list.At, Lines = ReceivedStopList.Write(list.Lines) });
            }

            await db.SaveChangesAsync();
        });
        server.Services.GetRequiredService<SigningKeyStore>().ClearCache();
    }

    /// <summary>Opens the check page and submits a scanned code or a typed number.</summary>
    public static async Task<OfficeBrowser> ScanAsync(this OfficeBrowser gate, string? code, params (string Field, string? Value)[] changes)
    {
        await gate.OpenAsync("/Verification/Check");
        return await gate.PostAsync("/Verification/Check", gate.With([("Code", code), .. changes]));
    }

    /// <summary>放行, or 登记这个情况: posts the fields of the page with these changes.</summary>
    public static Task<OfficeBrowser> RecordAsync(this OfficeBrowser gate, params (string Field, string? Value)[] changes) =>
        gate.PostAsync("/Verification/Check?handler=Record", gate.With(changes));

    /// <summary>有效, 已停用, …: the verdict shown on the page; empty if nothing has been scanned.</summary>
    public static string Verdict(this OfficeBrowser gate) => gate.Page.QuerySelector(".verdict-word")?.TextContent.Trim() ?? "";

    private static List<KeyValuePair<string, string>> With(this OfficeBrowser gate, (string Field, string? Value)[] changes) =>
    [
        .. gate.MainFields().Where(field => changes.All(change => "Input." + change.Field != field.Key)),
        .. changes.Where(change => change.Value is not null).Select(change => new KeyValuePair<string, string>("Input." + change.Field, change.Value!)),
    ];
}
