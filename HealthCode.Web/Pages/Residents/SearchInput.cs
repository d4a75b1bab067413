using HealthCode.Web.Search;
using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Residents;

namespace HealthCode.Web.Pages.Residents;

/// <summary>What is looked for in the roster.</summary>
public sealed class SearchInput
{
    private const int LongestText = 60;

    [Display(Name = "找谁")]
    public string? Text { get; set; }

    [Display(Name = "村民小组")]
    public string? VillageGroup { get; set; }

    [Display(Name = "重点人群")]
    public SpecialGroup? Group { get; set; }

    /// <summary>With those who have left.</summary>
    [Display(Name = "迁出、去世的也找")]
    public bool WithLeft { get; set; }

    [Display(Name = "怎样排")]
    public ResidentOrder Order { get; set; }

    public static SearchInput Of(ResidentFilter filter) => new()
    {
        Text = filter.Text, VillageGroup = filter.VillageGroup, Group = filter.Group, WithLeft = filter.State is null, Order = filter.Order,
    };

    public ResidentFilter ToFilter() => new(Text is { Length: <= LongestText } text ? text.Trim() : "", VillageGroup, Group, WithLeft ? null : ResidentState.Here, Order);
}
