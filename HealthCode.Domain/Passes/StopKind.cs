namespace HealthCode.Domain.Passes;

/// <summary>Reason why a card number is on the stop list.</summary>
public enum StopKind
{
    /// <summary>停用.</summary>
    Revoked = 1,

    /// <summary>遗失、损毁、续办收回、持卡人去世, 作废.</summary>
    Void = 2,
}
