namespace HealthCode.Domain.Residents;

/// <summary>Whether a household lives in its own house.</summary>
public enum Tenure
{
    /// <summary>自有.</summary>
    Owner = 1,

    /// <summary>租住.</summary>
    Tenant = 2,
}
