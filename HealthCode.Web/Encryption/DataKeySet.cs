using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace HealthCode.Web.Encryption;

/// <summary>一套数据密钥 — as serialized in the key file.</summary>
/// <param name="Ring">Id of the set.</param>
/// <param name="Keys">Oldest first; the last one encrypts, the others only decrypt.</param>
/// <param name="Lookup">查找密钥: HMAC key of the lookup columns. Not changed by key rotation.</param>
public sealed record DataKeySet(Guid Ring, IReadOnlyList<DataKey> Keys, byte[] Lookup)
{
    /// <summary>The key that encrypts.</summary>
    [JsonIgnore]
    public DataKey Current => Keys[^1];

    /// <summary>Keys already removed from the file, kept in memory for reports that started before.</summary>
    [JsonIgnore]
    public IReadOnlyList<DataKey> Retired { get; init; } = [];

    /// <summary>Identifier of the set, of its id and key numbers: equal for copies of one file.</summary>
    [JsonIgnore]
    public string Print => string.Join(' ', Keys.Select(key => key.Number.ToString("x8", CultureInfo.InvariantCulture)).Prepend($"{Ring:N}"));

    /// <summary>A new set with one key.</summary>
    public static DataKeySet Make(DateOnly today, int keyLength) =>
        new(Guid.NewGuid(), [NewKey(today, keyLength)], RandomNumberGenerator.GetBytes(keyLength));

    /// <summary>The set with a new key added, which encrypts from now on.</summary>
    public DataKeySet Renewed(DateOnly today, int keyLength) => this with { Keys = [.. Keys, NewKey(today, keyLength)] };

    /// <summary>The set with only the newest key.</summary>
    public DataKeySet WithoutOld() => this with { Keys = [Current], Retired = [.. Retired, .. Keys.SkipLast(1)] };

    /// <summary>The key with this number, or null.</summary>
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
