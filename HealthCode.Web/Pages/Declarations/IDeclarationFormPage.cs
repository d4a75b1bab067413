using HealthCode.Domain.Offices;
using HealthCode.Web.Declarations;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>What the partial _Form.cshtml needs from the page that includes it.</summary>
public interface IDeclarationFormPage
{
    DeclarationInput Input { get; }

    Office Office { get; }

    DateOnly Today { get; }

    IReadOnlyList<string> BlankItems { get; }

    /// <summary>The form as sentences, if it was asked for; otherwise empty.</summary>
    IReadOnlyList<SpokenSentence> Aloud { get; }

    /// <summary>Proposed addresses: the office's own first, then those of other villages in the same township.</summary>
    IReadOnlyList<string> NearbyAddresses { get; }
}
