namespace HealthCode.Domain.Passes;

/// <summary>信任名单 — whose cards this office believes, and how a code is believed.</summary>
public sealed class TrustList
{
    private readonly Dictionary<(string Office, int Number), TrustedKey> _keys;

    /// <summary>A list of these keys; of two with one office and number the later counts.</summary>
    public TrustList(IEnumerable<TrustedKey> keys) =>
        _keys = keys.GroupBy(key => (key.OfficeCode, key.Number)).ToDictionary(group => group.Key, group => group.Last());

    /// <summary>Every key, by office and number.</summary>
    public IReadOnlyList<TrustedKey> Keys => [.. _keys.Values.OrderBy(key => key.OfficeCode, StringComparer.Ordinal).ThenBy(key => key.Number)];

    /// <summary>The newest key of an office, or null when nothing of it is believed.</summary>
    public TrustedKey? NewestOf(string officeCode) => _keys.Values.Where(key => key.OfficeCode == officeCode).MaxBy(key => key.Number);

    /// <summary>The key of an office and number, or null when it is not believed.</summary>
    public TrustedKey? Find(string officeCode, int number) => _keys.GetValueOrDefault((officeCode, number));

    /// <summary>What a code is worth: whether it is written as one, by whom, and signed.</summary>
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
