namespace HealthCode.Domain.Rules;

/// <summary>申报表条目的文字 — one numbered item of a province's form.</summary>
/// <param name="Number">Printed number.</param>
/// <param name="Text">Verbatim text, without number and colon.</param>
public sealed record FormItem(int Number, string Text)
{
    /// <summary>审核提示: for an applicant's item shown if answered 是, for the committee's shown beside its field; empty if there is none.</summary>
    public string Hint { get; init; } = "";
}
