using System.Text.Json.Serialization;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Passes;

/// <summary>信任文件里的一把密钥.</summary>
/// <param name="Number">1–255 within the office.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="DocumentTagKey">Key of the marks on printed documents.</param>
/// <param name="FirstDay">First issue day it signs for.</param>
/// <param name="LastDay">Last issue day, or null.</param>
public sealed record TrustSectionKey(int Number, byte[] PublicKey, byte[] DocumentTagKey, DateOnly FirstDay, DateOnly? LastDay)
{
    private static readonly DateOnly Earliest = new(2020, 1, 1);

    /// <summary>失窃时刻. Omitted if null, so that files without stolen keys keep their format and signature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CompromisedAt { get; init; }

    /// <summary>Converts a key of this server for the file.</summary>
    public static TrustSectionKey Of(TrustedKey key) => new(key.Number, key.PublicKey, key.DocumentTagKey, key.FirstDay, key.LastDay) { CompromisedAt = key.CompromisedAt };

    /// <summary>Converts it to a trusted key.</summary>
    /// <exception cref="ArgumentException">The key is invalid.</exception>
    public TrustedKey Trusted(string office, string name)
    {
        var key = new TrustedKey(office, name, Number, PublicKey, DocumentTagKey, FirstDay, LastDay);
        if (CompromisedAt is { } at)
        {
            key.Compromise(at, at);
        }

        return key;
    }

    /// <summary>Whether its days are plausible in a file of this time. LastDay may be the day before FirstDay: then no card of the key is
    /// accepted.</summary>
    public bool HasSensibleDays(DateTimeOffset at)
    {
        var last = BeijingTime.DayOf(at);
        return FirstDay >= Earliest && FirstDay <= last && (LastDay is not { } ended || (ended >= Earliest.AddDays(-1) && ended <= last))
            && (CompromisedAt is not { } stolen || (stolen >= BeijingTime.StartOf(Earliest) && stolen <= at && LastDay < BeijingTime.DayOf(stolen)));
    }
}
