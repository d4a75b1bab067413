namespace HealthCode.Web.HealthStatuses;

/// <summary>A row of the round list, keyed back.</summary>
public sealed class RoundRow
{
    public long ResidentId { get; set; }

    /// <summary>365 or 36.5.</summary>
    public string? Temperature { get; set; }

    /// <summary>1 正常, 2 不正常.</summary>
    public string? FoundNormal { get; set; }

    /// <summary>0 for none, otherwise the numbers of the symptoms: 13.</summary>
    public string? Symptoms { get; set; }

    /// <summary>A figure for each question: 1 是, 2 否, 3 不确定.</summary>
    public string? Exposures { get; set; }

    public string? OwnWords { get; set; }

    /// <summary>Nothing was keyed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Temperature + FoundNormal + Symptoms + Exposures + OwnWords);
}
