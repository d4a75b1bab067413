namespace HealthCode.Domain.Passes;

/// <summary>信任名单 — the public keys this office trusts; verifies scanned codes.</summary>
public sealed class TrustList
{
    private readonly Dictionary<(string Office, int Number), TrustedKey> _keys;

    /// <summary>Creates a list; of two keys with the same office and number the later one is used.</summary>
    public TrustList(IEnumerable<TrustedKey> keys) =>
        _keys = keys.GroupBy(key => (key.OfficeCode, key.Number)).ToDictionary(group => group.Key, group => group.Last());

    /// <summary>All keys, ordered by office and number.</summary>
    public IReadOnlyList<TrustedKey> Keys => [.. _keys.Values.OrderBy(key => key.OfficeCode, StringComparer.Ordinal).ThenBy(key => key.Number)];

    /// <summary>The newest key of an office, or null if none is trusted.</summary>
    public TrustedKey? NewestOf(string officeCode) => _keys.Values.Where(key => key.OfficeCode == officeCode).MaxBy(key => key.Number);

    /// <summary>The key with this office and number, or null if not trusted.</summary>
    public TrustedKey? Find(string officeCode, int number) => _keys.GetValueOrDefault((officeCode, number));

    /// <summary>Parses a code and verifies its signature.</summary>
    public TokenParseResult Read(string? text)
    {
        if (TokenText.Read(text) is not { } bytes || PassToken.Read(bytes.AsSpan(0, PassToken.HeadLength)) is not { } token)
        {
            return new(TokenValidity.NoToken, null, null);
        }

        if (!_keys.TryGetValue((token.Number.OfficeCode, token.KeyNumber), out var key))
        {
            return new(TokenValidity.UnknownIssuer, null, null);
        }

        var signs = key.SignsFor(token.Validity.FirstDay);
        return (signs || key.CompromisedAt is not null) && key.Verifies(bytes.AsSpan(0, PassToken.HeadLength), bytes.AsSpan(PassToken.HeadLength))
            ? new(signs ? TokenValidity.Genuine : TokenValidity.StolenKey, token, key)
            : new(TokenValidity.Forged, null, null);
    }
}
