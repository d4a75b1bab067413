namespace HealthCode.Domain.Declarations;

/// <summary>测温部位.</summary>
public enum MeasuringSite
{
    /// <summary>额温.</summary>
    Forehead = 1,

    /// <summary>腋温.</summary>
    Armpit = 2,

    /// <summary>耳温.</summary>
    Ear = 3,

    /// <summary>口温.</summary>
    Mouth = 4,
}
