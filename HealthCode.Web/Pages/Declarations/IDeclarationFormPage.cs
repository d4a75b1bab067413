using HealthCode.Domain.Offices;
using HealthCode.Web.Declarations;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>What the form partial needs of the page it stands on.</summary>
public interface IDeclarationFormPage
{
    DeclarationInput Input { get; }

    Office Office { get; }

    DateOnly Today { get; }

    IReadOnlyList<string> BlankItems { get; }

    /// <summary>The office's own address first, then its neighbours' in the same township.</summary>
    IReadOnlyList<string> NearbyAddresses { get; }
}
