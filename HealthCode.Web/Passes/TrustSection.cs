using System.Text;
using System.Text.Json;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data.Entities;

namespace HealthCode.Web.Passes;

/// <summary>信任文件里一个村居的部分 — keys and stop list of one office at one time, signed by each of its keys.</summary>
/// <param name="Office">12 digits.</param>
/// <param name="Name">Name shown to guards.</param>
/// <param name="At">Time of the export.</param>
/// <param name="Keys">Current and former keys.</param>
/// <param name="Stopped">One line per card, in the format of <see cref="ReceivedStopList.Write"/>.</param>
/// <param name="Signatures">Key number → signature of 64 bytes.</param>
public sealed record TrustSection(string Office, string Name, DateTimeOffset At, IReadOnlyList<TrustSectionKey> Keys, string Stopped, IReadOnlyDictionary<int, byte[]> Signatures)
{
    /// <summary>Maximum size of a file, in bytes.</summary>
    public const int LargestFile = 4_000_000;

    /// <summary>Error message for a larger file.</summary>
    public const string TooLarge = "文件太大，不像是信任文件。";

    private const string NoFile = "这不是信任文件，或者文件坏了。请让对方在“签发密钥和信任名单”里重新导出。";
    private const int MostOffices = 500;
    private const int MostStopped = 100_000;
    private const int StoppedLine = 23;

    /// <summary>The signed content: the section without its signatures, as JSON.</summary>
    public byte[] Content() => JsonSerializer.SerializeToUtf8Bytes(this with { Signatures = new Dictionary<int, byte[]>() });

    /// <summary>The section's keys as trusted keys.</summary>
    /// <exception cref="ArgumentException">A key is invalid.</exception>
    /// <exception cref="FormatException">The office code is invalid.</exception>
    public IReadOnlyList<TrustedKey> Trusted() => [.. Keys.Select(key => key.Trusted(Office, Name))];

    /// <summary>Whether one of these keys has signed the section.</summary>
    public bool IsSignedBy(IEnumerable<TrustedKey> keys)
    {
        var content = Content();
        return keys.Any(key => Signatures.TryGetValue(key.Number, out var signature) && signature is { Length: 64 } && key.VerifiesFile(content, signature));
    }

    /// <summary>指纹 of all its keys, short enough to read out on the telephone.</summary>
    public string Fingerprint => string.Join("；", Trusted().Select(key => key.Fingerprint));

    /// <summary>Parses a file; null if it is not a valid trust file.</summary>
    public static IReadOnlyList<TrustSection>? Read(byte[] file) => Read(file, out _);

    /// <summary>Parses a file; null if it is not a valid trust file or exceeds a limit.</summary>
    /// <param name="file">Content of the file.</param>
    /// <param name="against">Error message, or null.</param>
    public static IReadOnlyList<TrustSection>? Read(byte[] file, out string? against)
    {
        against = NoFile;
        if (file.Length > LargestFile)
        {
            against = TooLarge;
            return null;
        }

        try
        {
            var sections = JsonSerializer.Deserialize<List<TrustSection>>(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'));
            if (sections is not { Count: > 0 } || sections.Exists(section => section is null))
            {
                return null;
            }

            // Check the limits before anything is built from the data.
            against = sections.Count > MostOffices ? $"文件里的村居太多：最多 {MostOffices} 个。请让对方重新导出。" : sections.Select(BeyondLimits).FirstOrDefault(fault => fault is not null);
            if (against is not null)
            {
                return null;
            }

            against = sections.TrueForAll(IsWhole) && sections.DistinctBy(section => section.Office).Count() == sections.Count ? null : NoFile;
            return against is null ? sections : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or NotSupportedException)
        {
            against = NoFile;
            return null;
        }
    }

    /// <summary>Error message for a value beyond its limit; null if all are within.</summary>
    private static string? BeyondLimits(TrustSection section) => section switch
    {
        { Name: { } name } when !TrustedKey.IsName(name) => $"村居名称不对：要有 1 到 {TrustedKey.LongestName} 个字，不能有看不见的字符。没有导入，请打电话问对方。",
        { Keys.Count: > byte.MaxValue } => $"密钥太多：一个村居最多 {byte.MaxValue} 把。没有导入，请打电话问对方。",
        { Signatures.Count: > byte.MaxValue } => $"签名太多：一个村居最多 {byte.MaxValue} 个。没有导入，请打电话问对方。",
        { Signatures: { } signatures } when signatures.Values.Any(signature => signature is { Length: > 64 }) => "签名太长。没有导入，请打电话问对方。",
        { Stopped.Length: > MostStopped * StoppedLine } => $"停用名单太长：一个村居最多 {MostStopped} 张。没有导入，请打电话问对方。",
        { Office: not null, Keys: not null, At.Year: < 2020 or > 2099 } => "文件的时间不对，请检查对方电脑的日期，重新导出。",
        { Keys: { } keys } when keys.Any(key => key is not null && !key.HasSensibleDays(section.At)) =>
            "密钥的日期不对：不能早于 2020年1月1日，也不能晚于文件的时间。没有导入，请打电话问对方。",
        _ => null,
    };

    private static bool IsWhole(TrustSection section) =>
        section is { Office: not null, Name: not null, Keys: { Count: > 0 } keys, Stopped: not null, Signatures: not null }
        && keys.All(key => key is { PublicKey: not null, DocumentTagKey: not null })
        && keys.DistinctBy(key => key.Number).Count() == keys.Count
        && keys.DistinctBy(key => Convert.ToHexString(key.PublicKey)).Count() == keys.Count
        && DivisionCode.TryParse(section.Office, out var code) && code.Level == 5
        && section.Trusted().All(key => TrustedKey.IsUsable(key.PublicKey))
        && section.Stopped.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.Length == 22 && PassNumber.TryParse(line[..20], out var number)
            && number.OfficeCode == section.Office && line[20] == ' ' && line[21] is '1' or '2');
}
