using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Declarations;

/// <summary>Parses the forms of a household's sitting, each by <see cref="DeclarationParser"/>. A fault stands beside the person's own field; one that all
/// share who took the text from the household stands there, once.</summary>
public sealed class SittingParser
{
    private readonly List<(string Path, string Sentence)> _faults = [];
    private readonly List<string> _questions = [];
    private readonly Dictionary<int, IReadOnlyList<string>> _blankItems = [];
    private readonly List<SittingForm> _forms = [];

    private SittingParser()
    {
    }

    /// <summary>The valid forms with their places on the page; complete only if there are no faults.</summary>
    public IReadOnlyList<SittingForm> Forms => _forms;

    /// <summary>The errors by input, below the form's prefix; an empty path is the whole sitting.</summary>
    public IReadOnlyList<(string Path, string Sentence)> Faults => _faults;

    /// <summary>Hints to check something again; they do not prevent saving.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>What is still blank on a form, by its place on the page.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> BlankItems => _blankItems;

    /// <summary>Parses the whole sitting.</summary>
    /// <param name="input">As typed.</param>
    /// <param name="terms">What the form asks.</param>
    /// <param name="today">Today.</param>
    public static SittingParser Of(HouseholdInput input, PassTerms terms, DateOnly today)
    {
        var parser = new SittingParser();
        var declared = input.People.Index().Where(each => each.Item is { IsLeftOut: false, IsBlank: false })
            .Select(each => Read(each.Index, each.Item, input.Shared, today)).ToList();
        parser.AddFaults(declared);
        foreach (var each in declared.Where(each => each.Parsed.Content is not null))
        {
            parser.Add(each, input.People[each.Place].Form.AcceptBlanks, terms);
        }

        if (declared.Count == 0 || parser._forms.Count > 0)
        {
            parser.AddBreaches(HouseholdSitting.Validate([.. parser._forms.Select(form => form.Content)], today), declared);
        }

        return parser;
    }

    /// <summary>Prefix of the inputs of one person, below the prefix of the form.</summary>
    public static string PathOf(int place) => $"{nameof(HouseholdInput.People)}[{place}].{nameof(SittingPersonInput.Form)}";

    private static Reading Read(int place, SittingPersonInput person, DeclarationInput shared, DateOnly today)
    {
        var (form, fromShared) = person.With(shared, today);
        return new(place, form.FormKey, string.IsNullOrWhiteSpace(form.Name) ? $"第 {place + 1} 人" : form.Name.Trim(), fromShared, DeclarationParser.Of(form, today));
    }

    private void Add(Reading each, bool acceptsBlanks, PassTerms terms)
    {
        var content = each.Parsed.Content!;
        _forms.Add(new(each.Place, each.FormKey, content));
        _questions.AddRange(each.Parsed.Questions.Select(question => $"{content.Person.Name.Value}：{question}"));
        if (content.BlankItems(terms) is { Count: > 0 } blank)
        {
            _blankItems[each.Place] = blank;
            if (!acceptsBlanks)
            {
                AddFault(each, $".{nameof(DeclarationInput.AcceptBlanks)}", DeclarationInput.BlanksLeft(blank));
            }
        }
    }

    private void AddFaults(List<Reading> declared)
    {
        foreach (var each in declared)
        {
            foreach (var fault in each.Parsed.Faults)
            {
                var path = fault.Field is null ? "" : "." + DeclarationInput.PathOf(fault.Field);
                if (fault.Field is null || !IsOfAll(fault, declared))
                {
                    AddFault(each, path, fault.Sentence);
                }
                else if (!_faults.Contains((nameof(HouseholdInput.Shared) + path, fault.Sentence)))
                {
                    _faults.Add((nameof(HouseholdInput.Shared) + path, fault.Sentence));
                }
            }
        }
    }

    /// <summary>The list of errors above the forms has to say whose each is.</summary>
    private void AddFault(Reading each, string path, string sentence) => _faults.Add((PathOf(each.Place) + path, $"{each.Whose}：{sentence}"));

    /// <summary>Whether the text came from the household, and everybody who took it there has this fault: then it is the household's.</summary>
    private static bool IsOfAll(FieldFault<Field> fault, List<Reading> declared)
    {
        var sharing = declared.Where(each => each.FromShared.Contains((DeclarationField)fault.Field!.Name)).ToList();
        // Who is whose guardian is a matter of the one person.
        var ofThePerson = fault.Code is not null && fault.Field!.Name is DeclarationField.GuardianName;
        return !ofThePerson && sharing.Count > 0 && sharing.TrueForAll(each => each.Parsed.Faults.Contains(fault));
    }

    private void AddBreaches(IReadOnlyList<SittingBreach> breaches, List<Reading> declared)
    {
        foreach (var (place, breach) in breaches)
        {
            if (breach.Field is null)
            {
                _faults.Add(("", breach.Sentence));
                continue;
            }

            AddFault(declared.Single(each => each.Place == _forms[place].Place), "." + DeclarationInput.PathOf(breach.Field), breach.Sentence);
        }
    }

    private sealed record Reading(int Place, string FormKey, string Whose, IReadOnlySet<DeclarationField> FromShared, DeclarationParser Parsed);
}

/// <summary>A valid form of a sitting.</summary>
/// <param name="Place">Its place on the page, from 0.</param>
/// <param name="FormKey">Its own key, by which it is saved once.</param>
/// <param name="Content">What stands on it.</param>
public sealed record SittingForm(int Place, string FormKey, DeclarationContent Content);
