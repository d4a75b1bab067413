using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Verification;

/// <summary>离线查验 — builds a single HTML file that checks cards on a PC without a network; contains the trusted keys, the stop list and the
/// scripts.</summary>
/// <remarks>It contains the secret keys of the document tags, so it is only for the office's checkpoints and must not be published.</remarks>
public static class OfflineChecker
{
    private const int OfficeDigits = 12;
    private const string Digits36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly DateOnly DayZero = new(2020, 1, 1);

    /// <summary>Builds the file, in UTF-8.</summary>
    /// <param name="trusted">Keys to trust.</param>
    /// <param name="stopped">Stopped cards; if a card is listed twice, 作废 takes precedence.</param>
    /// <param name="at">Time of the list.</param>
    /// <param name="madeBy">Name of the office shown at the top; if null, the offices of the trusted keys.</param>
    /// <exception cref="ArgumentException">An invalid card number.</exception>
    public static byte[] Build(TrustList trusted, IReadOnlyList<StoppedPass> stopped, DateTimeOffset at, string? madeBy = null)
    {
        // The default encoder writes < > & as \u003c…, so no name can close the script element.
        var list = JsonSerializer.Serialize(new
        {
            at = BeijingTime.At(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            by = madeBy ?? "",
            keys = trusted.Keys.Select(key => new
            {
                office = key.OfficeCode,
                name = key.OfficeName,
                number = key.Number,
                spki = Convert.ToBase64String(key.PublicKey),
                mark = Convert.ToBase64String(key.DocumentTagKey),
                first = Day(key.FirstDay),
                last = key.LastDay is { } last ? Day(last) : (int?)null,
                stolen = key.CompromisedAt is not null,
                print = key.Fingerprint,
            }),
            stopped = Packed(stopped),
        });
        var (scanner, checker, page) = (Text("scanned-code.js") + Text("scanner.js"), Text("offline.js"), Text("offline.html"));
        var style = page.Split("<style>")[1].Split("</style>")[0];
        var policy = $"default-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; script-src {Hash(scanner)} {Hash(checker)}; style-src {Hash(style)}";
        // The list is inserted last, so that placeholders inside names are not replaced.
        return Encoding.UTF8.GetBytes(page.Replace("{{policy}}", policy, StringComparison.Ordinal)
            .Replace("{{scanner}}", scanner, StringComparison.Ordinal)
            .Replace("{{checker}}", checker, StringComparison.Ordinal)
            .Replace("{{list}}", list, StringComparison.Ordinal));
    }

    /// <summary>Compressed stop list: for each office one text per kind, with ascending sequence numbers as base-36 differences.</summary>
    private static Dictionary<string, string[]> Packed(IReadOnlyList<StoppedPass> stopped) => stopped
        .Select(pass => (Number: Plain(pass.Number), pass.Kind))
        .GroupBy(pass => pass.Number[..OfficeDigits])
        .OrderBy(office => office.Key, StringComparer.Ordinal)
        .ToDictionary(office => office.Key, office =>
        {
            var kinds = office.GroupBy(pass => int.Parse(pass.Number.AsSpan(OfficeDigits, 7), CultureInfo.InvariantCulture))
                .OrderBy(pass => pass.Key)
                .Select(pass => (Sequence: pass.Key, Kind: pass.Max(each => each.Kind)))
                .ToLookup(pass => pass.Kind, pass => pass.Sequence);
            return new[] { Distances(kinds[StopKind.Revoked]), Distances(kinds[StopKind.Void]) };
        });

    private static string Distances(IEnumerable<int> ascending)
    {
        var text = new StringBuilder();
        var before = 0;
        foreach (var sequence in ascending)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(Base36(sequence - before));
            before = sequence;
        }

        return text.ToString();
    }

    private static string Base36(int value) =>
        value < 36 ? Digits36[value].ToString() : Base36(value / 36) + Digits36[value % 36];

    private static string Plain(string number) =>
        PassNumber.TryParse(number, out var parsed) ? parsed.Value : throw new ArgumentException($"'{number}' is not the number of a card", nameof(number));

    private static int Day(DateOnly day) => day.DayNumber - DayZero.DayNumber;

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Text(string name)
    {
        using var embedded = typeof(OfflineChecker).Assembly.GetManifestResourceStream($"HealthCode.Web.Verification.{name}")!;
        using var reader = new StreamReader(embedded, Encoding.UTF8);
        // Browsers normalise line ends to LF before they compare the CSP hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
