namespace HealthCode.Domain.Checkpoints;

/// <summary>查验结果 — result of checking a card at a gate.</summary>
public enum CheckOutcome
{
    /// <summary>有效.</summary>
    Valid = 1,

    /// <summary>已过期.</summary>
    Expired = 2,

    /// <summary>已停用: by a reviewer, under one of the five clauses.</summary>
    Revoked = 3,

    /// <summary>已作废: 遗失, 损毁 or 续办; replaced by another card.</summary>
    Void = 4,

    /// <summary>不是本系统签发: not signed by a key of the trust list.</summary>
    NotOurs = 5,

    /// <summary>名单过旧: genuine and not expired, but the issuing office's stop list is missing or too old to tell whether it was revoked.</summary>
    ListTooOld = 6,

    /// <summary>还没有发放: the card has not been handed over yet.</summary>
    NotHandedOver = 7,

    /// <summary>疫情解除，停止使用.</summary>
    Ended = 8,

    /// <summary>还不能确定: typed number of another office's card, not on its stop list; only the QR code can prove the card.</summary>
    NumberAlone = 9,

    /// <summary>没读全，请再扫一次: input too short, cut off or mistyped; nothing is known about the card.</summary>
    NotRead = 10,

    /// <summary>须换卡: signed with a key reported stolen; the issuing office replaces the card.</summary>
    StolenKey = 11,
}
