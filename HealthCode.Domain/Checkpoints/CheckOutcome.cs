namespace HealthCode.Domain.Checkpoints;

/// <summary>查验结果 — what a card is worth at this gate now.</summary>
public enum CheckOutcome
{
    /// <summary>有效.</summary>
    Valid = 1,

    /// <summary>已过期.</summary>
    Expired = 2,

    /// <summary>已停用: by a reviewer, under one of the five clauses.</summary>
    Revoked = 3,

    /// <summary>已作废: 遗失, 损毁 or taken back; another card has taken its place.</summary>
    Void = 4,

    /// <summary>不是本系统签发: nobody of the trust list signed it.</summary>
    NotOurs = 5,

    /// <summary>名单过旧: signed and in its days, but whether its office has stopped it is not known.</summary>
    ListTooOld = 6,

    /// <summary>还没有发放: a card that has not left the office yet.</summary>
    NotHandedOver = 7,

    /// <summary>疫情解除，停止使用.</summary>
    Ended = 8,

    /// <summary>还不能确定: the typed number of a card of another office, which is not on its list; the code would tell.</summary>
    NumberAlone = 9,

    /// <summary>没读全，请再扫一次: too short, cut off or mistyped. It says nothing of the card.</summary>
    NotRead = 10,

    /// <summary>须换卡: signed by a key that was stolen since; its office makes the holder another one.</summary>
    StolenKey = 11,
}
