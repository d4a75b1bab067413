using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>A round keyed back.</summary>
public sealed class GridInput
{
    [Display(Name = "哪天上门的")]
    public DateOnly? VisitedOn { get; set; }

    public List<GridRow> Rows { get; set; } = [];
}

/// <summary>A row of the list, keyed back.</summary>
public sealed class GridRow
{
    public long VisitId { get; set; }

    /// <summary>1 已办, 2 家里没人, 3 不需要, 4 已有码, 5 再来.</summary>
    public string? Result { get; set; }

    public string? Note { get; set; }

    /// <summary>Nothing was keyed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Result + Note);
}
