using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>现在执行的通知 — the notices of the office's province on a day, and what the program takes from them.</summary>
public sealed class NoticesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    /// <summary>On which day; today if blank.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? Today;

    /// <summary>The rules of that day.</summary>
    public RulePack InForce => Office.RulesOn(Day);

    /// <summary>Those of that day; one whose copy shows no date is among them.</summary>
    public IReadOnlyList<NoticeTerm> Notices => [.. InForce.Supervision.Notices.Where(notice => notice.Day is null || notice.Day <= Day)];

    /// <summary>What they set, in their own words.</summary>
    public IReadOnlyList<(string What, Citation Citation)> Clauses
    {
        get
        {
            var (terms, code) = (InForce.Supervision, InForce.HealthCode);
            return
            [
                .. InForce.IssuesPasses ? InForce.Conditions.Select(condition => ($"申办条件：{condition.Topic}", condition.Citation)).Concat(InForce.Clauses.Select(clause => ($"不得办理：{clause.Topic}", clause.Citation))) : [],
                .. InForce.IssuesPasses ? [("有效期", InForce.Pass.Validity)] : Array.Empty<(string, Citation)>(),
                ("过关口记什么", InForce.PassagesCitation),
                .. code.Grounds.Select(ground => (ground.Words, ground.Citation)),
                .. code.Transitions.Select(transition => ("转码", transition.Citation)),
                .. code.Gray is { } gray ? [("灰码", gray.Citation)] : Array.Empty<(string, Citation)>(),
                .. code.Corrections is { } corrections ? [("更正次数", corrections.Citation)] : Array.Empty<(string, Citation)>(),
                .. terms.SelfCheckCitation is { } selfCheck ? [("自查", selfCheck)] : Array.Empty<(string, Citation)>(),
                .. terms.Inspections.Select(form => ($"督查：{form.Name}", form.Citation)),
                .. terms.Recognition is { } recognition ? [("不予认可", recognition.Citation)] : Array.Empty<(string, Citation)>(),
                .. terms.SuppliesCitation is { } supplies ? [("物资", supplies)] : Array.Empty<(string, Citation)>(),
                .. terms.Deadlines.Select(deadline => ($"截止时间：{deadline.Title}", deadline.Citation)),
            ];
        }
    }

    public void OnGet()
    {
    }
}
