using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>填自查表 — question by question.</summary>
public sealed class EnterSelfCheckModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [BindProperty]
    public SelfCheckInput Input { get; set; } = new();

    /// <summary>有 (key 1) and 没有 (key 2).</summary>
    public static IReadOnlyList<Choice> HasOrNot { get; } = [new("True", "有这个问题"), new("False", "没有这个问题")];

    public void OnGet() => (Input.CheckedOn, Input.CheckedBy) = (Today, Staff.Name);

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () =>
        {
            var findings = Input.Answers.Take(Terms.SelfCheck.Count).Select(answer => new SelfCheckFinding(answer.HasProblem, LineAttribute.Clean(answer.Evidence), answer.RemedyBy));
            Db.SelfChecks.Add(SelfCheck.Enter(Office, Input.CheckedOn!.Value, LineAttribute.Clean(Input.CheckedBy), [.. findings], Pack, Staff, Now));
        },
        "自查表已登记。有问题的，整改好了再来写明怎么整改的。",
        RedirectToPage("SelfChecks"));

    protected override bool IsKnown => Terms.SelfCheck.Count > 0;

    protected override Task<bool> FindAsync()
    {
        while (Input.Answers.Count < Terms.SelfCheck.Count)
        {
            Input.Answers.Add(new());
        }

        return Task.FromResult(true);
    }

    protected override Func<Field, string> PathOf => SelfCheckInput.PathOf;
}
