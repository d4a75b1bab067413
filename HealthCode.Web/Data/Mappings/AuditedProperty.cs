namespace HealthCode.Web.Data.Mappings;

/// <summary>What the audit says of a property that was changed, as declared in its mapping.</summary>
public sealed record AuditedProperty
{
    /// <summary>The office's word for it.</summary>
    public string? Word { get; init; }

    /// <summary>Its change is never told.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>It holds nothing personal: 原值→新值 are told.</summary>
    public bool IsDisclosed { get; init; }

    /// <summary>A value in the office's words, where it has its own.</summary>
    public Func<object, string>? Words { get; init; }
}
