using System.Text;
using System.Text.Json;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Passes;

/// <summary>信任名单的来往 — exports this server's keys and stop lists, and imports those of other servers.</summary>
public sealed class TrustExchange(OfficeDb db, SigningKeyStore keys, OfficeClock clock)
{
    /// <summary>Writes the trust file: every office of this server with its keys and current stop list.</summary>
    public async Task<byte[]> WriteAsync()
    {
        List<TrustSection> sections = [];
        foreach (var office in await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync())
        {
            sections.Add(await SectionAsync(office));
        }

        db.Audit("导出信任名单", "信任名单", $"{sections.Count} 个村居");
        await db.SaveChangesAsync();
        return JsonSerializer.SerializeToUtf8Bytes(sections);
    }

    /// <summary>Examines a section of a trust file: whether it can be imported, and which fingerprints must first be compared by telephone. Changes
    /// nothing.</summary>
    /// <remarks>
    /// No telephone call is needed if the file is signed by a trusted key that has not ended. Such a key vouches for a new one, unless the new key's
    /// first day is before its own first day, before the office's last file, or before its own end: so a stolen key cannot vouch for a backdated key.
    /// </remarks>
    public async Task<TrustFinding> ExamineAsync(TrustSection section)
    {
        if (await db.Offices.AnyAsync(office => office.Code == section.Office))
        {
            return Refused("这是本机自己的村居，不用导入。");
        }

        var known = await KnownAsync(section);
        var dropped = await DroppedAsync(section);
        var given = section.Trusted().Where(key => DroppedAs(dropped, key) is null).ToList();
        List<string> remarks = [.. section.Trusted().Select(key => (key.Number, Dropped: DroppedAs(dropped, key))).Where(key => key.Dropped is not null).Select(key => Remark(key.Number, key.Dropped!))];
        if (given.Exists(key => known.Exists(each => each.Number == key.Number && !IsSame(each, key))))
        {
            return Refused("同一号的密钥和以前收到的不一样，可能被人换过。请打电话问对方，在弄清楚以前不要导入。", remarks);
        }

        if (given.Count == 0)
        {
            return Refused("里面只有本机已经不再信任的密钥，不能导入。要重新信任，请在下面“不再信任的密钥”里办。", remarks);
        }

        if (known.Count > 0 && !section.IsSignedBy(known) && known.Exists(key => !key.HasEnded))
        {
            return Refused("签名不是以前信任的密钥签的，可能被人改过。请打电话问对方。", remarks);
        }

        var fresh = given.Where(key => !known.Exists(each => each.Number == key.Number)).ToList();
        var inUse = known.Where(key => !key.HasEnded).ToList();
        if (known.Count > 0 && (inUse.Count > 0 ? !section.IsSignedBy(inUse) : fresh.Count == 0))
        {
            return Refused("只有已经停用的密钥签了名，不能凭它导入。请打电话问对方要新的信任文件。", remarks);
        }

        // Without a vouching key, the file must be signed by the key whose fingerprint is compared by telephone.
        var signers = inUse.Count > 0 ? inUse : fresh.Exists(key => !key.HasEnded) ? fresh.FindAll(key => !key.HasEnded) : fresh;
        if (!section.IsSignedBy(signers))
        {
            return Refused("文件不完整或者被改过，请重新拷一份。", remarks);
        }

        if (section.At > clock.Now.AddHours(1))
        {
            return Refused("文件的时间比现在还晚，请检查两边电脑的日期。", remarks);
        }

        var list = await db.StopLists.AsNoTracking().SingleOrDefaultAsync(each => each.Issuer == section.Office);
        if (list is not null && list.At > section.At)
        {
            return Refused("手上已经有更新的一份。", remarks);
        }

        remarks.AddRange(given.Where(key => key.CompromisedAt is not null && known.Exists(each => each.Number == key.Number && each.CompromisedAt is null))
            .Select(key => $"对方报第 {key.Number} 号密钥失窃：{BeijingTime.DayOf(key.CompromisedAt!.Value).Chinese()}和以后签的卡，导入以后不再认，本人到对方村（居）委会换卡。"));
        return new(null, fresh.FindAll(key => !IsIntroduced(key, section, inUse, given, list is null ? null : BeijingTime.DayOf(list.At))), remarks);
    }

