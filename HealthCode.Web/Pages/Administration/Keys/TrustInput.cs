namespace HealthCode.Web.Pages.Administration.Keys;

/// <summary>Fields for ending, dropping or readmitting a key; the key itself is identified by hidden fields of each form.</summary>
public sealed class TrustInput
{
    /// <summary>Since when the key may have been stolen, in the format of an input of type datetime-local.</summary>
    public string? At { get; set; }

    public string? Reason { get; set; }

    /// <summary>The fingerprint as read out on the telephone.</summary>
    public string? Fingerprint { get; set; }
}
