using HealthCode.Domain.Passes;

namespace HealthCode.Web.Data.Entities;

/// <summary>不再信任的密钥 — another office's key, removed by this office. Importing a file does not restore it; only an explicit decision after comparing fingerprints by telephone does.</summary>
public sealed class DroppedKey
{
    /// <summary>Code of the office, 12 digits.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>SubjectPublicKeyInfo. Identifies the key, because a thief may change its number.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Name shown to guards.</summary>
    public required string OfficeName { get; init; }

    /// <summary>Number in the trust list.</summary>
    public required int Number { get; init; }

    /// <summary>Key of the document tags.</summary>
    public required byte[] DocumentTagKey { get; init; }

    /// <summary>The first issue day it signed for.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last issue day, or null. A later file may shorten it.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>失窃时刻, if the office has reported a theft.</summary>
    public DateTimeOffset? CompromisedAt { get; set; }

    /// <summary>When it was dropped.</summary>
    public required DateTimeOffset DroppedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string DroppedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>指纹, as shown on the page of its office.</summary>
    public string Fingerprint => Key().Fingerprint;

    /// <summary>The key in the form used for verification.</summary>
    public TrustedKey Key()
    {
        var key = new TrustedKey(OfficeCode, OfficeName, Number, PublicKey, DocumentTagKey, FirstDay, LastDay);
        if (CompromisedAt is { } at)
        {
            key.Compromise(at, at);
        }

        return key;
    }

    /// <summary>不再信任.</summary>
    public static DroppedKey Of(TrustedKey key, DateTimeOffset at, string by, string reason) => new()
    {
        OfficeCode = key.OfficeCode,
        PublicKey = key.PublicKey,
        OfficeName = key.OfficeName,
        Number = key.Number,
        DocumentTagKey = key.DocumentTagKey,
        FirstDay = key.FirstDay,
        LastDay = key.LastDay,
        CompromisedAt = key.CompromisedAt,
        DroppedAt = at,
        DroppedBy = by,
        Reason = reason,
    };
}
