namespace HealthCode.Domain.Rules;

/// <summary>Thrown if an operation breaks rules of the office. Holds all breaches; the message can be shown to users.</summary>
public sealed class RuleBrokenException : Exception
{
    /// <summary>Creates the exception for all breaches.</summary>
    /// <param name="breaches">At least one.</param>
    public RuleBrokenException(IReadOnlyList<Breach> breaches)
        : base(string.Join("；", breaches.Select(breach => breach.Sentence)))
    {
        ArgumentOutOfRangeException.ThrowIfZero(breaches.Count);
        Breaches = breaches;
    }

    /// <summary>The breaches, in the order of the form.</summary>
    public IReadOnlyList<Breach> Breaches { get; }

    /// <summary>Throws if there is any breach.</summary>
    /// <exception cref="RuleBrokenException">The list is not empty.</exception>
    public static void ThrowIfAny(IReadOnlyList<Breach> breaches)
    {
        if (breaches.Count > 0)
        {
            throw new RuleBrokenException(breaches);
        }
    }
}

/// <summary>违规之处 — one broken rule with its message and field.</summary>
/// <param name="Rule">The rule broken.</param>
/// <param name="Sentence">The rule's sentence with the details of the case.</param>
/// <param name="Field">The field concerned, or null for the whole form.</param>
public sealed record Breach(Rule Rule, string Sentence, Field? Field);
