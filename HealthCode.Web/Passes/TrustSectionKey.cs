using System.Text.Json.Serialization;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Passes;

/// <summary>信任文件里的一把密钥.</summary>
/// <param name="Number">1–255 within the office.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="DocumentTagKey">Of the paper marks.</param>
/// <param name="FirstDay">The first issue day it signs for.</param>
/// <param name="LastDay">The last, or null.</param>
public sealed record TrustSectionKey(int Number, byte[] PublicKey, byte[] DocumentTagKey, DateOnly FirstDay, DateOnly? LastDay)
{
    private static readonly DateOnly Earliest = new(2020, 1, 1);

    /// <summary>失窃时刻. Left out when there is none, so that a file without stolen keys reads and is signed as it always was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CompromisedAt { get; init; }

    /// <summary>A key of one's own as it goes into the file.</summary>
    public static TrustSectionKey Of(TrustedKey key) => new(key.Number, key.PublicKey, key.DocumentTagKey, key.FirstDay, key.LastDay) { CompromisedAt = key.CompromisedAt };

    /// <summary>The key as it is believed.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public TrustedKey Trusted(string office, string name)
    {
        var key = new TrustedKey(office, name, Number, PublicKey, DocumentTagKey, FirstDay, LastDay);
        if (CompromisedAt is { } at)
        {
            key.Compromise(at, at);
        }

        return key;
    }

    /// <summary>Whether its days can be true in a file of this moment. A key may have ended on the day before its first: then no card of it is believed.</summary>
    public bool HasSensibleDays(DateTimeOffset at)
    {
        var last = BeijingTime.DayOf(at);
        return FirstDay >= Earliest && FirstDay <= last && (LastDay is not { } ended || (ended >= Earliest.AddDays(-1) && ended <= last))
            && (CompromisedAt is not { } stolen || (stolen >= BeijingTime.StartOf(Earliest) && stolen <= at && LastDay < BeijingTime.DayOf(stolen)));
    }
}
