using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace HealthCode.Web.Encryption;

/// <summary>数据密钥 — encrypts and decrypts resident data, and computes the lookup hashes. Encrypted value: version, algorithm, key number, output of the algorithm.</summary>
public sealed class DataKeys
{
    private const byte Version = 1;
    private const int Head = 2 + sizeof(uint);

    // Half of the HMAC, as RFC 2104 permits; still collision resistant.
    private const int HashLength = 16;

    private static readonly ICipherSuite[] Suites = [new AesSuite()];
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    // Servers on copies of one data folder (hundreds of tests in one process) share keys and with them the cached EF model.
    private static readonly Dictionary<string, DataKeys> Known = [];
    private static readonly Lock Door = new();

    private volatile DataKeySet _set;
    private int _holders;

    private DataKeys(DataKeySet set) => _set = set;

    /// <summary>Temporary keys for reading the model only; nothing may be saved with them.</summary>
    public static DataKeys Unkept { get; } = new(DataKeySet.Make(default, Suite.KeyLength));

    /// <summary>The algorithm for new values.</summary>
    public static ICipherSuite Suite => Suites[^1];

    /// <summary>Reads the set again, if another server may have changed it: before a save, and when the key of a value is not here.</summary>
    internal Func<bool>? Refresh { get; set; }

    /// <summary>The current key set.</summary>
    public DataKeySet Set => _set;

    /// <summary>An unshared instance, for reading a backup.</summary>
    public static DataKeys Alone(DataKeySet set) => new(set);

    /// <summary>The shared instance of a set; call <see cref="Release"/> after use.</summary>
    public static DataKeys Of(DataKeySet set)
    {
        lock (Door)
        {
            if (!Known.TryGetValue(set.Print, out var keys))
            {
                Known.Add(set.Print, keys = new(set));
            }

            keys._holders++;
            return keys;
        }
    }

    /// <summary>Releases the instance. It stays cached for the next server on a copy of the folder.</summary>
    public void Release()
    {
        lock (Door)
        {
            _holders--;
        }
    }

    /// <summary>Replaces the set. If other holders share this instance, they keep it and a new one is returned.</summary>
    public DataKeys Become(DataKeySet next)
    {
        lock (Door)
        {
            if (_holders > 1)
            {
                _holders--;
                return Of(next);
            }

            Known.Remove(_set.Print);
            Known[next.Print] = this;
            _set = next;
            return this;
        }
    }

    /// <summary>Whether the set is no longer cached.</summary>
    public static bool IsForgotten(DataKeySet set)
    {
        lock (Door)
        {
            return !Known.ContainsKey(set.Print);
        }
    }

    /// <summary>加密.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="place">Table and column, the associated data: the value cannot be decrypted elsewhere.</param>
    public byte[] Encrypt(string text, string place)
    {
        var (suite, key) = (Suite, _set.Current);
        var open = Utf8.GetBytes(text);
        var value = new byte[Head + suite.Overhead + open.Length];
        (value[0], value[1]) = (Version, suite.Mark);
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(2), key.Number);
        suite.Encrypt(key.Secret, open, Utf8.GetBytes(place), value.AsSpan(Head));
        return value;
    }

    /// <summary>解密.</summary>
    /// <exception cref="DecryptionFailedException">The value was changed or moved, or its key is missing.</exception>
    public string Decrypt(byte[] value, string place) => Utf8.GetString(DecryptUtf8(value, place));

    /// <summary>As UTF-8 bytes, for JSON deserialization without a string.</summary>
    /// <inheritdoc cref="Decrypt"/>
    public byte[] DecryptUtf8(byte[] value, string place)
    {
        if (IsStrange(value))
        {
            Refresh?.Invoke();
        }

        if (IsEncrypted(value) && value.Length >= Head && Array.Find(Suites, suite => suite.Mark == value[1]) is { } suite && value.Length >= Head + suite.Overhead && _set.Find(NumberIn(value)) is { } key)
        {
            var open = new byte[value.Length - Head - suite.Overhead];
            if (suite.TryDecrypt(key.Secret, value.AsSpan(Head), Utf8.GetBytes(place), open))
            {
                return open;
            }
        }

        throw new DecryptionFailedException(place, value);
    }

    /// <summary>查找的记号 — keyed hash by which a number is stored and looked up. A hash is returned unchanged, and so is an empty text.</summary>
    /// <param name="text">Prefixed with kind and colon, which no hash contains: <c>18:640104194802290010</c>.</param>
    /// <exception cref="ArgumentException">Neither: it would be stored as it is.</exception>
    public string Hash(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return Base64Url.EncodeToString(Suite.Hash(_set.Lookup, Utf8.GetBytes(text)).AsSpan(0, HashLength));
        }

        return text.Length == 0 || (text.Length == Base64Url.GetEncodedLength(HashLength) && Base64Url.IsValid(text)) ? text
            : throw new ArgumentException("what is hashed begins with its kind and a colon", nameof(text));
    }

    /// <summary>Whether it is encrypted with the current algorithm and key.</summary>
    public bool IsCurrent(byte[] value) => IsEncrypted(value) && value.Length >= Head && value[1] == Suite.Mark && NumberIn(value) == _set.Current.Number;

    /// <summary>Whether its key is missing here.</summary>
    public bool IsStrange(byte[] value) => IsEncrypted(value) && value.Length >= Head && _set.Find(NumberIn(value)) is null;

    /// <summary>Whether it is encrypted: no text begins with the version byte.</summary>
    public static bool IsEncrypted(byte[] value) => value is [Version, ..];

    private static uint NumberIn(byte[] value) => BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(2));
}
