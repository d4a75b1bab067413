namespace HealthCode.Web.Data.Mappings;

/// <summary>What the audit says of an entity type, as declared in its mapping.</summary>
public sealed record AuditedEntity
{
    /// <summary>Kind and number, never a resident's name; null when its rows are not audited.</summary>
    public Func<object, string>? Describe { get; init; }

    /// <summary>Why its rows are not audited.</summary>
    public string WhyNot { get; init; } = "";

    /// <summary>代谁办理: what he is to the resident, never who he is.</summary>
    public Func<object, string>? ActedFor { get; init; }

    /// <summary>The property whose change says that he acted.</summary>
    public string ActedForOn { get; init; } = "";
}
