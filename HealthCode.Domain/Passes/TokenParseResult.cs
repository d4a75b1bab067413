namespace HealthCode.Domain.Passes;

/// <summary>二维码验签的结果. Content is given only if the signature is valid.</summary>
/// <param name="Validity">Result of the verification.</param>
/// <param name="Token">Content of the code, if genuine or signed with a stolen key; else null.</param>
/// <param name="Key">The signing key, in the same cases; else null.</param>
public sealed record TokenParseResult(TokenValidity Validity, PassToken? Token, TrustedKey? Key)
{
    /// <summary>持卡人与身份证一致: true if the typed or scanned document number matches the holder's tag.</summary>
    public bool MatchesDocument(string documentNumber) => Token is { } token && Key is { } key && DocumentTag.Of(key.DocumentTagKey, token.Number, documentNumber) == token.Mark;
}
