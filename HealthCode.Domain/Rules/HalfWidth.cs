using System.Text;

namespace HealthCode.Domain.Rules;

/// <summary>
/// 半角 — what is typed and what is kept made alike, for comparing and for numbers: full-width figures, letters and signs made plain (NFKC,
/// which also joins composed and decomposed letters, and 不 U+F967 with 不), radicals made characters, unseen marks left out.
/// </summary>
/// <remarks>Never for a name that is to be printed: NFKC replaces characters of it. See <c>PersonName.Key</c>.</remarks>
public static class HalfWidth
{
    /// <summary>The plain form; a text that has none, with half a surrogate pair or U+FFFE in it, comes back as it is for its reader to refuse.</summary>
    public static string Of(string text)
    {
        try
        {
            return UnseenMarks.RemovedFrom(PlainHan.Of(text).Normalize(NormalizationForm.FormKC));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
