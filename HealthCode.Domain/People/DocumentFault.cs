namespace HealthCode.Domain.People;

/// <summary>证件问题: one check a number did not pass.</summary>
/// <param name="Code">Stable code of the check, such as <c>id18-check</c>; used by tests and logs.</param>
/// <param name="Sentence">Chinese message for the clerk: what to check on the document.</param>
/// <param name="Field">The field it belongs to.</param>
public sealed record DocumentFault(string Code, string Sentence, DocumentField Field = DocumentField.Number);

/// <summary>证件的栏.</summary>
public enum DocumentField
{
    /// <summary>证件号码.</summary>
    Number,

    /// <summary>无证件或强制保存的原因.</summary>
    Reason,
}
