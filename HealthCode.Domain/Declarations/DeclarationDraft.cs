using System.Text;

namespace HealthCode.Domain.Declarations;

/// <summary>草稿 — the unvalidated input of a clerk, saved until it is submitted as a declaration or discarded.</summary>
public sealed class DeclarationDraft
{
    private DeclarationDraft(string formKey, string officeCode, string userName, string fields, string personName, DateTimeOffset savedAt)
    {
        (FormKey, OfficeCode, UserName) = (formKey, officeCode, userName);
        (Fields, PersonName, SavedAt) = (fields, personName, savedAt);
    }

    /// <summary>Unique key of the entry form.</summary>
    public string FormKey { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Sign-in name of the clerk; only this clerk sees the draft.</summary>
    public string UserName { get; private set; }

    /// <summary>Field names and values, as posted.</summary>
    public string Fields { get; private set; }

    /// <summary>姓名 as typed, shown in the list of drafts.</summary>
    public string PersonName { get; private set; }

    /// <summary>一户一次办: true if it is the form of a household.</summary>
    public bool IsOfHousehold => HouseholdSitting.IsKey(FormKey);

    /// <summary>Time of the last save.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Creates a draft.</summary>
    public static DeclarationDraft Begin(string formKey, string officeCode, string userName, string fields, string personName, DateTimeOffset at)
    {
        RequireShort(fields);

        return new(formKey, officeCode, userName, fields, personName, at);
    }

    /// <summary>存草稿: replaces the saved input.</summary>
    public void Save(string fields, string personName, DateTimeOffset at)
    {
        RequireShort(fields);

        (Fields, PersonName, SavedAt) = (fields, personName, at);
    }

    private static void RequireShort(string fields) => DraftRules.IsShort.Require(Encoding.UTF8.GetByteCount(fields) <= DraftRules.LongestFields);
}
