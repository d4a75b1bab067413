using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Review;

/// <summary>The committee's part of the form, as posted.</summary>
public sealed class ReviewInput
{
    private List<ClauseInput> _clauses = OneForEach([]);

    /// <summary>The version of the declaration shown on the page.</summary>
    public int Version { get; set; }

    [Display(Name = "已向本人宣读申报内容和责任")]
    public bool ReadAloud { get; set; }

    [Display(Name = "体温（℃）")]
    public string? Temperature { get; set; }

    [Display(Name = "测温部位")]
    public MeasuringSite Site { get; set; } = MeasuringSite.Forehead;

    [Display(Name = "测温器")]
    public string? Device { get; set; }

    [Display(Name = "(10) 体温是否正常")]
    public bool? FoundNormal { get; set; }

    [Display(Name = "已核对，体温和勾选都没有错")]
    public bool TemperatureConfirmed { get; set; }

    [Display(Name = "(11) 是否连续居住在该社区（村）")]
    public bool? LivedHere { get; set; }

    [Display(Name = "(12) 申报人当前是否属于隔离观察人员")]
    public bool? UnderIsolation { get; set; }

    /// <summary>One for each clause, in order; missing ones are added, because a group of radio buttons without a choice posts nothing.</summary>
    public List<ClauseInput> Clauses { get => _clauses; set => _clauses = OneForEach(value); }

    [Display(Name = "低风险地区居住")]
    public bool? LowRiskResidence { get; set; }

    [Display(Name = "居住起始日期")]
    public string? ResidentSince { get; set; }

    [Display(Name = "接受居住地村（社区）管理")]
    public bool? ManagedHere { get; set; }

    [Display(Name = "有外出需要")]
    public bool? NeedsToGoOut { get; set; }

    [Display(Name = "理由（会印在告知单上；不予办理必填，退回补正没有勾项目时必填）")]
    public string? Reason { get; set; }

    [Display(Name = "要补正的项目")]
    public List<string> MissingItems { get; set; } = [];

    [Display(Name = "旧卡已收回，换发新卡")]
    public bool TakeBackOldPass { get; set; }

    /// <summary>The path of the input for a field: the property with the field's name, or one of a clause's row.</summary>
    public static string PathOf(Field field) => field.Name switch
    {
        ReviewField.ClauseApplies => OfClause(field, nameof(ClauseInput.Applies)),
        ReviewField.ClauseStartedOn => OfClause(field, nameof(ClauseInput.StartedOn)),
        ReviewField.ClauseHappenedOn => OfClause(field, nameof(ClauseInput.HappenedOn)),
        ReviewField.ClauseReleasedOn => OfClause(field, nameof(ClauseInput.ReleasedOn)),
        ReviewField.ClauseBasis => OfClause(field, nameof(ClauseInput.Basis)),
        _ => field.Name.ToString(),
    };

    private static string OfClause(Field field, string property) => $"{nameof(Clauses)}[{field.Number - 1}].{property}";

    private static List<ClauseInput> OneForEach(List<ClauseInput> rows) =>
        [.. Enum.GetValues<RefusalClause>().Select((_, i) => rows.ElementAtOrDefault(i) ?? new())];
}
