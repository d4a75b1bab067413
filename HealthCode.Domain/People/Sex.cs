namespace HealthCode.Domain.People;

/// <summary>性别 — GB/T 2261.1.</summary>
public enum Sex
{
    /// <summary>男.</summary>
    Male = 1,

    /// <summary>女.</summary>
    Female = 2,
}