    /// <summary>导入. Saves keys and stop list in one transaction. Dropped keys stay dropped.</summary>
    public Task ImportAsync(TrustSection section, TrustFinding finding) => db.InOneTransactionAsync(async () =>
    {
        var (known, dropped) = (await KnownAsync(section), await DroppedAsync(section));
        foreach (var key in section.Trusted())
        {
            if (DroppedAs(dropped, key) is { } kept)
            {
                kept.LastDay = kept.LastDay is null || key.LastDay < kept.LastDay ? key.LastDay : kept.LastDay;
                kept.CompromisedAt ??= key.CompromisedAt;
            }
            else if (known.FirstOrDefault(each => each.Number == key.Number) is not { } before)
            {
                db.TrustedKeys.Add(key);
            }
            else
            {
                End(before, key);
            }
        }

        if (finding.ToCompare.Count > 0)
        {
            db.Audit("电话核对指纹", $"签发密钥 {section.Office}", string.Join('；', finding.ToCompare.Select(key => $"第 {key.Number} 号 {key.Fingerprint}")));
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

    /// <summary>不再信任 — also remembers the key, so that later files do not bring it back.</summary>
    /// <exception cref="RuleBrokenException">The reason is missing.</exception>
    public Task DropAsync(TrustedKey key, string by, string reason) => db.InOneTransactionAsync(() =>
    {
        TrustRules.ReasonGiven.Require(reason.Length > 0);

        db.TrustedKeys.Remove(key);
        db.DroppedKeys.Add(DroppedKey.Of(key, clock.Now, by, reason));
        db.Audit("不再信任", $"签发密钥 {key.OfficeCode} 第 {key.Number} 号", reason);
        return Task.CompletedTask;
    });

    /// <summary>恢复信任 — the user must type the fingerprint as read out by the other office on the telephone.</summary>
    /// <exception cref="RuleBrokenException">Wrong fingerprint; no reason; or its number belongs to another key by now.</exception>
    public Task RestoreTrustAsync(DroppedKey dropped, string? fingerprint, string reason) => db.InOneTransactionAsync(async () =>
    {
        TrustRules.FingerprintAgrees.Require(Plain(fingerprint) == Plain(dropped.Fingerprint));
        TrustRules.ReasonGiven.Require(reason.Length > 0);
        TrustRules.NumberIsFree.Require(!await db.TrustedKeys.IgnoreQueryFilters().AnyAsync(key => key.OfficeCode == dropped.OfficeCode && key.Number == dropped.Number));

        db.DroppedKeys.Remove(dropped);
        db.TrustedKeys.Add(dropped.Key());
        db.Audit("恢复信任", $"签发密钥 {dropped.OfficeCode} 第 {dropped.Number} 号", $"电话核对指纹 {dropped.Fingerprint}；{reason}");
    });

    private static TrustFinding Refused(string sentence, IReadOnlyList<string>? remarks = null) => new(sentence, [], remarks ?? []);

    private static DroppedKey? DroppedAs(List<DroppedKey> dropped, TrustedKey key) => dropped.Find(each => each.PublicKey.AsSpan().SequenceEqual(key.PublicKey));

    private static string Remark(int number, DroppedKey key) =>
        $"第 {number} 号密钥，本机{BeijingTime.DayOf(key.DroppedAt).Chinese()}由{key.DroppedBy}不再信任（{key.Reason}）：这把不导入，它签的卡仍然不认。要重新信任，请在下面“不再信任的密钥”里办。";

    private static bool IsSame(TrustedKey one, TrustedKey other) =>
        one.PublicKey.AsSpan().SequenceEqual(other.PublicKey) && one.DocumentTagKey.AsSpan().SequenceEqual(other.DocumentTagKey);

    /// <summary>Whether a trusted key that has not ended signed the file and vouches for the new key and its first day.</summary>
    private static bool IsIntroduced(TrustedKey key, TrustSection section, List<TrustedKey> inUse, List<TrustedKey> given, DateOnly? lastFile) =>
        inUse.Exists(by => given.Find(each => each.Number == by.Number) is { CompromisedAt: null } now && section.IsSignedBy([by])
            && key.Number > by.Number && key.FirstDay >= by.FirstDay && !(key.FirstDay < now.LastDay) && !(key.FirstDay < lastFile));

    private static void End(TrustedKey key, TrustedKey asGiven)
    {
        if (asGiven.CompromisedAt is { } at && !(key.CompromisedAt <= at))
        {
            key.Compromise(at, at);
        }

        if (asGiven.LastDay is { } lastDay && !(key.LastDay <= lastDay))
        {
            key.EndOn(lastDay);
        }
    }

    /// <summary>Normalises a typed fingerprint: spaces, lower case and full-width characters are allowed.</summary>
    private static string Plain(string? fingerprint) => fingerprint is { Length: <= 64 }
        ? string.Concat(fingerprint.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiHexDigit)).ToUpperInvariant() : "";

    private Task<List<DroppedKey>> DroppedAsync(TrustSection section) =>
        db.DroppedKeys.IgnoreQueryFilters().Where(key => key.OfficeCode == section.Office).ToListAsync();

    private Task<List<TrustedKey>> KnownAsync(TrustSection section) =>
        db.TrustedKeys.IgnoreQueryFilters().Where(key => key.OfficeCode == section.Office).ToListAsync();

    private async Task<TrustSection> SectionAsync(Office office)
    {
        var own = await keys.OwnAsync(db, office);
        var section = new TrustSection(
            office.Code, office.OfficialName, clock.Now,
            [.. own.Select(key => key.Trusted).OrderBy(key => key.Number).Select(TrustSectionKey.Of)],
            ReceivedStopList.Write((await db.StopListOfAsync(office.Code, clock.Now)).Lines), new Dictionary<int, byte[]>());
        var content = section.Content();
        return section with { Signatures = own.ToDictionary(key => key.Trusted.Number, key => key.SignFile(content)) };
    }
}

/// <summary>看一看的结果 — result of examining a section of a trust file.</summary>
/// <param name="Against">Why it cannot be imported, or null.</param>
/// <param name="ToCompare">Keys without a vouching key: their fingerprints must be compared by telephone first.</param>
/// <param name="Remarks">Further remarks for the user.</param>
public sealed record TrustFinding(string? Against, IReadOnlyList<TrustedKey> ToCompare, IReadOnlyList<string> Remarks)
{
    /// <summary>The fingerprints to compare, as one text; used to check that the user confirms exactly what was shown.</summary>
    public string Compared => string.Join('；', ToCompare.Select(key => key.Fingerprint));
}
