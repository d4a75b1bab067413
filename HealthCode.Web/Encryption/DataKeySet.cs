using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace HealthCode.Web.Encryption;

/// <summary>一套数据密钥 — as it lies in its file.</summary>
/// <param name="Ring">Which set it is.</param>
/// <param name="Keys">Oldest first; the last one closes, the others still open what they closed.</param>
/// <param name="Lookup">查找密钥: what people and numbers are found by. It stays when the others are changed.</param>
public sealed record DataKeySet(Guid Ring, IReadOnlyList<DataKey> Keys, byte[] Lookup)
{
    /// <summary>Closes what is saved now.</summary>
    [JsonIgnore]
    public DataKey Current => Keys[^1];

    /// <summary>Keys that are in no file any more; a report that was begun before they went still reads with them.</summary>
    [JsonIgnore]
    public IReadOnlyList<DataKey> Retired { get; init; } = [];

    /// <summary>The same for copies of one file.</summary>
    [JsonIgnore]
    public string Print => string.Join(' ', Keys.Select(key => key.Number.ToString("x8", CultureInfo.InvariantCulture)).Prepend($"{Ring:N}"));

    /// <summary>A new set with one key.</summary>
    public static DataKeySet Make(DateOnly today, int keyLength) =>
        new(Guid.NewGuid(), [NewKey(today, keyLength)], RandomNumberGenerator.GetBytes(keyLength));

    /// <summary>With one more key, which closes from now on.</summary>
    public DataKeySet Renewed(DateOnly today, int keyLength) => this with { Keys = [.. Keys, NewKey(today, keyLength)] };

    /// <summary>With the newest key alone.</summary>
    public DataKeySet WithoutOld() => this with { Keys = [Current], Retired = [.. Retired, .. Keys.SkipLast(1)] };

    /// <summary>The key of a number, or null.</summary>
    public DataKey? Find(uint number)
    {
        for (var i = Keys.Count - 1; i >= 0; i--)
        {
            if (Keys[i].Number == number)
            {
                return Keys[i];
            }
        }

        return Retired.FirstOrDefault(key => key.Number == number);
    }

    private static DataKey NewKey(DateOnly today, int length) =>
        new(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))), today, RandomNumberGenerator.GetBytes(length));
}
