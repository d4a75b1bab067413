using System.Text;
using System.Text.Json;
using HealthCode.Domain.Passes;

namespace HealthCode.Web.Data;

/// <summary>信任文件里一个村居的部分 — its keys and its stop list at one moment, under the signature of each of its keys.</summary>
/// <param name="Office">12 digits.</param>
/// <param name="Name">As guards read it.</param>
/// <param name="At">When it was true.</param>
/// <param name="Keys">Old and new.</param>
/// <param name="Stopped">One line a card, as <see cref="TakenStopList.Write"/> gives it.</param>
/// <param name="Signatures">Key number → 64 bytes.</param>
public sealed record TrustSection(string Office, string Name, DateTimeOffset At, IReadOnlyList<TrustSectionKey> Keys, string Stopped, IReadOnlyDictionary<int, byte[]> Signatures)
{
    /// <summary>What is signed: everything but the signatures, as JSON.</summary>
    public byte[] Content() => JsonSerializer.SerializeToUtf8Bytes(this with { Signatures = new Dictionary<int, byte[]>() });

    /// <summary>The keys as they are believed.</summary>
    /// <exception cref="ArgumentException">One of them is none.</exception>
    /// <exception cref="FormatException">The office code is none.</exception>
    public IReadOnlyList<TrustedKey> Trusted() => [.. Keys.Select(key => new TrustedKey(Office, Name, key.Number, key.PublicKey, key.MarkKey, key.FirstDay, key.LastDay))];

    /// <summary>Whether one of these keys has signed it.</summary>
    public bool IsSignedBy(IEnumerable<TrustedKey> keys)
    {
        var content = Content();
        return keys.Any(key => Signatures.TryGetValue(key.Number, out var signature) && signature is { Length: 64 } && key.VerifiesFile(content, signature));
    }

    /// <summary>指纹 of all its keys in one, short enough for the telephone.</summary>
    public string Fingerprint => string.Join("；", Trusted().Select(key => key.Fingerprint));

    /// <summary>The parts of a file; null when it is none.</summary>
    public static IReadOnlyList<TrustSection>? Read(byte[] file)
    {
        try
        {
            var sections = JsonSerializer.Deserialize<List<TrustSection>>(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'));
            return sections is { Count: > 0 } && sections.TrueForAll(IsWhole) && sections.DistinctBy(section => section.Office).Count() == sections.Count ? sections : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsWhole(TrustSection section) =>
        section is { Office: not null, Name: not null, Keys: { Count: > 0 } keys, Stopped: not null, Signatures: not null }
        && keys.All(key => key is { PublicKey: not null, MarkKey: not null })
        && keys.DistinctBy(key => key.Number).Count() == keys.Count
        && section.Trusted().All(key => TrustedKey.IsUsable(key.PublicKey))
        && section.Stopped.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.Length == 22 && PassNumber.TryParse(line[..20], out var number)
            && number.OfficeCode == section.Office && line[20] == ' ' && line[21] is '1' or '2');
}
