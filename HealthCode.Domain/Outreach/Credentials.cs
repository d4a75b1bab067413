namespace HealthCode.Domain.Outreach;

/// <summary>码和卡 — what a resident can show at a gate, as far as the office knows; both are good everywhere (宁疫指办发〔2020〕73号 三).</summary>
/// <param name="CodeSince">The day the office knows of the code from; null when it knows of none.</param>
/// <param name="CardUntil">Last day of his card; null when he has none.</param>
public sealed record Credentials(DateOnly? CodeSince, DateOnly? CardUntil)
{
    /// <summary>Neither code nor card.</summary>
    public bool HasNeither => CodeSince is null && CardUntil is null;

    /// <summary>有码和卡, 有码, 有卡, 都没有.</summary>
    public string Words => (CodeSince, CardUntil) switch
    {
        (not null, not null) => "有码和卡",
        (not null, null) => "有码",
        (null, not null) => "有卡",
        _ => "都没有",
    };
}
