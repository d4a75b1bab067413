using HealthCode.Domain.Residents;

namespace HealthCode.Web.Search;

/// <summary>What a list of residents is to show; carried in an encrypted token, because the text may be a name.</summary>
/// <param name="Text">Name, pinyin initials, number, telephone, household, group or grid worker; empty for all.</param>
/// <param name="VillageGroup">村民小组; null for all.</param>
/// <param name="Group">重点人群; null for all.</param>
/// <param name="State">在村, unless somebody who has left is looked for; null for all but doubles.</param>
/// <param name="Order">How it is sorted while no head is chosen.</param>
public sealed record ResidentFilter(string Text = "", string? VillageGroup = null, SpecialGroup? Group = null, ResidentState? State = ResidentState.Here, ResidentOrder Order = ResidentOrder.Household);

/// <summary>How a list of residents is sorted.</summary>
public enum ResidentOrder
{
    /// <summary>组、户.</summary>
    Household,

    /// <summary>姓名 by pinyin initials.</summary>
    Name,

    /// <summary>The oldest first.</summary>
    Oldest,

    /// <summary>The youngest first.</summary>
    Youngest,

    /// <summary>Entered last first.</summary>
    Newest,
}
