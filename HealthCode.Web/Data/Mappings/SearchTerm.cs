namespace HealthCode.Web.Data.Mappings;

/// <summary>A text by which a declaration or a resident is found.</summary>
/// <param name="Kind">How it is found, and so how it is stored in the index.</param>
/// <param name="Text">May be empty; then nothing is found by it.</param>
public sealed record SearchTerm(SearchTermKind Kind, string Text);

/// <summary>How a text is found.</summary>
public enum SearchTermKind
{
    /// <summary>Stored in plain text, found by its beginning.</summary>
    Code,

    /// <summary>Stored in plain text, found by any part of the name and of its pinyin initials.</summary>
    Name,

    /// <summary>Stored in plain text as it would be typed: half width, in capitals, without spaces; found by its beginning.</summary>
    Word,

    /// <summary>Identity numbers and telephones: stored as hashes, found by the whole number or its last four characters.</summary>
    Number,
}
