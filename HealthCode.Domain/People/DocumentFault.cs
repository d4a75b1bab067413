namespace HealthCode.Domain.People;

/// <summary>证件问题: one check a number did not pass.</summary>
/// <param name="Code">Which check, fixed for ever, such as <c>id18-check</c>; tests and logs use it.</param>
/// <param name="Sentence">What to look at on the paper, in Chinese, for the clerk.</param>
/// <param name="Field">Which of the two lines it belongs to.</param>
public sealed record DocumentFault(string Code, string Sentence, DocumentField Field = DocumentField.Number);

/// <summary>证件的栏.</summary>
public enum DocumentField
{
    /// <summary>证件号码.</summary>
    Number,

    /// <summary>无证件或强制保存的原因.</summary>
    Reason,
}
