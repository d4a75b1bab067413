using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>一户一次办 — several people of one household declared in one sitting. What they share is asked once; each has a form, signature, temperature,
/// findings and decision of his own (宁疫指办发〔2020〕63号 二).</summary>
public static class HouseholdSitting
{
    /// <summary>Most people of one sitting: what a page and a draft hold. A larger household sits twice.</summary>
    public const int MostPeople = 60;

    private const int LongestKey = 40;

    // Keys of single forms are hexadecimal, numbers of printed forms begin with B.
    private const char Mark = 'H';

    /// <summary>True for a key made by <see cref="KeyOf"/>.</summary>
    public static bool IsKey(string key) => key.Length is > 1 and <= LongestKey && key[0] == Mark;

    /// <summary>The key of a sitting.</summary>
    /// <param name="unique">A text no other form has.</param>
    public static string KeyOf(string unique) => Mark + unique;

    /// <summary>What the forms of one sitting must not say of each other; empty if valid. Who lives in another household is declared along without a rule.</summary>
    /// <param name="people">The forms, in the order of the sitting.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<SittingBreach> Validate(IReadOnlyList<DeclarationContent> people, DateOnly today) =>
    [
        .. people.Count == 0 ? [new SittingBreach(0, SittingRules.SomebodyDeclares.Broken())] : Array.Empty<SittingBreach>(),
        .. people.Count > MostPeople ? [new SittingBreach(0, SittingRules.AreNotTooMany.Broken())] : Array.Empty<SittingBreach>(),
        .. people.SelectMany((each, place) => Of(each, place, people, today)),
    ];

    private static IEnumerable<SittingBreach> Of(DeclarationContent form, int place, IReadOnlyList<DeclarationContent> people, DateOnly today)
    {
        if (people.Take(place).Any(earlier => earlier.Person.Key == form.Person.Key))
        {
            yield return new(place, SittingRules.OneFormEach.Broken(form.Person.Name.Value + "。", DeclarationField.DocumentNumber));
        }

        var named = form.Guardian is { } guardian ? people.Where(other => other != form && other.Person.Name.Key == guardian.Name.Key).ToList() : [];
        if (named.Count > 0 && named.TrueForAll(other => other.Person.AgeOn(today) < SittingRules.FullAge))
        {
            yield return new(place, SittingRules.GuardianIsGrown.Broken(form.Guardian!.Name.Value + "。", DeclarationField.GuardianName));
        }
    }
}

/// <summary>违规之处 of one person of a sitting.</summary>
/// <param name="Place">Whose form, from 0 in the order of the sitting.</param>
/// <param name="Breach">The rule broken; its field is one of that person's form, or null for the whole sitting.</param>
public sealed record SittingBreach(int Place, Breach Breach);
