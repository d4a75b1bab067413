namespace HealthCode.Domain.Passes;

/// <summary>二维码验签的结果. What does not hold tells nothing: a forged code has no number and no dates.</summary>
/// <param name="Worth">Whether it is believed.</param>
/// <param name="Token">What it says, when genuine or signed by a stolen key.</param>
/// <param name="Key">Who signed it, in the same cases.</param>
public sealed record TokenParseResult(TokenValidity Worth, PassToken? Token, TrustedKey? Key)
{
    /// <summary>持卡人与身份证一致: whether a paper's number, typed or read, is the holder's.</summary>
    public bool Belongs(string documentNumber) => Token is { } token && Key is { } key && DocumentTag.Of(key.DocumentTagKey, token.Number, documentNumber) == token.Mark;
}
