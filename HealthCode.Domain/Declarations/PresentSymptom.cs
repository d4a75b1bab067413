namespace HealthCode.Domain.Declarations;

/// <summary>现有症状 — the four symptoms of clause 5. 乏力 is asked on the form, but not among them (DECISIONS.md D11).</summary>
[Flags]
public enum PresentSymptom
{
    /// <summary>无.</summary>
    None = 0,

    /// <summary>发热.</summary>
    Fever = 1,

    /// <summary>干咳.</summary>
    DryCough = 2,

    /// <summary>气促.</summary>
    ShortBreath = 4,

    /// <summary>呼吸道症状.</summary>
    Respiratory = 8,
}
