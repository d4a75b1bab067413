namespace HealthCode.Domain.Rules;

/// <summary>An office rule forbids what was asked. Carries every reason at once; its message is for people.</summary>
public sealed class RuleBrokenException : Exception
{
    /// <summary>Collects the reasons.</summary>
    /// <param name="breaches">At least one.</param>
    public RuleBrokenException(IReadOnlyList<Breach> breaches)
        : base(string.Join("；", breaches.Select(breach => breach.Sentence)))
    {
        ArgumentOutOfRangeException.ThrowIfZero(breaches.Count);
        Breaches = breaches;
    }

    /// <summary>What forbids it, in the order of the form.</summary>
    public IReadOnlyList<Breach> Breaches { get; }

    /// <summary>Throws when the list holds anything: a verb uses the same list its page shows.</summary>
    /// <exception cref="RuleBrokenException">The list is not empty.</exception>
    public static void ThrowIfAny(IReadOnlyList<Breach> breaches)
    {
        if (breaches.Count > 0)
        {
            throw new RuleBrokenException(breaches);
        }
    }
}

/// <summary>违规之处 — one rule that a case breaks, as a reader sees it.</summary>
/// <param name="Rule">The rule broken.</param>
/// <param name="Sentence">The rule's sentence with the particulars of the case.</param>
/// <param name="Field">The field the sentence belongs to, or null for the whole form.</param>
public sealed record Breach(Rule Rule, string Sentence, Field? Field);
