using HealthCode.Domain.Passes;

namespace HealthCode.Web.Data.Entities;

/// <summary>不再信任的密钥 — another office's key that this office dropped. No file brings it back; only somebody who has compared its fingerprint on the telephone.</summary>
public sealed class DroppedKey
{
    /// <summary>Whose, 12 digits.</summary>
    public required string OfficeCode { get; init; }

    /// <summary>SubjectPublicKeyInfo. It names the key: a thief may give it another number.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>As guards read it.</summary>
    public required string OfficeName { get; init; }

    /// <summary>As in the trust list.</summary>
    public required int Number { get; init; }

    /// <summary>Of the paper marks.</summary>
    public required byte[] DocumentTagKey { get; init; }

    /// <summary>The first issue day it signed for.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last, or null. A later file may bring it an earlier end.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>失窃时刻, when its office has said so.</summary>
    public DateTimeOffset? CompromisedAt { get; set; }

    /// <summary>When it was dropped.</summary>
    public required DateTimeOffset DroppedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string DroppedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>指纹, as its office reads it on its own page.</summary>
    public string Fingerprint => Key().Fingerprint;

    /// <summary>The key as it would be believed.</summary>
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
