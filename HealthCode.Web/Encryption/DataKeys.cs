using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace HealthCode.Web.Encryption;

/// <summary>数据密钥 — closes what tells of residents before it is saved, opens it again, and makes of a number the mark it is found by. A closed value: version, algorithm, number of the key, and what the algorithm makes of it.</summary>
public sealed class DataKeys
{
    private const byte Version = 1;
    private const int Head = 2 + sizeof(uint);

    // Half of the hash, as RFC 2104 permits: nobody finds a second text for it.
    private const int HashLength = 16;

    private static readonly ICipherSuite[] Suites = [new AesSuite()];
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    // Servers over copies of one data folder (the tests start hundreds in one process) share their keys, and with them the model that closes with them.
    private static readonly Dictionary<string, DataKeys> Known = [];
    private static readonly Lock Door = new();

    private volatile DataKeySet _set;
    private int _holders;

    private DataKeys(DataKeySet set) => _set = set;

    /// <summary>Keys of no file: for whoever wants the model and saves nothing.</summary>
    public static DataKeys Unkept { get; } = new(DataKeySet.Make(default, Suite.KeyLength));

    /// <summary>Closes what is saved now.</summary>
    public static ICipherSuite Suite => Suites[^1];

    /// <summary>As they are now.</summary>
    public DataKeySet Set => _set;

    /// <summary>The keys of a set that is nobody's here: of a backup that is looked at.</summary>
    public static DataKeys Alone(DataKeySet set) => new(set);

    /// <summary>The keys of a set, held until they are released.</summary>
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

    /// <summary>Lets go of them. They stay known for the next server over a copy of their folder.</summary>
    public void Release()
    {
        lock (Door)
        {
            _holders--;
        }
    }

    /// <summary>Changes the set for whoever holds these keys; who shares them with others parts company with them.</summary>
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

    /// <summary>Whether nobody holds or knows this set any more.</summary>
    public static bool IsForgotten(DataKeySet set)
    {
        lock (Door)
        {
            return !Known.ContainsKey(set.Print);
        }
    }

    /// <summary>加密.</summary>
    /// <param name="text">What is closed.</param>
    /// <param name="place">Table and column: it opens nowhere else.</param>
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
    /// <exception cref="DecryptionFailedException">It was changed, stood elsewhere, or its key is not here.</exception>
    public string Decrypt(byte[] value, string place) => Utf8.GetString(DecryptUtf8(value, place));

    /// <summary>The same as UTF-8, for whoever reads it as JSON.</summary>
    /// <inheritdoc cref="Decrypt"/>
    public byte[] DecryptUtf8(byte[] value, string place)
    {
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

    /// <summary>查找的记号 — what a number is kept and found as. A mark is its own mark.</summary>
    /// <param name="text">With a colon after its kind, which no mark has: <c>18:640104194802290010</c>.</param>
    public string Hash(string text) => text.Contains(':', StringComparison.Ordinal)
        ? Base64Url.EncodeToString(Suite.Hash(_set.Lookup, Utf8.GetBytes(text)).AsSpan(0, HashLength))
        : text;

    /// <summary>Whether it lies as it would be saved now.</summary>
    public bool IsCurrent(byte[] value) => IsEncrypted(value) && value.Length >= Head && value[1] == Suite.Mark && NumberIn(value) == _set.Current.Number;

    /// <summary>Whether it is closed under a key that is not here.</summary>
    public bool IsStrange(byte[] value) => IsEncrypted(value) && value.Length >= Head && _set.Find(NumberIn(value)) is null;

    /// <summary>Whether it is closed at all: text never begins with this byte.</summary>
    public static bool IsEncrypted(byte[] value) => value is [Version, ..];

    private static uint NumberIn(byte[] value) => BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(2));
}
