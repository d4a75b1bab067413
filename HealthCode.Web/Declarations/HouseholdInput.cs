using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Declarations;

/// <summary>一户一次办 as typed: what the household shares, and a form for each person; redisplayed unchanged after errors.</summary>
public sealed class HouseholdInput
{
    /// <summary>Key of the sitting, see <see cref="HouseholdSitting.KeyOf"/>; also the key of its draft.</summary>
    public string FormKey { get; set; } = "";

    /// <summary>Residence, telephone, travel, guardian, scribe and date, typed once. The other fields stay empty.</summary>
    public DeclarationInput Shared { get; set; } = new();

    /// <summary>The forms, in the order of the page.</summary>
    public List<SittingPersonInput> People { get; set; } = [];

    /// <inheritdoc cref="DeclarationInput.WriteOut"/>
    public IReadOnlyDictionary<string, string> WriteOut(DateOnly today)
    {
        var written = Shared.WriteOut(today).Select(each => ($"{nameof(Shared)}.{each.Key}", each.Value));
        var ofPeople = People.SelectMany((person, place) => person.Form.WriteOut(today).Select(each => ($"{SittingParser.PathOf(place)}.{each.Key}", each.Value)));
        return written.Concat(ofPeople).ToDictionary(each => each.Item1, each => each.Value);
    }
}
