using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Imports;

/// <summary>Parses the cells of one row into values, and adds an error to each invalid cell.</summary>
internal sealed class RowParser(ImportRow row, DateOnly today)
{
    private readonly FieldParser<string> _cells = new(row.Faults, today);

    /// <summary>For dates without a year.</summary>
    public DateOnly Today => today;

    /// <summary>Whether no error has been found so far.</summary>
    public bool IsFaultless => row.Faults.Count == 0;

    /// <summary>Looks up a word; succeeds with the default value for a blank cell.</summary>
    public static bool TryWord<T>(string cell, IReadOnlyList<(string Word, T Value)> words, out T? value)
    {
        value = default;
        foreach (var (word, meaning) in words)
        {
            if (word == cell)
            {
                value = meaning;
                return true;
            }
        }

        return cell.Length == 0;
    }

    /// <summary>Message for a word that is not in the list.</summary>
    public static string NotOneOf(IEnumerable<string> words) => $"请填写：{string.Join("、", words)}";

    /// <summary>Value of a word from the list; null for a blank or invalid cell.</summary>
    public T? One<T>(string title, IReadOnlyList<(string Word, T Value)> words)
        where T : struct => TryWord(row[title], words, out var value) ? row[title].Length == 0 ? null : value : Not<T>(title, words.Select(each => each.Word));

    /// <summary>Value of a word from a list in which one word means unknown (null).</summary>
    public T? One<T>(string title, IReadOnlyList<(string Word, T? Value)> words)
        where T : struct => TryWord(row[title], words, out var value) ? value : Not<T>(title, words.Select(each => each.Word));

    /// <summary>Optional single-line text.</summary>
    public string Text(string title, int longest) => _cells.Text(title, row[title], longest);

    /// <summary>Required single-line text.</summary>
    public string Needed(string title, int longest, string sentence) => _cells.NeededText(title, row[title], longest, sentence);

    /// <summary>A telephone number, or null for a blank or invalid cell.</summary>
    public PhoneNumber? Phone(string title) => _cells.Phone(title, row[title]);

    /// <summary>A date, or null for a blank or invalid cell.</summary>
    public DateOnly? Day(string title) => _cells.Day(title, row[title]);

    /// <summary>A temperature, or null for a blank or invalid cell.</summary>
    public BodyTemperature? Temperature(string title) => _cells.Temperature(title, row[title]);

    /// <summary>Required time of day; null for a blank or invalid cell.</summary>
    public TimeOnly? Time(string title, string sentence)
    {
        var isRead = TypedTime.TryParse(row[title], out var time);
        row.Faults.Need(title, !isRead, sentence);
        return isRead ? time : null;
    }

    /// <summary>A person's name, or null for a blank or invalid cell.</summary>
    public PersonName? Name(string title) => _cells.Name(title, row[title]);

    /// <summary>Reads the person from the columns of <see cref="PersonColumns"/>; null if anything required is missing.</summary>
    /// <param name="usual">Document type if the cell is blank.</param>
    public Person? Person(IdentityDocumentKind usual)
    {
        var name = _cells.NeededName(PersonColumns.Name, row[PersonColumns.Name]);
        var sex = One(PersonColumns.Sex, ImportVocabulary.Sexes);
        var born = _cells.Day(PersonColumns.BirthDate, row[PersonColumns.BirthDate]);
        if (Paper(usual) is not { } paper)
        {
            return null;
        }

        (sex, born) = (sex ?? paper.Sex, born ?? paper.BirthDate);
        row.Faults.Need(PersonColumns.Sex, sex is null, "请填写性别");
        row.Faults.Need(PersonColumns.BirthDate, born is null, "请填写证件上的出生日期");
        return name is null || sex is null || born is null ? null : new(name, sex.Value, born.Value, paper);
    }

    private IdentityDocument? Paper(IdentityDocumentKind usual)
    {
        var kind = One(PersonColumns.DocumentKind, ImportVocabulary.Papers) ?? usual;
        var isForced = One(PersonColumns.Force, ImportVocabulary.Answers) == true;
        return row.Faults.Has(PersonColumns.DocumentKind) ? null : _cells.Document(
            kind, (PersonColumns.DocumentNumber, row[PersonColumns.DocumentNumber]), (PersonColumns.Reason, row[PersonColumns.Reason]), isForced).Document;
    }

    private T? Not<T>(string title, IEnumerable<string> words)
        where T : struct
    {
        row.AddError(title, NotOneOf(words));
        return null;
    }
}
