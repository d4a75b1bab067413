using System.Text;

namespace HealthCode.Domain.Rules;

/// <summary>半角 — the full-width figures, letters and signs of a Chinese keyboard made plain (NFKC).</summary>
public static class HalfWidth
{
    /// <summary>The plain form; a text that has none, with half a surrogate pair or U+FFFE in it, comes back as it is for its reader to refuse.</summary>
    public static string Of(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
