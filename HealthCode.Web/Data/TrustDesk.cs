using System.Text.Json;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>信任名单的来往 — what this server gives to others so that its cards are believed there, and what it takes from them.</summary>
public sealed class TrustDesk(OfficeDb db, Keyring keys, GateDesk gate, OfficeClock clock)
{
    /// <summary>The file: every office of this server with its keys and its stop list of now.</summary>
    public async Task<byte[]> WriteAsync()
    {
        List<TrustSection> sections = [];
        foreach (var office in await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync())
        {
            sections.Add(await SectionAsync(office));
        }

        db.Note("导出信任名单", "信任名单", $"{sections.Count} 个村居");
        await db.SaveChangesAsync();
        return JsonSerializer.SerializeToUtf8Bytes(sections);
    }

    /// <summary>Of each part what it would bring: null when its signature is one already believed, or the sentence that stands against it.</summary>
    public async Task<string?> AgainstAsync(TrustSection section)
    {
        var known = await KnownAsync(section);
        if (await db.Offices.AnyAsync(office => office.Code == section.Office))
        {
            return "这是本机自己的村居，不用导入。";
        }

        if (section.Trusted().Any(key => known.Any(each => each.Number == key.Number && (!each.PublicKey.AsSpan().SequenceEqual(key.PublicKey) || !each.MarkKey.AsSpan().SequenceEqual(key.MarkKey)))))
        {
            return "同一号的密钥和以前收到的不一样，可能被人换过。请打电话问对方，在弄清楚以前不要导入。";
        }

        if (known.Count > 0 && !section.IsSignedBy(known))
        {
            return "签名不是以前信任的密钥签的，可能被人改过。请打电话问对方。";
        }

        if (!section.IsSignedBy(section.Trusted()))
        {
            return "文件不完整或者被改过，请重新拷一份。";
        }

        return section.At > clock.Now.AddHours(1) ? "文件的时间比现在还晚，请检查两边电脑的日期。"
            : await db.StopLists.AnyAsync(list => list.Issuer == section.Office && list.At > section.At) ? "手上已经有更新的一份。" : null;
    }

    /// <summary>Whether its fingerprint still has to be compared: nothing of this office is believed yet.</summary>
    public async Task<bool> IsNewAsync(TrustSection section) => (await KnownAsync(section)).Count == 0;

    /// <summary>导入. Saved in one transaction with its list.</summary>
    public Task TakeAsync(TrustSection section) => db.InOneTransaction(async () =>
    {
        var known = await KnownAsync(section);
        foreach (var key in section.Trusted())
        {
            if (known.FirstOrDefault(each => each.Number == key.Number) is not { } before)
            {
                db.TrustedKeys.Add(key);
            }
            else if (key.LastDay is { } lastDay && before.LastDay is null)
            {
                before.EndOn(lastDay);
            }
        }

        if (await db.StopLists.SingleOrDefaultAsync(list => list.Issuer == section.Office) is { } list)
        {
            (list.At, list.Lines) = (section.At, section.Stopped);
        }
        else
        {
            db.StopLists.Add(new() { Issuer = section.Office, At = section.At, Lines = section.Stopped });
        }
    });

    private Task<List<TrustedKey>> KnownAsync(TrustSection section) =>
        db.TrustedKeys.IgnoreQueryFilters().Where(key => key.OfficeCode == section.Office).ToListAsync();

    private async Task<TrustSection> SectionAsync(Office office)
    {
        var own = await keys.OwnAsync(db, office);
        var section = new TrustSection(
            office.Code, office.OfficialName, clock.Now,
            [.. own.Select(key => key.Trusted).OrderBy(key => key.Number).Select(key => new TrustSectionKey(key.Number, key.PublicKey, key.MarkKey, key.FirstDay, key.LastDay))],
            TakenStopList.Write((await gate.OwnStopListAsync(office.Code)).Lines), new Dictionary<int, byte[]>());
        var content = section.Content();
        return section with { Signatures = own.ToDictionary(key => key.Trusted.Number, key => key.SignFile(content)) };
    }
}
