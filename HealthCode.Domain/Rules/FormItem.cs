namespace HealthCode.Domain.Rules;

/// <summary>申报表条目的文字 — one numbered item of a province's form.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Text">Verbatim, without number and colon.</param>
public sealed record FormItem(int Number, string Text)
{
    /// <summary>审核提示: for an applicant's item when it was answered 是, for the committee's beside its box; empty when there is nothing to say.</summary>
    public string Hint { get; init; } = "";
}
