using System.Text;

namespace HealthCode.Domain.Declarations;

/// <summary>草稿 — what a clerk has typed so far, word for word, right or wrong. It becomes a declaration or is discarded; nothing typed is lost in between.</summary>
public sealed class DeclarationDraft
{
    private DeclarationDraft(string formKey, string officeCode, string userName, string fields, string personName, DateTimeOffset savedAt)
    {
        (FormKey, OfficeCode, UserName) = (formKey, officeCode, userName);
        (Fields, PersonName, SavedAt) = (fields, personName, savedAt);
    }

    /// <summary>The key of the form being typed on.</summary>
    public string FormKey { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The clerk's sign-in name: a draft is seen by who typed it.</summary>
    public string UserName { get; private set; }

    /// <summary>Field names and texts, as posted.</summary>
    public string Fields { get; private set; }

    /// <summary>姓名 as typed so far, to tell drafts apart.</summary>
    public string PersonName { get; private set; }

    /// <summary>When it was last kept.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>A new draft.</summary>
    public static DeclarationDraft Begin(string formKey, string officeCode, string userName, string fields, string personName, DateTimeOffset at)
    {
        RequireShort(fields);

        return new(formKey, officeCode, userName, fields, personName, at);
    }

    /// <summary>存草稿.</summary>
    public void Keep(string fields, string personName, DateTimeOffset at)
    {
        RequireShort(fields);

        (Fields, PersonName, SavedAt) = (fields, personName, at);
    }

    private static void RequireShort(string fields) => DraftRules.IsShort.Require(Encoding.UTF8.GetByteCount(fields) <= DraftRules.LongestFields);
}
