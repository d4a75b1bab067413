using HealthCode.Domain.Passes;

namespace HealthCode.Web.PrintRuns;

/// <summary>可打印的卡 — a printable card with the criteria for selecting it.</summary>
/// <param name="Pass">The card.</param>
/// <param name="Group">村民小组, or empty.</param>
/// <param name="SchoolClass">学校班级, or empty.</param>
/// <param name="Sitting">Key of the household's sitting, or empty.</param>
/// <param name="EarlierCards">Cards of the same holder issued before this one.</param>
/// <param name="HasSticker">Whether a sticker of this card has been printed well.</param>
/// <param name="IsNewToday">Issued or handed over today.</param>
public sealed record PrintCandidate(HealthPass Pass, string Group, string SchoolClass, string Sitting, int EarlierCards, bool HasSticker, bool IsNewToday)
{
    /// <summary>户: people at the same address.</summary>
    public string Household => Pass.ResidenceAddress;
}
