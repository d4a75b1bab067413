using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthCode.Web.Pages.Residents;

/// <summary>A resident as typed, in the order of the roster's sheet.</summary>
public sealed class ResidentInput
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<IdentityDocumentKind>().Select(kind => new SelectListItem(kind.ChineseName(), kind.ToString()))];

    public static IReadOnlyList<Choice> Sexes { get; } = Choice.Of<Sex>(sex => sex.ChineseName());

    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "性别")]
    public Sex? Sex { get; set; }

    [Display(Name = "出生日期")]
    public string? BirthDate { get; set; }

    [Display(Name = "证件类型")]
    public IdentityDocumentKind DocumentKind { get; set; }

    [Display(Name = "证件号码")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "核对无误，强制保存")]
    public bool SaveDocumentDespiteFault { get; set; }

    [Display(Name = "无证件或强制保存的原因")]
    public string? DocumentReason { get; set; }

    [Display(Name = "电话")]
    public string? Phone { get; set; }

    [Display(Name = "住址")]
    public string? Address { get; set; }

    [Display(Name = "村民小组")]
    public string? VillageGroup { get; set; }

    [Display(Name = "户号")]
    public string? HouseholdNumber { get; set; }

    [Display(Name = "与户主关系")]
    public string? RelationToHead { get; set; }

    [Display(Name = "网格员")]
    public string? GridWorker { get; set; }

    [Display(Name = "网格员电话")]
    public string? GridWorkerPhone { get; set; }

    [Display(Name = "学校")]
    public string? School { get; set; }

    [Display(Name = "班级")]
    public string? SchoolClass { get; set; }

    [Display(Name = "有没有智能手机")]
    public bool? HasSmartphone { get; set; }

    [Display(Name = "独居")]
    public bool LivesAlone { get; set; }

    [Display(Name = "残疾")]
    public bool Disabled { get; set; }

    [Display(Name = "卧床")]
    public bool Bedridden { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    /// <summary>第几版 that was on the screen.</summary>
    public int Version { get; set; }

    /// <summary>Asked when an entry is corrected or merged.</summary>
    [Display(Name = "为什么改"), Line(Resident.LongestReason)]
    public string? Reason { get; set; }

    /// <summary>The form filled in from what the roster says.</summary>
    public static ResidentInput Of(RosterLine line) => new()
    {
        Name = line.Person.Name.Raw,
        Sex = line.Person.Sex,
        BirthDate = line.Person.BirthDate.Typed(),
        DocumentKind = line.Person.Document.Kind,
        DocumentNumber = line.Person.Document.Number,
        SaveDocumentDespiteFault = line.Person.Document.SavedDespiteFault,
        DocumentReason = line.Person.Document.Reason,
        Phone = line.Phone?.Value,
        Address = line.Address,
        VillageGroup = line.VillageGroup,
        HouseholdNumber = line.HouseholdNumber,
        RelationToHead = line.RelationToHead,
        GridWorker = line.GridWorker?.Name.Raw,
        GridWorkerPhone = line.GridWorker?.Phone?.Value,
        School = line.School,
        SchoolClass = line.SchoolClass,
        HasSmartphone = line.HasSmartphone,
        LivesAlone = line.CareNeeds?.HasFlag(CareNeeds.LivesAlone) == true,
        Disabled = line.CareNeeds?.HasFlag(CareNeeds.Disabled) == true,
        Bedridden = line.CareNeeds?.HasFlag(CareNeeds.Bedridden) == true,
        Note = line.Note,
    };
}
