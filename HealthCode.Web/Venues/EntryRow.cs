namespace HealthCode.Web.Venues;

/// <summary>A row of a list of entries, keyed back.</summary>
public sealed class EntryRow
{
    /// <summary>0830 or 8:30.</summary>
    public string? At { get; set; }

    /// <summary>A name, the number of a card, or what was scanned.</summary>
    public string? Who { get; set; }

    public string? Shown { get; set; }

    /// <summary>1 正常, 2 不正常.</summary>
    public string? FoundNormal { get; set; }

    /// <summary>Nothing was keyed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(At + Who + Shown + FoundNormal);
}
