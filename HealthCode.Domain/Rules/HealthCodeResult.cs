namespace HealthCode.Domain.Rules;

/// <summary>官方码的结果, read by the guard from the telephone; equal in rank to the card, never computed (宁疫指办发〔2020〕71号 三; DECISIONS.md D16).</summary>
public enum HealthCodeResult
{
    /// <summary>绿.</summary>
    Green = 1,

    /// <summary>黄.</summary>
    Yellow = 2,

    /// <summary>红.</summary>
    Red = 3,

    /// <summary>灰: not checked in yet.</summary>
    Gray = 4,

    /// <summary>未见异常.</summary>
    NothingFound = 5,

    /// <summary>提示信息: requires a 核验.</summary>
    Notice = 6,
}
