using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>Reads the cells of one row into values, and says beside each cell what is wrong with it.</summary>
internal sealed class RowParser(ImportRow row, DateOnly today)
{
    /// <summary>Whether nothing has been found so far.</summary>
    public bool IsFaultless => row.Faults.Count == 0;

    /// <summary>A word of the list; nothing for a blank cell.</summary>
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

    /// <summary>What to write instead of a word that is not on the list.</summary>
    public static string NotOneOf(IEnumerable<string> words) => $"请填写：{string.Join("、", words)}";

    /// <summary>A word of the list; null for a blank cell.</summary>
    public T? One<T>(string title, IReadOnlyList<(string Word, T Value)> words)
        where T : struct => TryWord(row[title], words, out var value) ? row[title].Length == 0 ? null : value : Not<T>(title, words.Select(each => each.Word));

    /// <summary>A word of the list, one of which means that nobody knows.</summary>
    public T? One<T>(string title, IReadOnlyList<(string Word, T? Value)> words)
        where T : struct => TryWord(row[title], words, out var value) ? value : Not<T>(title, words.Select(each => each.Word));

    /// <summary>One line of words.</summary>
    public string Text(string title, int longest) => Or(title, FreeText.TryParse(row[title], longest, out var value, out var fault), fault, value);

    /// <summary>One line of words that must be there.</summary>
    public string Needed(string title, int longest, string sentence)
    {
        if (row[title].Length == 0)
        {
            row.Wrong(title, sentence);
        }

        return Text(title, longest);
    }

    /// <summary>A telephone number, or null for a blank cell.</summary>
    public PhoneNumber? Phone(string title) =>
        row[title].Length == 0 ? null : Or(title, PhoneNumber.TryParse(row[title], out var phone, out var fault), fault, phone);

    /// <summary>Somebody's name, or null for a blank cell.</summary>
    public PersonName? Name(string title) =>
        row[title].Length == 0 ? null : Or(title, PersonName.TryParse(row[title], out var name, out var fault), fault, name);

    /// <summary>Whose row it is, by the columns of <see cref="PersonColumns"/>.</summary>
    /// <param name="usual">The kind of paper when the cell is blank.</param>
    public Person? Person(IdentityDocumentKind usual)
    {
        var name = Or(PersonColumns.Name, PersonName.TryParse(row[PersonColumns.Name], out var read, out var fault), fault, read);
        var sex = One(PersonColumns.Sex, ImportVocabulary.Sexes);
        var born = Or(PersonColumns.BirthDate, TypedDate.TryParse(row[PersonColumns.BirthDate], today, out var day, out var dayFault), dayFault, day);
        if (Paper(usual) is not { } paper)
        {
            return null;
        }

        (sex, born) = (sex ?? paper.Sex, born ?? paper.BirthDate);
        Need(PersonColumns.Sex, sex is null, "请填写性别");
        Need(PersonColumns.BirthDate, born is null, "请填写证件上的出生日期");
        return name is null || sex is null || born is null ? null : new(name, sex.Value, born.Value, paper);
    }

    /// <summary>Puts broken rules beside the cells they belong to.</summary>
    public void Wrong(IEnumerable<Breach> breaches, Func<string?, string> title)
    {
        foreach (var breach in breaches)
        {
            row.Wrong(title(breach.Field), breach.Sentence);
        }
    }

    private IdentityDocument? Paper(IdentityDocumentKind usual)
    {
        var kind = One(PersonColumns.DocumentKind, ImportVocabulary.Papers) ?? usual;
        var isForced = One(PersonColumns.Force, ImportVocabulary.Answers) == true;
        if (IsWrong(PersonColumns.DocumentKind))
        {
            return null;
        }

        var reading = IdentityDocument.Read(kind, row[PersonColumns.DocumentNumber], row[PersonColumns.Reason], isForced, today);
        foreach (var fault in reading.Faults)
        {
            row.Wrong(fault.Code.Contains("reason", StringComparison.Ordinal) ? PersonColumns.Reason : PersonColumns.DocumentNumber, fault.Sentence);
        }

        return reading.Document;
    }

    private T? Not<T>(string title, IEnumerable<string> words)
        where T : struct
    {
        row.Wrong(title, NotOneOf(words));
        return null;
    }

    private T Or<T>(string title, bool isRead, string? fault, T value)
    {
        if (!isRead)
        {
            row.Wrong(title, fault!);
        }

        return value;
    }

    private void Need(string title, bool isMissing, string sentence)
    {
        if (isMissing && !IsWrong(title))
        {
            row.Wrong(title, sentence);
        }
    }

    private bool IsWrong(string title) => row.Faults.Any(fault => fault.Title == title);
}
