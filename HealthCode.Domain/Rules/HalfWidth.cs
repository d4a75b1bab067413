using System.Text;

namespace HealthCode.Domain.Rules;

/// <summary>
/// 半角 — normalises text for comparison and parsing: full-width digits, letters and signs become half-width (NFKC,
/// which also unifies composed and decomposed letters, and 不 U+F967 with 不), radicals become characters, invisible marks are removed.
/// </summary>
/// <remarks>Not for names that are printed: NFKC replaces some of their characters. See <c>PersonName.Key</c>.</remarks>
public static class HalfWidth
{
    /// <summary>The normalised text; invalid Unicode (lone surrogate, U+FFFE) is returned unchanged, for the caller to reject.</summary>
    public static string Normalize(string text)
    {
        try
        {
            return UnseenMarks.RemovedFrom(PlainHan.Normalize(text).Normalize(NormalizationForm.FormKC));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
