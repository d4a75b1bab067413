using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>登记纠错、核验 — what a resident disputes about his official result, or what it calls for.</summary>
public sealed class OpenCaseModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public OpenCaseInput Input { get; set; } = new() { Kind = ResultCaseKind.Correction };

    /// <summary>核验 only where the notices speak of one.</summary>
    public IReadOnlyList<Choice> Kinds =>
        [.. Choice.Of<ResultCaseKind>(kind => kind.ChineseName()).Where(choice => choice.Value != nameof(ResultCaseKind.Verification) || Terms.VerifiedResults.Count > 0)];

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "纠错、核验");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Db.ResultCases.Add(ResultCase.Open(Record.Resident, Input.Kind!.Value, LineAttribute.Clean(Input.Item), LineAttribute.Clean(Input.Evidence), Record.Cases, Staff, Now)),
        "已登记，办结以前一直在“健康状态”里。");
}
